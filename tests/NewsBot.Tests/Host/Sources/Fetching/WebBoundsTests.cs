using System.Globalization;
using System.Text;
using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Fetching;

/// <summary>Servers that send too much, too slowly, or for ever.</summary>
public sealed class WebBoundsTests : IAsyncDisposable
{
    private const int MaxBytes = 1_000_000;
    private static readonly byte[] Block = new byte[1 << 16];

    private readonly FakeSite site = new();
    private readonly WebFetcher fetcher = TestFetcher.Fetcher(options => (options.RequestSeconds, options.MaxFeedBytes) = (20, MaxBytes));
    private readonly WebFetcher impatient = TestFetcher.Fetcher(options => options.RequestSeconds = 2, time: new FastClock());

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        impatient.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_body_as_large_as_is_taken_is_taken_and_one_byte_more_is_not()
    {
        site.Says("/fits", new byte[MaxBytes]).Says("/passes", new byte[MaxBytes + 1]);
        Assert.Equal(MaxBytes, Assert.IsType<WebResult.Fetched>(await fetcher.FeedAsync(site.At("/fits"))).Body.Length);
        Assert.Equal("It is larger than 1 MB.", (await fetcher.FeedAsync(site.At("/passes"))).Fails(WebFailure.TooLarge).Sentence);
    }

    [Fact]
    public async Task A_packed_body_is_measured_unpacked()
    {
        site.Says("/fits", WebFetcherTests.Pack("gzip", new byte[MaxBytes]), 200, "Content-Encoding: gzip")
            .Says("/passes", WebFetcherTests.Pack("br", new byte[MaxBytes + 1]), 200, "Content-Encoding: br");
        Assert.Equal(MaxBytes, Assert.IsType<WebResult.Fetched>(await fetcher.FeedAsync(site.At("/fits"))).Body.Length);
        (await fetcher.FeedAsync(site.At("/passes"))).Fails(WebFailure.TooLarge);
    }

    [Fact]
    public async Task A_page_of_50_megabytes_is_given_up_at_the_bound()
    {
        var sent = 0L;
        site.Does("/", async (_, stream, token) =>
        {
            await stream.WriteAsync(FakeSite.Head(200), token);
            for (; sent < 50_000_000; sent += Block.Length)
                await stream.WriteAsync(Block, token);
        });
        (await fetcher.FeedAsync(site.At("/"))).Fails(WebFailure.TooLarge);

        // What is under way in the buffers of the two sockets comes on top.
        Assert.InRange(sent, 0, 20_000_000);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_is_given_up_at_the_bound(string encoding)
    {
        var bomb = WebFetcherTests.Pack(encoding, new byte[30_000_000]);
        Assert.InRange(bomb.Length, 1, 100_000);
        site.Says("/", bomb, 200, "Content-Encoding: " + encoding);
        (await fetcher.FeedAsync(site.At("/"))).Fails(WebFailure.TooLarge);
    }

    [Fact]
    public async Task A_body_without_end_is_given_up_at_the_bound()
    {
        site.Does("/", async (_, stream, token) =>
        {
            await stream.WriteAsync(FakeSite.Head(200, "Transfer-Encoding: chunked"), token);
            while (true)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(Block.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), token);
                await stream.WriteAsync(Block, token);
                await stream.WriteAsync("\r\n"u8.ToArray(), token);
            }
        });
        (await fetcher.FeedAsync(site.At("/"))).Fails(WebFailure.TooLarge);
    }

    [Fact]
    public async Task A_packed_body_without_end_that_unpacks_to_nothing_is_given_up_at_the_bound()
    {
        site.Does("/", async (_, stream, token) =>
        {
            await stream.WriteAsync(FakeSite.Head(200, "Content-Encoding: deflate"), token);
            await stream.WriteAsync(new byte[] { 0x78, 0x9C }, token);

            // Stored blocks of no length.
            var empty = Enumerable.Repeat(new byte[] { 0, 0, 0, 0xFF, 0xFF }, 10_000).SelectMany(block => block).ToArray();
            while (true)
                await stream.WriteAsync(empty, token);
        });
        (await fetcher.FeedAsync(site.At("/"))).Fails(WebFailure.TooLarge);
    }

    [Fact]
    public async Task Headers_without_end_are_given_up_at_the_bound()
    {
        site.Does("/", async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), token);
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-Header: {new string('x', 1000)}\r\n"), token);
        });
        (await fetcher.FeedAsync(site.At("/"))).Fails(WebFailure.Malformed);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("the head", "HTTP/1.1 200 OK\r\nX: ")]
    [InlineData("the body", "HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("hints", "HTTP/1.1 103 Early Hints\r\n\r\n")]
    public async Task A_server_that_drips_is_given_up_in_time(string what, string head)
    {
        site.Does("/", async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
            while (true)
            {
                if (what != "nothing")
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(what == "hints" ? head : "x"), token);
                await Task.Delay(10, token);
            }
        });
        Assert.True((await impatient.FeedAsync(site.At("/"))).Fails(WebFailure.Timeout).IsTransient);
    }

    [Fact]
    public async Task Redirects_share_the_time_of_one_fetch()
    {
        for (var step = 0; step < 9; step++)
        {
            var next = $"/{step + 1}";
            site.Does($"/{step}", async (_, stream, token) =>
            {
                await Task.Delay(60, token);
                await stream.WriteAsync(FakeSite.Head(302, $"Location: {next}", "Content-Length: 0"), token);
            });
        }

        (await impatient.FeedAsync(site.At("/0"))).Fails(WebFailure.Timeout);
        Assert.InRange(site.Requests.Count, 1, 4);
    }

    [Fact]
    public async Task A_request_may_bring_its_own_bound()
    {
        site.Says("/", "12345");
        (await fetcher.FetchAsync(new WebRequest(site.At("/"), WebKind.Feed) { MaxBytes = 4 }, TestContext.Current.CancellationToken)).Fails(WebFailure.TooLarge);
    }
}
