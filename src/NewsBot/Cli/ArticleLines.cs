using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Text;

namespace NewsBot.Cli;

/// <summary>The lines that introduce an article: title, outlet and date, address.</summary>
internal static class ArticleLines
{
    /// <summary>Title behind its number, then outlet and date.</summary>
    public static TerminalText Heading(this TerminalText text, TerminalRun number, Article article)
    {
        text.Paragraph(number, new TerminalRun(article.Title, TextRole.Strong));
        var date = DisplayText.Date(article.PublishedAt);
        var outlet = DisplayText.Line(article.Source);
        var line = outlet.Length > 0 && date.Length > 0 ? $"{outlet} · {date}" : outlet + date;
        return line.Length > 0 ? text.Paragraph(Indent(number), new TerminalRun(line, TextRole.Faint)) : text;
    }

    /// <summary>The address, which selects the quote when there is one; the id and the file name of an article without address.</summary>
    public static TerminalText Address(this TerminalText text, TerminalRun number, Article article, TextSpan quote)
    {
        var link = TextFragmentLink.For(article.Url, article.Body, quote);
        if (link is not null)
            return text.Paragraph(Indent(number), new TerminalRun(link, TextRole.Link));
        var place = article.FileName is null ? article.Id : $"{article.Id} ({article.FileName})";
        return text.Paragraph(Indent(number), new TerminalRun(place, TextRole.Faint));
    }

    private static TerminalRun Indent(TerminalRun number) => new(new string(' ', number.Text.Length));
}
