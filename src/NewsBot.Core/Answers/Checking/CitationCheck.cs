using NewsBot.Core.Articles;
using NewsBot.Core.Questions;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Compares every sentence of an answer with the stored text that it cites, and drops each sentence that the text does not support.</summary>
/// <remarks>Pure, and independent of the composer of the answer: the check reads numbers, names and quotes by its own rules.</remarks>
public static class CitationCheck
{
    /// <summary>How far a cited passage reaches beyond its quote, in UTF-16 units, within the paragraph.</summary>
    private const int Surroundings = 300;

    private const int MaxNearest = 3;

    /// <summary>The answer without the sentences that fail.</summary>
    /// <inheritdoc cref="Run" path="/param"/>
    /// <returns>Unsupported, with a reason and the nearest coverage, when no sentence is left.</returns>
    public static Answer Apply(Answer answer) => Run(answer).Answer;

    /// <summary>The same as <see cref="Apply"/>, with the sentences that were dropped and why.</summary>
    /// <param name="answer">What a composer returned; one that is unsupported already passes as it is.</param>
    public static CitationCheckResult Run(Answer answer)
    {
        if (answer.Sentences.Count == 0)
            return new CitationCheckResult(Unsupported(answer), []);

        // Two citations with one number count as none: a reader could not tell which of the two is meant.
        var citations = answer.Citations.GroupBy(citation => citation.Number)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single());

        var kept = new List<AnswerSentence>();
        var dropped = new List<DroppedSentence>();
        foreach (var sentence in answer.Sentences)
        {
            if (FindFault(sentence, citations) is { } why)
                dropped.Add(new DroppedSentence(sentence, why));
            else
                kept.Add(sentence);
        }

        return new CitationCheckResult(kept.Count > 0 ? Renumber(answer, kept, citations) : Unsupported(answer with { Refusal = null }), dropped);
    }

    private static Answer Renumber(Answer answer, List<AnswerSentence> kept, Dictionary<int, Citation> citations)
    {
        var numbers = new Dictionary<int, int>();
        foreach (var number in kept.SelectMany(sentence => sentence.Citations))
            numbers.TryAdd(number, numbers.Count + 1);

        List<Citation> used = [.. numbers.Select(pair => citations[pair.Key] with { Number = pair.Value })];
        var holdsShort = !string.IsNullOrWhiteSpace(answer.Short)
            && used.Exists(citation => citation.Quote.Contains(answer.Short, StringComparison.Ordinal));
        return answer with
        {
            Sentences = [.. kept.Select(sentence =>
                sentence with { Citations = [.. sentence.Citations.Select(number => numbers[number]).Distinct()] })],
            Citations = used,
            Short = holdsShort ? answer.Short : null,
            Refusal = null,
        };
    }

    private static Answer Unsupported(Answer answer) => answer with
    {
        Sentences = [],
        Citations = [],
        Short = null,
        Nearest = answer.Nearest.Count > 0
            ? answer.Nearest
            : [.. answer.Citations.Select(citation => citation.Revision).DistinctBy(revision => revision.RevisionId).Take(MaxNearest)],
        Refusal = answer.Refusal ?? new Refusal(RefusalKind.FailedCheck),
    };

    /// <summary>The fault of a sentence; null when it has none.</summary>
    private static string? FindFault(AnswerSentence sentence, Dictionary<int, Citation> citations)
    {
        if (string.IsNullOrWhiteSpace(sentence.Text))
            return "it is empty";
        if (sentence.Citations.Count == 0)
            return "it has no citation";

        var cited = new List<Citation>();
        foreach (var number in sentence.Citations)
        {
            if (!citations.TryGetValue(number, out var citation))
                return $"citation {number} does not exist";
            if (FindFault(citation) is { } why)
                return why;
            cited.Add(citation);
        }

        var text = BracketedText.Parse(sentence.Text);
        return cited.Exists(citation => text.Matches(citation.Quote)) ? FindFaultOfClaims(text, cited) : "it is not its quote word for word";
    }

    private static string? FindFaultOfClaims(BracketedText text, List<Citation> cited)
    {
        List<PassageClaims> passages = [.. cited.Select(citation => new PassageClaims(Surround(citation), citation.Revision.Article.Body))];
        var inserted = text.Inserted(cited.Select(citation => citation.Quote));
        return inserted.Where(words => !passages.Exists(passage => passage.BodyHolds(words)))
                .Select(words => $"the words [{words}] are not in the cited article").FirstOrDefault()
            ?? new SentenceClaims(text.WithoutInsertions(inserted)).FindFault(passages);
    }

    private static string? FindFault(Citation citation)
    {
        var body = citation.Revision.Article.Body;
        var span = citation.Span;
        if (span.Start < 0 || span.End > body.Length || span.Start >= span.End)
            return $"citation {citation.Number} lies outside its article";
        if (string.IsNullOrWhiteSpace(citation.Quote))
            return $"citation {citation.Number} is blank";
        return CutsWord(body, span.Start) || CutsWord(body, span.End) ? $"citation {citation.Number} cuts a word" : null;
    }

    private static bool CutsWord(string body, int at) =>
        at > 0 && at < body.Length
        && (char.IsSurrogatePair(body[at - 1], body[at]) || (IsSpacedLetter(body[at - 1]) && IsSpacedLetter(body[at])));

    /// <summary>Letters and digits of the scripts below Thai, which set spaces between words.</summary>
    private static bool IsSpacedLetter(char c) => char.IsLetterOrDigit(c) && c < '\u0e00';

    /// <summary>The quote with the text around it in its paragraph.</summary>
    private static string Surround(Citation citation)
    {
        var body = citation.Revision.Article.Body;
        var (start, end) = citation.Span;
        var first = Math.Max(0, start - Surroundings);
        var last = Math.Min(body.Length, end + Surroundings);
        var above = body.LastIndexOf('\n', Math.Max(0, start - 1), Math.Max(0, start - first));
        var below = body.IndexOf('\n', end, last - end);
        return body[(above >= 0 ? above + 1 : first)..(below >= 0 ? below : last)];
    }
}
