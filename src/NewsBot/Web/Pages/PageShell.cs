using NewsBot.Core.Articles;
using NewsBot.Core.Display;

namespace NewsBot.Web.Pages;

/// <summary>What every page has: the head, the way to the other pages, the foot.</summary>
internal static class PageShell
{
    /// <summary>A whole page.</summary>
    /// <param name="title">Of the window.</param>
    /// <param name="main">The content.</param>
    /// <param name="current">The path of the page in the navigation; empty for another one.</param>
    public static Html Page(string title, Html main, string current = "") => Html.Of(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="icon" href="{PageAssets.Icon.Path}" type="image/svg+xml">
        <link rel="stylesheet" href="{PageAssets.Style.Path}">
        <link rel="alternate" type="application/atom+xml" title="NewsBot: the news of the last day" href="{DigestFeed.Path}">
        <script src="{PageAssets.Script.Path}" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top"><div class="bar"><a class="brand" href="/">NewsBot</a>
        <nav aria-label="Pages">{Entry("/", "Ask", current)}{Entry("/digest", "Last day", current)}</nav></div></header>
        <main id="main" tabindex="-1">{main}</main>
        <footer class="foot"><p>Every sentence rests on an article of the archive, and opens where it stands there. <a href="{AdminPage.Path}">The service</a></p></footer>
        </body>
        </html>

        """);

    /// <summary>A page that says one thing, such as that there is no such article.</summary>
    public static Html Message(string title, string sentence) => Page(
        $"{title} · NewsBot", Html.Of($"<div class=\"column\"><h1>{title}</h1><p class=\"lead\">{sentence}</p><p><a href=\"/\">Ask a question</a></p></div>"));

    /// <summary>'Outlet · 22 Jul 2025', or what is known of it.</summary>
    public static Html Origin(Article article)
    {
        var outlet = DisplayText.Line(article.Source);
        var date = article.PublishedAt is { } at
            ? Html.Of($"<time datetime=\"{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")}\">{DisplayText.Date(at)}</time>")
            : Html.Empty;
        var between = outlet.Length > 0 && article.PublishedAt is not null ? " · " : "";
        return Html.Of($"<span class=\"origin\">{outlet}{between}{date}</span>");
    }

    private static Html Entry(string path, string name, string current) => path == current
        ? Html.Of($"<a href=\"{path}\" aria-current=\"page\">{name}</a>")
        : Html.Of($"<a href=\"{path}\">{name}</a>");
}
