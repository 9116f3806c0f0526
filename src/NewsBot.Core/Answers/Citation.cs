using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers;

/// <summary>The evidence of a sentence of an answer: a stretch of one stored revision, word for word.</summary>
/// <param name="Number">The mark in the text, from 1.</param>
/// <param name="Revision">The revision quoted.</param>
/// <param name="Span">Where the quote stands in the article's text.</param>
public sealed record Citation(int Number, ArticleRevision Revision, TextSpan Span)
{
    /// <summary>The article's text at <see cref="Span"/>.</summary>
    public string Quote => Span.In(Revision.Article.Body);

    /// <summary>What a later question needs to know of it.</summary>
    public CitedPassage ToPassage() => new(Number, Revision.RevisionId, Span.Start, Span.End);
}
