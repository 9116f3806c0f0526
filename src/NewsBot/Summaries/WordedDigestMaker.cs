using System.Security.Cryptography;
using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Articles;
using NewsBot.Core.Digests;
using NewsBot.Core.Text;
using NewsBot.Models;

namespace NewsBot.Summaries;

/// <summary>Makes digests whose stories a language model words.</summary>
/// <remarks>
/// Each sentence passes the gates and one verifying request over all stories. A story whose first sentence falls stays quoted, and so does one that the model has no time for
/// within the limit of one answer. Without verdicts all stay quoted.
/// </remarks>
internal sealed partial class WordedDigestMaker(IDigestMaker quoting, ILanguageModel model, ILogger<WordedDigestMaker> logger) : IDigestMaker
{
    private const int MaxSentences = 2;

    // The beginning of an article says what its headline says.
    private const int MaxLeadChars = 1_500;

    public async Task<Digest> MakeAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        var digest = await quoting.MakeAsync(request, cancellationToken);
        var drafts = await WriteAsync(digest, cancellationToken);
        await JudgeAsync(drafts.OfType<VerifiedDraft>().ToList(), cancellationToken);
        var citations = new List<Citation>();
        var stories = new List<DigestStory>();
        foreach (var (story, draft) in digest.Stories.Zip(drafts))
        {
            var worded = draft?.ToAnswer() is { IsSupported: true } answer ? answer.Sentences.Take(MaxSentences).Select(sentence => (sentence, answer.Citations)) : null;
            stories.Add(worded is null ? Renumber(story, digest.Citations, citations) : Renumber(story with { Sentences = [] }, digest.Citations, citations) with
            {
                Sentences = [.. worded.Select(pair => Renumber(pair.sentence, pair.Citations, citations))],
            });
        }

        return digest with { Stories = stories, Citations = citations };
    }

    /// <summary>A draft of each story, with what passed the gates; null where the model wrote none.</summary>
    private async Task<IReadOnlyList<VerifiedDraft?>> WriteAsync(Digest digest, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(model.TimeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var drafts = new List<VerifiedDraft?>();
        foreach (var story in digest.Stories)
        {
            drafts.Add(either.IsCancellationRequested
                ? null
                : await TryAsync(() => WordAsync(story, [.. Citing(digest, story)], either.Token), cancellationToken));
        }

        return drafts;
    }

    /// <summary>Judges the sentences of all stories in one request. Where the model gives no verdicts, all of them fall.</summary>
    private async Task JudgeAsync(List<VerifiedDraft> drafts, CancellationToken cancellationToken)
    {
        var written = drafts.SelectMany(draft => Enumerable.Range(0, draft.Sentences.Count).Where(i => draft.Sentences[i].Fault is null).Select(i => (Draft: draft, Index: i)))
            .ToList();
        if (written.Count == 0)
            return;
        using var limit = new CancellationTokenSource(model.TimeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var sentences = written.ConvertAll(at => (at.Draft.Sentences[at.Index].Text, at.Draft.Sentences[at.Index].Passages));
        var faults = await TryAsync(() => new DraftVerifier(model).FindFaultsAsync(sentences, personId: null, either.Token), cancellationToken);
        for (var i = 0; i < written.Count; i++)
            written[i].Draft.Judge(written[i].Index, faults is null ? new SentenceFault(FaultKind.NotStated, "there is no verdict on it") : faults[i]);
    }

    private async Task<T?> TryAsync<T>(Func<Task<T?>> step, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await step();
        }
        catch (ModelException failure)
        {
            Failed(logger, failure.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(logger, "the time for it was over.");
        }

        return null;
    }

    private async Task<VerifiedDraft?> WordAsync(DigestStory story, List<Citation> quoted, CancellationToken cancellationToken)
    {
        var sheet = PassageSheet.Of(
            quoted.DistinctBy(citation => citation.Revision.RevisionId).Select(citation => (citation.Revision, Lead(citation))),
            new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        var call = new PromptCall("digest-story", new Dictionary<string, string> { ["headline"] = story.Headline, ["passages"] = sheet.ToText() }) { Sheet = sheet };
        var (reader, draft) = (new DraftReader(), new VerifiedDraft(sheet));
        await foreach (var piece in model.StreamAsync(call, cancellationToken))
        {
            if (piece.StartsOver)
                (reader, draft) = (new DraftReader(), new VerifiedDraft(sheet));
            Add(reader.Append(piece.Text));
            if (draft.IsFull || reader.IsFull)
                break;
        }

        Add(reader.Complete());
        return draft;

        void Add(IReadOnlyList<DraftSentence> sentences)
        {
            foreach (var sentence in sentences.Where(_ => draft.Sentences.Count < MaxSentences))
                draft.Add(sentence);
        }
    }

    private static IEnumerable<Citation> Citing(Digest digest, DigestStory story) =>
        story.Sentences.SelectMany(sentence => sentence.Citations).Distinct().Select(number => digest.Citations.First(citation => citation.Number == number));

    /// <summary>The article's beginning, to the end of the quotation or of a sentence; only the quotation where it is further down.</summary>
    private static TextSpan Lead(Citation citation)
    {
        var body = citation.Revision.Article.Body;
        if (citation.Span.End > MaxLeadChars)
            return citation.Span;
        var sentences = SentenceSplitter.Split(body, new TextSpan(0, Math.Min(body.Length, MaxLeadChars)));

        // The last sentence may be cut.
        var end = body.Length <= MaxLeadChars ? body.Length : sentences.Count > 1 ? sentences[^2].End : 0;
        return new TextSpan(0, Math.Max(citation.Span.End, end));
    }

    private static DigestStory Renumber(DigestStory story, IReadOnlyList<Citation> from, List<Citation> into) => story with
    {
        Sentences = [.. story.Sentences.Select(sentence => Renumber(sentence, from, into))],
        Changed = Renumber(story.Changed, from, into),
        Differs = Renumber(story.Differs, from, into),
    };

    private static DigestChange? Renumber(DigestChange? change, IReadOnlyList<Citation> from, List<Citation> into) =>
        change is null ? null : change with { Before = Renumber(change.Before, from, into), Now = Renumber(change.Now, from, into) };

    private static AnswerSentence Renumber(AnswerSentence sentence, IReadOnlyList<Citation> from, List<Citation> into) =>
        sentence with { Citations = [.. sentence.Citations.Select(number => Number(from.First(citation => citation.Number == number), into))] };

    private static int Number(Citation citation, List<Citation> into)
    {
        var known = into.Find(other => other.Revision.RevisionId == citation.Revision.RevisionId && other.Span == citation.Span);
        if (known is not null)
            return known.Number;
        into.Add(citation with { Number = into.Count + 1 });
        return into.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model did not word a summary: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);
}
