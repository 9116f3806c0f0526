using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.Benchmarks;

/// <summary>A news site on loopback: each fetch of one of its feeds brings forty items that were never there, every second one a teaser with a page behind it.</summary>
internal sealed class SoakSite : IAsyncDisposable
{
    private const int ItemsOfFetch = 40;

    private static readonly string[] Places = ["Kharkiv", "Lima", "Osaka", "Bergen", "Tunis", "Quito", "Leeds", "Graz"];
    private static readonly string[] Events = ["opened a bridge", "closed its port", "was flooded", "elected a mayor", "won the cup", "raised its taxes"];

    private readonly WebApplication app;
    private int items;
    private int pages;

    private SoakSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Without a path.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Items that were served so far.</summary>
    public int Items => Volatile.Read(ref items);

    /// <summary>Pages that were served so far.</summary>
    public int Pages => Volatile.Read(ref pages);

    public static async Task<SoakSite> StartAsync()
    {
        var site = new SoakSite();
        await site.app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var (kind, body) = path switch
        {
            "/robots.txt" => ("text/plain", "User-agent: *\nAllow: /\n"),
            _ when path.StartsWith("/feed", StringComparison.Ordinal) => ("application/rss+xml", Feed(path)),
            _ => ("text/html", Page(int.TryParse(path.AsSpan(2), out var number) ? number : 0)),
        };
        context.Response.ContentType = kind + "; charset=utf-8";
        return context.Response.WriteAsync(body);
    }

    private string Feed(string path)
    {
        var end = Interlocked.Add(ref items, ItemsOfFetch);
        var feed = new StringBuilder($"<?xml version='1.0'?><rss version='2.0'><channel><title>News of {path[1..]}</title><link>{Address}</link><description>News</description>");
        for (var item = end - ItemsOfFetch; item < end; item++)
        {
            var (title, text) = Article(item);
            feed.Append($"<item><title>{title}</title><link>{new Uri(Address, $"/a{item}")}</link><guid>{item}</guid><pubDate>{TimeProvider.System.GetUtcNow():R}</pubDate>")
                .Append($"<description>{(item % 2 == 0 ? text[..120] : text)}</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    private string Page(int item)
    {
        Interlocked.Increment(ref pages);
        var (title, text) = Article(item);
        return $"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p><p>{text}</p></article></body></html>";
    }

    private static (string Title, string Text) Article(int item)
    {
        var random = new Random(item);
        var sentences = Enumerable.Range(0, 12).Select(_ =>
            $"In {Any(Places)}, officials said that {random.Next(2, 900)} people were affected when the city {Any(Events)} in case {item}.");
        var text = string.Join(' ', sentences);
        return ($"{Any(Places)} {Any(Events)}: day {item}", text);

        string Any(string[] words) => words[random.Next(words.Length)];
    }
}
