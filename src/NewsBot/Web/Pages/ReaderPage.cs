using System.Text.RegularExpressions;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Text;
using NewsBot.Web.Access;

namespace NewsBot.Web.Pages;

/// <summary>The page of an article.</summary>
internal sealed partial class ReaderPage(ReaderLinks links)
{
    /// <summary>The page.</summary>
    /// <param name="read">The article.</param>
    /// <param name="part">The part of a long text, from 1; null for the one that the passages are in.</param>
    public Html Write(ReadArticle read, int? part)
    {
        var article = read.Shown.Article;
        var body = new BodyLayout(article.Body, read.Marked, read.Changes);
        var index = Math.Clamp((part - 1) ?? body.FirstMarkedPart, 0, body.PartCount - 1);
        var title = DisplayText.Line(article.Title);
        var main = Html.Of(
            $"""
            <article class="reader"{Language(article.Language)}>
            <header>
            <p class="kicker">{PageShell.Origin(article)}{Author(article)}</p>
            <h1 dir="auto">{title}</h1>
            <p class="actions">{Original(read)}{Jump(read)}</p>
            {Outdated(read)}
            </header>
            <div class="text">
            {body.Part(index)}</div>
            {Parts(read, body.PartCount, index)}
            </article>
            {Beside(read)}

            """);
        return PageShell.Page($"{title} · NewsBot", Html.Of($"<div class=\"reading\">{main}</div>"));
    }

    private Html Beside(ReadArticle read) => Html.When(read.Changes.Count + read.Copies.Count + read.Story.Count > 0, () => Html.Of(
        $"""
        <aside class="beside" aria-label="About this article">
        {Changes(read)}{List("The same text elsewhere", read.Copies)}{List("More on this story", read.Story)}
        </aside>
        """));

    private static Html Author(Article article)
    {
        var author = DisplayText.Line(article.Author);
        return Html.When(author.Length > 0, () => Html.Of($"<span class=\"origin\"> · {author}</span>"));
    }

    /// <summary>Only a tag that looks like one is written: screen readers choose a voice by it.</summary>
    private static Html Language(string? tag) => Html.When(tag is not null && LanguageTag().IsMatch(tag), () => Html.Of($" lang=\"{tag}\""));

    private static Html Original(ReadArticle read)
    {
        var article = read.Shown.Article;
        var address = TextFragmentLink.For(article.Url, article.Body, read.Marked.Count > 0 ? read.Marked[0] : new TextSpan(0, 0));
        if (address is not null)
            return Html.Of($"<a class=\"out\" href=\"{address}\" rel=\"noopener noreferrer external\">Read the original</a>");
        return article.FileName is { } file ? Html.Of($"<span class=\"quiet\">From the file {DisplayText.Line(file)}</span>") : Html.Empty;
    }

    private static Html Jump(ReadArticle read) => read.Marked.Count switch
    {
        0 => Html.Empty,
        1 => Html.Of($"<a href=\"#s1\">Go to the cited passage</a>"),
        _ => Html.Of($"<a href=\"#s1\">Go to the first of {read.Marked.Count} cited passages</a>"),
    };

    private Html Outdated(ReadArticle read)
    {
        if (read.Current is null)
            return Html.Of($"<p class=\"notice\">The archive does not keep this article any more; this is the text that was cited.</p>");
        if (read.Current.RevisionId == read.Shown.RevisionId)
            return Html.Empty;
        var day = read.StoredAt is { } at ? $" of {DisplayText.Date(at)}" : "";
        var now = Html.Of($"<a href=\"{links.PathOf(read.Current, [])}\">Read it as it is now</a>");
        return Html.Of($"<p class=\"notice\">This is the text{day}, as it was cited. The article changed since. {now}</p>");
    }

    private Html Parts(ReadArticle read, int count, int index) => Html.When(count > 1, () =>
    {
        var path = links.PathOf(read.Shown, []);
        var before = Html.When(index > 0, () => Html.Of($"<a href=\"{path}&amp;part={index}\" rel=\"prev\">Earlier part</a>"));
        var after = Html.When(index < count - 1, () => Html.Of($"<a href=\"{path}&amp;part={index + 2}\" rel=\"next\">Next part</a>"));
        return Html.Of($"<nav class=\"parts\" aria-label=\"Parts of the article\">{before}<span>Part {index + 1} of {count}</span>{after}</nav>");
    });

    private static Html Changes(ReadArticle read) => Html.When(read.Changes.Count > 0, () =>
    {
        var items = read.Changes.Select((change, i) => Html.Of(
            $"""
            <li id="c{i + 1}"><p>{Sentence(change)}</p>
            <blockquote dir="auto">{DisplayText.Line(change.Sentence.In(read.Shown.Article.Body))}</blockquote>
            {Other(change)}
            <p><a href="#n{i + 1}">Back to the sentence</a></p></li>

            """));
        return Html.Of($"<section><h2>What changed</h2><ul class=\"changes\">{items}</ul></section>");
    });

    private static Html Other(SentenceChange change) => Html.When(change.Other is not null, () => Html.Of(
        $"<p>{(change.IsGone ? "Then it read" : "Before, it read")}:</p><blockquote dir=\"auto\">{DisplayText.Line(change.Other)}</blockquote>"));

    private static string Sentence(SentenceChange change)
    {
        var day = DisplayText.Date(change.At);
        if (change.IsGone)
            return change.Other is null ? $"This sentence was taken out on {day}." : $"This sentence changed again on {day}.";
        return change.Other is null ? $"This sentence was added on {day}." : $"This sentence changed on {day}.";
    }

    private Html List(string title, IReadOnlyList<Article> articles) => Html.When(articles.Count > 0, () =>
    {
        var items = articles.Select(article => Html.Of(
            $"<li><a href=\"{links.PathOf(article.Id)}\" dir=\"auto\">{DisplayText.Line(article.Title)}</a>{PageShell.Origin(article)}</li>\n"));
        return Html.Of($"<section><h2>{title}</h2><ul class=\"list\">{items}</ul></section>");
    });

    [GeneratedRegex("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LanguageTag();
}
