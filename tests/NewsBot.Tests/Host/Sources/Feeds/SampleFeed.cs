using System.Net;
using System.Text;

namespace NewsBot.Tests.Host.Sources.Feeds;

/// <summary>Feeds and pages made up for tests.</summary>
internal static class SampleFeed
{
    /// <summary>Long enough to be a whole article to anybody.</summary>
    public static string Paragraphs(string name, int count = 4) => string.Concat(Enumerable.Range(1, count).Select(i =>
        $"<p>The council of {name} met on day {i} of the week and decided, after a debate of several hours, to repair the old bridge over the river. The mayor of {name} "
            + $"thanked everybody who came, and said that work number {i} begins in spring, once the money is there.</p>"));

    /// <summary>A page with an article about what a teaser of the same name announces.</summary>
    public static string Page(string name) =>
        $"<html><head><title>News from {name}</title></head><body><nav><a href='/'>Home</a></nav><article><h1>News from {name}</h1>{Paragraphs(name)}</article></body></html>";

    /// <summary>RSS of items without a link.</summary>
    public static string Rss(string title, params IEnumerable<string> items) =>
        $"<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>{WebUtility.HtmlEncode(title)}</title>"
            + $"<link>https://site.example/</link><language>en</language>{string.Concat(items)}</channel></rss>";

    /// <summary>An item with its whole text.</summary>
    public static string Whole(string id, string? link = null, string? text = null, string? date = null) =>
        Item(id, link, $"<content:encoded><![CDATA[{text ?? Paragraphs(id)}]]></content:encoded>", date);

    /// <summary>An item with a teaser only.</summary>
    public static string Teaser(string id, string link) => Item(id, link, $"<description>The council of {id} decided to repair the old bridge…</description>", date: null);

    /// <summary>An item of any kind.</summary>
    public static string Item(string id, string? link, string rest, string? date)
    {
        var item = new StringBuilder($"<item><guid isPermaLink=\"false\">{id}</guid><title>News from {id}</title>");
        if (link is not null)
            item.Append("<link>").Append(WebUtility.HtmlEncode(link)).Append("</link>");
        if (date is not null)
            item.Append("<pubDate>").Append(date).Append("</pubDate>");
        return item.Append(rest).Append("</item>").ToString();
    }
}
