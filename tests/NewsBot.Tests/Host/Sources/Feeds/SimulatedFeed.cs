using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsBot.Tests.Host.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Feeds;

/// <summary>A feed of a simulation: what its server does, and what was asked of it.</summary>
/// <param name="number">From 0; healthy feeds differ by it.</param>
/// <param name="kind">How it fails; empty for a healthy one.</param>
/// <param name="host">Where it lies.</param>
/// <param name="clock">The simulation's.</param>
internal sealed class SimulatedFeed(int number, string kind, string host, TimeProvider clock)
{
    /// <summary>What the path of a page begins with.</summary>
    public const string PagePath = "/page/";

    /// <summary>How many items a healthy feed shows, the newest.</summary>
    public const int Shown = 12;

    private static readonly byte[] Bomb = Zip(new byte[200_000_000]);

    private static readonly byte[] Crowd = Encoding.UTF8.GetBytes(
        SampleFeed.Rss("Crowd", Enumerable.Range(0, 100_000).Select(i => $"<item><guid>{i}</guid><title>Crowd {i}</title></item>")));

    private readonly DateTimeOffset began = clock.GetUtcNow();

    public int Number => number;

    public string Kind => kind;

    public string Host => host;

    public bool IsHealthy => kind.Length == 0;

    public string Path => $"/feed/{number}";

    /// <summary>Half of the healthy ones have teasers with pages behind them.</summary>
    public bool HasPages => IsHealthy && number % 4 == 1;

    /// <summary>Minutes between two items.</summary>
    public int Minutes => 7 + (number * 13 % 90);

    /// <summary>Minutes for which it wants to be left alone; 0 for any.</summary>
    public int TimeToLive => number % 5 == 0 ? 20 : 0;

    /// <summary>The number of its newest item at a time.</summary>
    public int Newest(DateTimeOffset at) => Shown + (int)((at - began).TotalMinutes / Minutes);

    /// <summary>What a reader recognises an item by.</summary>
    public string Words(int item) => $"town{number}x{item}x";

    public async Task ReplyAsync(SimulatedServer server, Stream to, SiteRequest request, CancellationToken token)
    {
        switch (kind)
        {
            case "404" or "410" or "500" or "503":
                await to.WriteAsync(SimulatedServer.Head(int.Parse(kind, CultureInfo.InvariantCulture), "Content-Length: 0"), token);
                break;
            case "429":
                await to.WriteAsync(SimulatedServer.Head(429, "Content-Length: 0", "Retry-After: 2400"), token);
                break;
            case "time-out":
                await server.HangAsync(to, token);
                break;
            case "reset":
                break;
            case "truncated":
                await SayAsync(to, SampleFeed.Rss("Truncated", SampleFeed.Whole(Words(1)), SampleFeed.Whole(Words(2)))[..^400], token);
                break;
            case "page":
                await SayAsync(to, SampleFeed.Page("nowhere"), token, "Content-Type: text/html");
                break;
            case "circle":
                await to.WriteAsync(SimulatedServer.Head(301, "Content-Length: 0", $"Location: {request.Path}"), token);
                break;
            case "private":
                await to.WriteAsync(SimulatedServer.Head(302, "Content-Length: 0", "Location: http://10.0.0.1/feed"), token);
                break;
            case "bomb":
                await to.WriteAsync(SimulatedServer.Head(200, "Content-Encoding: gzip", $"Content-Length: {Bomb.Length}"), token);
                await to.WriteAsync(Bomb, token);
                break;
            case "endless":
                await to.WriteAsync(SimulatedServer.Head(200), token);
                var part = Encoding.UTF8.GetBytes(new string(' ', 65_536));
                while (true)
                    await to.WriteAsync(part, token);
            case "encoding":
                await SayAsync(to, [.. "<?xml version=\"1.0\" encoding=\"utf-99\"?>"u8, .. Enumerable.Range(1, 5_000).Select(i => (byte)(i * 97))], token);
                break;
            case "crowd":
                await SayAsync(to, Crowd, token, "Content-Type: application/rss+xml");
                break;
            case "empty":
                await SayAsync(to, "", token);
                break;
            case "no http":
                await to.WriteAsync("SSH-2.0-OpenSSH_9.6\r\n"u8.ToArray(), token);
                break;
            default:
                await PublishAsync(to, server, request, token);
                break;
        }
    }

    private async Task PublishAsync(Stream to, SimulatedServer server, SiteRequest request, CancellationToken token)
    {
        var newest = Newest(clock.GetUtcNow());
        var tag = $"ETag: \"{newest}\"";
        if (request.Header("If-None-Match") == $"\"{newest}\"")
        {
            await to.WriteAsync(SimulatedServer.Head(304, tag), token);
            return;
        }

        var items = Enumerable.Range(newest - Shown + 1, Shown).Reverse().Select(item =>
            HasPages ? SampleFeed.Teaser(Words(item), server.At(PagePath + Words(item), host)) : SampleFeed.Whole(Words(item), server.At($"/item/{Words(item)}", host)));
        // A third of the servers know no tags.
        await SayAsync(to, SampleFeed.Rss($"Feed {number}", items.Append(TimeToLive > 0 ? $"<ttl>{TimeToLive}</ttl>" : "")), token, number % 3 == 1 ? "X-Tag: none" : tag);
    }

    private static Task SayAsync(Stream to, string body, CancellationToken token, params string[] headers) => SayAsync(to, Encoding.UTF8.GetBytes(body), token, headers);

    private static async Task SayAsync(Stream to, byte[] body, CancellationToken token, params string[] headers)
    {
        await to.WriteAsync(SimulatedServer.Head(200, [.. headers, $"Content-Length: {body.Length}"]), token);
        await to.WriteAsync(body, token);
    }

    private static byte[] Zip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
            zip.Write(bytes);
        return packed.ToArray();
    }
}
