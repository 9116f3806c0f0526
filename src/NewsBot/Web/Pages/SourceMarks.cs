using NewsBot.Core.Answers;
using NewsBot.Core.Display;
using NewsBot.Web.Access;

namespace NewsBot.Web.Pages;

/// <summary>Sentences with the numbers of their sources, each of which opens its passage in the reader.</summary>
/// <param name="links">The paths of passages.</param>
/// <param name="citations">By number from 1.</param>
internal sealed class SourceMarks(ReaderLinks links, IReadOnlyList<Citation> citations)
{
    /// <summary>A sentence with its numbers, and a space behind it.</summary>
    public Html Sentence(AnswerSentence sentence) => Html.Of($"<span dir=\"auto\">{DisplayText.Line(sentence.Text)}</span>{Of(sentence)} ");

    /// <summary>The numbers of a sentence.</summary>
    public Html Of(AnswerSentence sentence) => Html.Of($"<sup>{sentence.Citations.Select(number => Mark(citations[number - 1]))}</sup>");

    private Html Mark(Citation citation)
    {
        var title = DisplayText.Line(citation.Revision.Article.Title);
        return Html.Of($"<a class=\"mark\" href=\"{links.PathOf(citation)}\" aria-label=\"Source {citation.Number}: {title}\">{citation.Number}</a>");
    }
}
