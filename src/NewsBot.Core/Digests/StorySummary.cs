using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Articles;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Digests;

/// <summary>The summary of a story: a headline and sentences, each with its place in an article.</summary>
/// <param name="Headline">The title of one of its articles.</param>
/// <param name="Sentences">One or two.</param>
/// <param name="Changed">The change since before the window; null when the articles show none.</param>
/// <param name="Differs">The difference between independent reports; null when there is none.</param>
internal sealed record StorySummary(string Headline, IReadOnlyList<QuotedSentence> Sentences, QuotedPair? Changed, QuotedPair? Differs)
{
    /// <summary>Summarises a story.</summary>
    /// <returns>Null when none of its sentences can stand alone.</returns>
    public static StorySummary? Of(CandidateStory story)
    {
        var sentences = NewsSentences.Choose(story);
        if (sentences.Count == 0)
            return null;
        return new StorySummary(story.Story.Headline, sentences, FigureChanges.FindChange(story), FigureChanges.FindDifference(story));
    }
}

/// <summary>A sentence of an article, word for word, that passed the citation check.</summary>
/// <param name="Revision">The article.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Text">On one line.</param>
internal sealed record QuotedSentence(ArticleRevision Revision, TextSpan Span, string Text)
{
    /// <summary>Quotes a stretch of an article.</summary>
    /// <returns>Null when the citation check rejects it.</returns>
    public static QuotedSentence? Of(ArticleRevision revision, TextSpan span)
    {
        var text = string.Join(' ', span.In(revision.Article.Body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var answer = new Answer { Sentences = [new AnswerSentence(text, [1])], Citations = [new Citation(1, revision, span)] };
        return CitationCheck.Apply(answer).IsSupported ? new QuotedSentence(revision, span, text) : null;
    }
}

/// <summary>Two sentences about one number.</summary>
internal sealed record QuotedPair(QuotedSentence Before, QuotedSentence Now, string Was, string Is);
