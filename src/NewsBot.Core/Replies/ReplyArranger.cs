using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Replies;

/// <summary>
/// Arranges a composed reply by what was asked: the newest number first, reports that differ side by side, the cause, all items of a list, yes or no in front, and of what somebody
/// said nothing else.
/// </summary>
/// <remarks>It changes the order and number of sentences and what the bot says of them, never their words, and not how likely the reply is right.</remarks>
public static class ReplyArranger
{
    /// <summary>The reply as it is to be told.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="composition">What the composer made of it.</param>
    public static Composition Arrange(Question question, Composition composition)
    {
        if (question.Kind == AnswerKind.Reason)
            return GiveCause(question, composition);
        if ((ComparedFigures.Of(question, composition) ?? OvertakenValue.Of(question, composition)) is { } figures)
            return Compare(composition, figures);
        if (ChangedValue.Of(question, composition) is { } value)
            composition = composition with { CandidateShort = value, ShortConfidence = 1 };
        if (CyrillicReply.Arrange(question, composition) is { } reply)
            return reply;
        if (ListedItems.Of(question, composition) is { } items)
            return composition with { CandidateShort = items, ShortConfidence = 1 };
        if (ListedItems.IsDemanded(question))
            return composition with { CandidateShort = null, ShortConfidence = 0 };
        if (SpokenWords.Of(question, composition) is { } words)
            return words;
        return Verdict.Of(question, composition.Chosen) is { } verdict ? composition with { Candidate = composition.Candidate with { Verdict = verdict } } : composition;
    }

    /// <summary>The cause itself as the short answer, its sentence first; what is no cause is never the short answer.</summary>
    private static Composition GiveCause(Question question, Composition composition)
    {
        foreach (var candidate in composition.Chosen)
        {
            if (CauseClause.Answering(question, candidate) is not { } cause)
                continue;
            var sentences = composition.Candidate.Sentences.ToList();
            var at = sentences.FindIndex(sentence => composition.Candidate.Citations[sentence.Citations[0] - 1].Span == candidate.Reading.Span
                && composition.Candidate.Citations[sentence.Citations[0] - 1].Revision.RevisionId == candidate.Reading.Revision.RevisionId);
            if (at > 0 && !PronounLed.IsMatch(sentences[at].Text))
            {
                sentences.Insert(0, sentences[at]);
                sentences.RemoveAt(at + 1);
            }

            return composition with
            {
                Candidate = composition.Candidate with { Sentences = sentences },
                CandidateShort = cause.In(candidate.Reading.Body).TrimEnd(),
                ShortConfidence = 1,
            };
        }

        if ((FoundCause.Of(question, composition)?.InFront(composition, causeFirst: true)
            ?? NearbyCause.Of(question, composition)?.InFront(composition, causeFirst: false)) is { } told)
            return told;
        var unknown = FoundCause.NotKnown(question, composition) is { } said ? InFront(composition, [NearbyCause.Cite(said)]) : composition;
        return unknown with { CandidateShort = null, ShortConfidence = 0, LacksCause = true };
    }

    /// <summary>Puts sentences in front of the others. Each stands there once, and what is too long at the end goes.</summary>
    /// <param name="composition">The reply.</param>
    /// <param name="front">Where these sentences stand, at least one; their numbers do not matter.</param>
    internal static Composition InFront(Composition composition, IReadOnlyList<Citation> front)
    {
        var rest = CitationsOf(composition.Candidate)
            .Where(citation => !front.Any(other => other.Revision.RevisionId == citation.Revision.RevisionId && other.Span.Overlaps(citation.Span)));
        var length = 0;
        List<Citation> citations = [.. front.Concat(rest).TakeWhile(citation => (length += citation.Span.Length + 1) <= ExtractiveComposer.MaxLength)
            .Take(ExtractiveComposer.MaxSentences)];
        return Tell(composition, citations) with
        {
            LeadSentences = Math.Min(front.Count, citations.Count),
            UnsureSentences = Math.Min(Math.Max(front.Count, composition.UnsureSentences), citations.Count),
        };
    }

    /// <summary>The reply of other sentences, each with a citation of its own.</summary>
    /// <param name="composition">The reply.</param>
    /// <param name="citations">Where the sentences stand; their numbers do not matter.</param>
    internal static Composition Tell(Composition composition, IReadOnlyList<Citation> citations) => composition with
    {
        Candidate = composition.Candidate with
        {
            Sentences = [.. citations.Index().Select(row => new AnswerSentence(ReplySentence.OneLine(row.Item.Quote), [row.Index + 1]))],
            Citations = [.. citations.Index().Select(row => row.Item with { Number = row.Index + 1 })],
        },
    };

    /// <summary>Where the sentences of a reply stand, in its order.</summary>
    internal static IEnumerable<Citation> CitationsOf(Answer answer) =>
        answer.Sentences.SelectMany(sentence => sentence.Citations.Select(number => answer.Citations[number - 1]));

    private static Composition Compare(Composition composition, ComparedFigures figures)
    {
        List<(Citation Citation, SentenceLead Lead)> sentences =
        [
            (Cite(figures.First), figures.IsChange ? SentenceLead.AsOf : SentenceLead.Report),
            (Cite(figures.Other), figures.IsChange ? SentenceLead.Earlier : SentenceLead.Report),
        ];
        return composition with
        {
            Candidate = composition.Candidate with
            {
                Sentences = [.. sentences.Index().Select(row => new AnswerSentence(OneLine(row.Item.Citation.Quote), [row.Index + 1]) { Lead = row.Item.Lead })],
                Citations = [.. sentences.Index().Select(row => row.Item.Citation with { Number = row.Index + 1 })],
            },
            LeadSentences = sentences.Count,

            // Of reports that differ none is the answer.
            CandidateShort = figures.IsChange && figures.First.Words != figures.First.Sentence ? figures.First.Words.In(figures.First.Article.Article.Body) : null,
        };
    }

    private static Citation Cite(Figure figure) =>
        new(1, figure.Article.Revision, SentenceForm.WithoutDateline(figure.Article.Article.Body, figure.Sentence));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
