using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using NewsBot.Answering;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;
using NewsBot.Models;

namespace NewsBot.Cli.Evaluation;

/// <summary>Asks a model for its verdicts on labelled sentences, those over the same passages together as in an answer, and each once.</summary>
internal sealed class LiveVerdicts(DraftVerifier verifier)
{
    private readonly HashSet<LabelledSentence> judged = [];

    /// <summary>How many sentences got no verdict.</summary>
    public int Missing { get; private set; }

    /// <summary>Whether there is a verdict on a sentence.</summary>
    public bool Has(LabelledSentence sentence) => judged.Contains(sentence);

    /// <summary>The verdicts, as they come; a sentence without one is left out.</summary>
    /// <param name="sentences">Those that passed the gates.</param>
    /// <param name="log">Is told why a request failed.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async IAsyncEnumerable<(LabelledSentence Sentence, SentenceFault? Fault)> AskAsync(
        IReadOnlyList<LabelledSentence> sentences, TextWriter log, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var together in sentences.GroupBy(sentence => string.Join('\n', sentence.Passages.Select(passage => $"{passage.Title}\n{passage.Day}\n{passage.Text}"))))
        {
            var passages = Bind(together.First().Passages);

            // A sentence that stands there twice is asked about once.
            foreach (var some in together.GroupBy(sentence => sentence.Text).Chunk(VerifiedDraft.MaxSentences))
            {
                var faults = await AskAsync([.. some.Select(same => (same.Key, passages))], log, cancellationToken);
                foreach (var (i, same) in some.Index())
                {
                    foreach (var sentence in same)
                    {
                        if (faults is null)
                        {
                            Missing++;
                            continue;
                        }

                        judged.Add(sentence);
                        yield return (sentence, faults[i]);
                    }
                }
            }
        }
    }

    private async Task<IReadOnlyList<SentenceFault?>?> AskAsync(
        IReadOnlyList<(string Text, IReadOnlyList<SheetPassage> Passages)> sentences, TextWriter log, CancellationToken cancellationToken)
    {
        try
        {
            return await verifier.FindFaultsAsync(sentences, personId: null, cancellationToken);
        }
        catch (ModelException failure)
        {
            await log.WriteLineAsync(failure.Message);
            return null;
        }
    }

    private static IReadOnlyList<SheetPassage> Bind(IReadOnlyList<GatePassage> passages) => PassageSheet.Of(
        passages.Select((passage, i) => (
            new ArticleRevision(i + 1, 1, new Article
            {
                Id = $"passage-{i + 1}",
                Title = passage.Title,
                Source = passage.Outlet,
                Body = passage.Text,
                PublishedAt = passage.Day is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null,
            }),
            new TextSpan(0, passage.Text.Length))),
        new Random(RandomNumberGenerator.GetInt32(int.MaxValue))).Passages;
}
