using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>An answer that grows as a language model writes it: each sentence is bound to what it cites and checked before it counts.</summary>
/// <param name="sheet">What the model may write from.</param>
/// <remarks>Not safe for use by two threads at once.</remarks>
public sealed class GroundedDraft(PassageSheet sheet)
{
    /// <summary>The most sentences taken.</summary>
    public const int MaxSentences = 6;

    /// <summary>After this many failures nothing that the model writes is trusted. A sentence that is tied to nothing, such as a polite end, is no failure.</summary>
    public const int MaxFailures = 2;

    /// <summary>The most sentences of a passage that one sentence of the answer rests on.</summary>
    private const int MaxQuoted = 3;

    /// <summary>
    /// Each sentence of a passage beyond the first takes so many words of the sentence that rests on it; words gathered from here and there say nothing together.
    /// </summary>
    private const int WordsPerQuoted = 4;

    private readonly List<(AnswerSentence Sentence, IReadOnlyList<Citation> Citations)> kept = [];
    private readonly List<DroppedSentence> dropped = [];
    private int failures;
    private int length;

    /// <summary>The sentences that failed, in order, and why.</summary>
    public IReadOnlyList<DroppedSentence> Dropped => dropped;

    /// <summary>Whether too much failed for the rest to be shown.</summary>
    public bool IsRefused => failures >= MaxFailures;

    /// <summary>Whether no further sentence is taken.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The text so far, without marks; empty before the first sentence passed.</summary>
    public string Text => string.Join(' ', kept.Select(row => row.Sentence.Text));

    /// <summary>The answer so far, checked as a whole once more; unsupported when nothing passed.</summary>
    public Answer ToAnswer()
    {
        var citations = new List<Citation>();
        var sentences = new List<AnswerSentence>();
        foreach (var (sentence, cited) in kept)
        {
            var numbers = new List<int>();
            foreach (var citation in cited)
            {
                var number = citations.FindIndex(other => other.Revision.RevisionId == citation.Revision.RevisionId && other.Span == citation.Span) + 1;
                if (number == 0)
                {
                    citations.Add(citation with { Number = citations.Count + 1 });
                    number = citations.Count;
                }

                numbers.Add(number);
            }

            sentences.Add(sentence with { Citations = numbers });
        }

        return CitationCheck.Apply(new Answer { Sentences = sentences, Citations = citations }, AnswerWording.Free);
    }

    /// <summary>Takes what the model wrote.</summary>
    /// <returns>Whether the answer grew.</returns>
    public bool Add(DraftSentence sentence)
    {
        if (IsFull || Exceeds(sentence.Text))
        {
            IsFull = true;
            return false;
        }

        if (kept.Exists(row => row.Sentence.Text == sentence.Text))
            return false;
        var (bound, citations, fault) = Bind(sentence);
        if (fault is not null)
        {
            failures += sentence.Ids.Count > 0 ? 1 : 0;
            dropped.Add(new DroppedSentence(bound, fault));
            return false;
        }

        kept.Add((bound, citations));
        length += sentence.Text.Length + 1;
        return true;
    }

    private bool Exceeds(string text) => kept.Count == MaxSentences || length + text.Length > ExtractiveComposer.MaxLength;

    private (AnswerSentence Sentence, List<Citation> Citations, string? Fault) Bind(DraftSentence sentence)
    {
        var bare = new AnswerSentence(sentence.Text, []);
        var citations = new List<Citation>();
        foreach (var id in sentence.Ids.Distinct(StringComparer.Ordinal))
        {
            if (sheet.Find(id) is not { } passage)
                return (bare, citations, "it cites a passage that was not given");
            if (FindQuote(sentence.Text, passage) is { } span)
                citations.Add(new Citation(citations.Count + 1, passage.Revision, span));
        }

        if (citations.Count == 0)
            return (bare, citations, sentence.Ids.Count == 0 ? "it has no citation" : "the cited passage reports nothing");

        // A citation that does not hold the sentence by itself is left out; the reader would look there in vain.
        var faults = citations.ConvertAll(citation => FindFault(bare with { Citations = [citation.Number] }, citation));
        var holding = citations.Where((_, i) => faults[i] is null).ToList();
        return (bare with { Citations = [.. holding.Select(citation => citation.Number)] }, holding, holding.Count > 0 ? null : faults[0]);
    }

    private static string? FindFault(AnswerSentence sentence, Citation citation) =>
        CitationCheck.Run(new Answer { Sentences = [sentence], Citations = [citation] }, AnswerWording.Free).Dropped is [var dropped, ..] ? dropped.Why : null;

    /// <summary>The stretch of up to three reporting sentences that holds most of what a sentence says; the shortest of equals.</summary>
    internal static TextSpan? FindQuote(string sentence, SheetPassage passage)
    {
        var body = passage.Revision.Article.Body;
        var said = new WordingEvidence(sentence).DistinctContent().ToList();
        var evidence = passage.Evidence;
        var words = evidence.Select(span => new WordingEvidence(span.In(body))).ToList();
        (TextSpan? Span, int Held) best = (null, 0);
        var most = Math.Min(Math.Min(MaxQuoted, evidence.Count), 1 + (said.Count / WordsPerQuoted));
        for (var count = 1; count <= most; count++)
        {
            for (var first = 0; first + count <= evidence.Count; first++)
            {
                // A question or an order between two sentences must not come into the quote.
                var span = new TextSpan(evidence[first].Start, evidence[first + count - 1].End);
                if (count > 1 && !IsWhole(body, evidence, first, count))
                    continue;
                var held = said.Count(term => words.Skip(first).Take(count).Any(text => text.Holds(term)));
                if (held > best.Held)
                    best = (span, held);
            }
        }

        return best.Span;
    }

    private static bool IsWhole(string body, IReadOnlyList<TextSpan> evidence, int first, int count) =>
        Enumerable.Range(first, count - 1).All(i => string.IsNullOrWhiteSpace(body[evidence[i].End..evidence[i + 1].Start]));
}
