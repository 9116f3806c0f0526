using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>A passage that a language model may write from.</summary>
/// <param name="Id">What the model ties a sentence to.</param>
/// <param name="Revision">The revision that it is a passage of.</param>
/// <param name="Span">Where it stands in the article's text.</param>
public sealed record SheetPassage(string Id, ArticleRevision Revision, TextSpan Span)
{
    /// <summary>Its sentences that report something, in order; questions, orders, captions, notes and headings are left out.</summary>
    public IReadOnlyList<TextSpan> Evidence { get; } = [.. SentenceSplitter.Split(Revision.Article.Body, Span)
        .Where(sentence => sentence.In(Revision.Article.Body) is var text
            && !InstructionText.IsMatch(text) && !PageRemnant.IsMatch(text) && !PageRemnant.IsHeading(Revision.Article.Body, sentence))];

    /// <summary>The passage as the gates compare sentences with it; a title that is no report is not read.</summary>
    public GatePassage ToGate()
    {
        var article = Revision.Article;
        return new GatePassage(
            string.Join(' ', Evidence.Select(sentence => sentence.In(article.Body))),
            InstructionText.IsMatch(article.Title) ? "" : article.Title,
            article.Source,
            article.PublishedAt is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null);
    }
}
