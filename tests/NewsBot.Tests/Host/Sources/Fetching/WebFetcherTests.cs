using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NewsBot.Sources.Fetching;
using NewsBot.Tests.Host.Storage;
using WebRequest = NewsBot.Sources.Fetching.WebRequest;

namespace NewsBot.Tests.Host.Sources.Fetching;

public sealed class WebFetcherTests : IAsyncDisposable
{
    private readonly FakeSite site = new();
    private readonly WebFetcher fetcher = TestFetcher.Fetcher();

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_body_comes_with_what_its_headers_say()
    {
        site.Says("/", "Здрастуйте", 200, "Content-Type: text/xml; charset=utf-8", "ETag: W/\"a\"", "Last-Modified: Sun, 01 Mar 2026 10:00:00 GMT",
            "Cache-Control: public, max-age=600", "Age: 60");
        var fetched = Assert.IsType<WebResult.Fetched>(await fetcher.FeedAsync(site.At("/")));
        Assert.Equal("Здрастуйте", Encoding.UTF8.GetString(fetched.Body));
        Assert.Equal(
            (site.At("/"), null, "text/xml; charset=utf-8", "W/\"a\"", "Sun, 01 Mar 2026 10:00:00 GMT", TimeSpan.FromSeconds(540)),
            (fetched.Address, fetched.MovedTo, fetched.ContentType, fetched.ETag, fetched.LastModified, fetched.MaxAge));
    }

    [Theory]
    [InlineData("", "NewsBot/1.0")]
    [InlineData("https://news.example/bot", "NewsBot/1.0 (+https://news.example/bot)")]
    [InlineData("me@news.example", "NewsBot/1.0 (+me@news.example)")]
    public async Task The_bot_says_who_it_is(string contact, string userAgent)
    {
        using var named = TestFetcher.Fetcher(options => options.Contact = contact);
        site.Says("/", "");
        await named.FeedAsync(site.At("/"));
        var request = Assert.Single(site.Requests);
        Assert.Equal(userAgent, request.Header("User-Agent"));
        Assert.Equal("gzip, br", request.Header("Accept-Encoding"));
        Assert.StartsWith("application/rss+xml", request.Header("Accept"), StringComparison.Ordinal);
        Assert.Empty(request.Headers.Keys.Except(["Host", "User-Agent", "Accept", "Accept-Encoding"]));
    }

    [Fact]
    public async Task What_is_kept_is_asked_for_by_tag_and_date()
    {
        site.Says("/", "", 304, "ETag: \"b\"", "Cache-Control: max-age=60");
        var same = Assert.IsType<WebResult.NotModified>(await fetcher.FetchAsync(
            new WebRequest(site.At("/"), WebKind.Feed) { ETag = "\"ä\"", LastModified = "yesterday" }, TestContext.Current.CancellationToken));
        Assert.Equal(("\"b\"", TimeSpan.FromMinutes(1)), (same.ETag, same.MaxAge));
        Assert.Equal(("\"ä\"", "yesterday"), (site.Requests[0].Header("If-None-Match"), site.Requests[0].Header("If-Modified-Since")));
    }

    [Fact]
    public async Task Nothing_can_be_unchanged_that_was_not_asked_for()
    {
        site.Says("/", "", 304);
        (await fetcher.FeedAsync(site.At("/"))).Fails(WebFailure.Malformed);
    }

    [Fact]
    public async Task A_tag_with_a_line_break_is_not_sent()
    {
        site.Says("/", "");
        await fetcher.FetchAsync(new WebRequest(site.At("/"), WebKind.Feed) { ETag = "\"a\"\r\nX-Evil: 1" }, TestContext.Current.CancellationToken);
        Assert.Null(site.Requests[0].Header("X-Evil"));
        Assert.Null(site.Requests[0].Header("If-None-Match"));
    }

    [Theory]
    [InlineData(400, nameof(WebFailure.NotFound), false)]
    [InlineData(401, nameof(WebFailure.Forbidden), false)]
    [InlineData(403, nameof(WebFailure.Forbidden), false)]
    [InlineData(404, nameof(WebFailure.NotFound), false)]
    [InlineData(408, nameof(WebFailure.ServerError), true)]
    [InlineData(410, nameof(WebFailure.Gone), false)]
    [InlineData(429, nameof(WebFailure.TooManyRequests), true)]
    [InlineData(500, nameof(WebFailure.ServerError), true)]
    [InlineData(503, nameof(WebFailure.ServerError), true)]
    [InlineData(599, nameof(WebFailure.ServerError), true)]
    [InlineData(206, nameof(WebFailure.Malformed), false)]
    [InlineData(300, nameof(WebFailure.Malformed), false)]
    public async Task A_status_tells_why(int status, string failure, bool isTransient)
    {
        site.Says("/", "x", status);
        var failed = (await fetcher.FeedAsync(site.At("/"))).Fails(Enum.Parse<WebFailure>(failure));
        Assert.Equal((status, isTransient, null), (failed.StatusCode, failed.IsTransient, failed.RetryAt));
    }

    [Theory]
    [InlineData("120", 120.0)]
    [InlineData("1.5", 1.5)]
    [InlineData(" 5 ", 5.0)]
    [InlineData("Sun, 01 Mar 2026 12:10:00 GMT", 600.0)]
    [InlineData("Sunday, 01-Mar-26 12:10:00 GMT", 600.0)]
    [InlineData("99999999999999999999", 7 * 86_400.0)]
    [InlineData("Sun, 01 Mar 2099 12:10:00 GMT", 7 * 86_400.0)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("Sun, 01 Mar 2020 12:10:00 GMT", null)]
    [InlineData("soon", null)]
    [InlineData("NaN", null)]
    public async Task A_server_says_when_to_ask_again(string header, double? seconds)
    {
        var clock = new ManualTime();
        using var later = TestFetcher.Fetcher(time: clock);
        site.Says("/429", "", 429, "Retry-After: " + header).Says("/503", "", 503, "Retry-After: " + header);
        DateTimeOffset? at = seconds is { } known ? clock.Now.AddSeconds(known) : null;
        Assert.Equal(at, (await later.FeedAsync(site.At("/429"))).Fails(WebFailure.TooManyRequests).RetryAt);
        Assert.Equal(at, (await later.FeedAsync(site.At("/503"))).Fails(WebFailure.ServerError).RetryAt);
    }

    [Theory]
    [InlineData("Expires: Sun, 01 Mar 2026 13:00:00 GMT", 3600)]
    [InlineData("Expires: 0", null)]
    [InlineData("Cache-Control: no-cache, max-age=60", null)]
    [InlineData("Cache-Control: max-age=0", null)]
    [InlineData("Cache-Control: max-age=99999999", 30 * 86_400)]
    [InlineData("Cache-Control: max-age=99999999999999", null)]
    [InlineData("Cache-Control: ,;=", null)]
    [InlineData("X: y", null)]
    public async Task A_reply_says_how_long_it_is_fresh(string header, int? seconds)
    {
        using var later = TestFetcher.Fetcher(time: new ManualTime());
        site.Says("/", "", 200, header);
        Assert.Equal(seconds, Assert.IsType<WebResult.Fetched>(await later.FeedAsync(site.At("/"))).MaxAge?.TotalSeconds);
    }

    [Theory]
    [InlineData("301 308", "/1")]
    [InlineData("302", null)]
    [InlineData("303", null)]
    [InlineData("307", null)]
    [InlineData("302 301", null)]
    [InlineData("301 302", "/0")]
    public async Task A_move_for_good_is_told(string statuses, string? movedTo)
    {
        var steps = statuses.Split(' ').Select(int.Parse).ToList();
        site.Redirects("/", "/0#part", steps[0]).Redirects("/0", "/1", steps.Count > 1 ? steps[1] : 302).Says("/1", "Here.");
        if (steps.Count == 1)
            site.Says("/0", "Here.");
        var fetched = Assert.IsType<WebResult.Fetched>(await fetcher.FeedAsync(site.At("/")));
        Assert.Equal(movedTo is null ? null : site.At(movedTo), fetched.MovedTo);
        Assert.Equal(site.At($"/{steps.Count - 1}"), fetched.Address);
    }

    [Fact]
    public async Task A_redirect_is_read_as_utf8()
    {
        site.Redirects("/", "/новини?a=б").Says("/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8?a=%D0%B1", "Here.");
        Assert.Equal("Here.", (await fetcher.FeedAsync(site.At("/"))).Text());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("#part")]
    [InlineData("")]
    [InlineData("http://")]
    [InlineData("http://[")]
    public async Task A_redirect_that_leads_nowhere_is_told(string location)
    {
        site.Redirects("/", location);
        (await fetcher.FeedAsync(site.At("/"))).Fails(WebFailure.BadRedirect);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task Redirects_end()
    {
        site.Redirects("/a", "/b").Redirects("/b", "/a");
        (await fetcher.FeedAsync(site.At("/a"))).Fails(WebFailure.BadRedirect);
        Assert.Equal(["/a", "/b"], site.Paths);
        for (var step = 0; step < 20; step++)
            site.Redirects($"/{step}", $"/{step + 1}");
        (await fetcher.FeedAsync(site.At("/0"))).Fails(WebFailure.TooManyRedirects);
        Assert.Equal(2 + 11, site.Requests.Count);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("identity")]
    public async Task A_packed_body_is_unpacked(string encoding)
    {
        var text = string.Concat(Enumerable.Repeat("News of the day. ", 10_000));
        site.Says("/", Pack(encoding, Encoding.UTF8.GetBytes(text)), 200, "Content-Encoding: " + encoding);
        Assert.Equal(text, (await fetcher.FeedAsync(site.At("/"))).Text());
    }

    [Theory]
    [InlineData("gzip", "no gzip")]
    [InlineData("br", "no brotli")]
    [InlineData("deflate", "no zlib")]
    [InlineData("zstd", "x")]
    [InlineData("gzip, gzip", "no gzip at all")]
    public async Task A_body_that_is_not_packed_as_it_says_is_told(string encoding, string body)
    {
        site.Says("/", body, 200, "Content-Encoding: " + encoding);
        (await fetcher.FeedAsync(site.At("/"))).Fails(WebFailure.BadEncoding);
    }

    [Theory]
    [InlineData("", "gzip")]
    [InlineData("utf-8", "gzip")]
    [InlineData("none", "identity")]
    [InlineData("nonsense", "identity")]
    [InlineData("gzip", "identity")]
    [InlineData("br", "identity")]
    [InlineData("deflate", "identity")]
    [InlineData("deflate", "gzip")]
    [InlineData("br", "gzip")]
    [InlineData("none, gzip", "gzip")]
    [InlineData("", "deflate")]
    [InlineData("none", "deflate")]
    public async Task A_body_is_read_by_its_first_bytes_where_the_header_is_missing_or_wrong(string said, string packed)
    {
        const string Text = "<?xml version='1.0'?><rss/>";
        site.Says("/", Pack(packed, Encoding.UTF8.GetBytes(Text)), 200, said.Length > 0 ? "Content-Encoding: " + said : "Content-Type: application/x-gzip");
        Assert.Equal(Text, (await fetcher.FeedAsync(site.At("/"))).Text());
    }

    [Fact]
    public async Task A_packed_file_that_is_packed_on_its_way_is_unpacked_twice()
    {
        site.Says("/feed.xml.gz", Pack("gzip", Pack("gzip", "<rss/>"u8.ToArray())), 200, "Content-Encoding: gzip");
        Assert.Equal("<rss/>", (await fetcher.FeedAsync(site.At("/feed.xml.gz"))).Text());
    }

    [Fact]
    public async Task A_damaged_body_is_told()
    {
        var packed = Pack("gzip", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 10_000))));
        packed.AsSpan(packed.Length / 2, 100).Fill(0xFF);
        site.Says("/", packed, 200, "Content-Encoding: gzip");
        (await fetcher.FeedAsync(site.At("/"))).Fails(WebFailure.BadEncoding);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9\r\n", nameof(WebFailure.Malformed))]
    [InlineData("HTTP/1.1 abc\r\n\r\n", nameof(WebFailure.Malformed))]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc", nameof(WebFailure.ConnectionFailed))]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", nameof(WebFailure.Malformed))]
    [InlineData("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", nameof(WebFailure.Malformed))]
    [InlineData("", nameof(WebFailure.ConnectionFailed))]
    public async Task A_reply_that_is_none_is_told(string reply, string failure)
    {
        site.Does("/", (_, stream, token) => stream.WriteAsync(Encoding.ASCII.GetBytes(reply), token).AsTask());
        (await fetcher.FeedAsync(site.At("/"))).Fails(Enum.Parse<WebFailure>(failure));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        var address = site.At("/");
        await site.DisposeAsync();
        Assert.True((await fetcher.FeedAsync(address)).Fails(WebFailure.ConnectionFailed).IsTransient);
        using var named = TestFetcher.Fetcher(names: new ScriptedNames().Add("empty.example"));
        (await named.FeedAsync(new Uri("http://nobody.example/"))).Fails(WebFailure.NameNotFound);
        (await named.FeedAsync(new Uri("http://empty.example/"))).Fails(WebFailure.NameNotFound);
    }

    [Fact]
    public async Task A_server_without_encryption_is_told()
    {
        site.Says("/", "Here.");
        (await fetcher.FeedAsync(new Uri($"https://127.0.0.1:{site.Port}/"))).Fails(WebFailure.TlsFailed);
    }

    [Fact]
    public async Task A_server_that_cannot_prove_who_it_is_is_told_nothing()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var fetching = fetcher.FeedAsync(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var encrypted = new SslStream(client.GetStream());
        var told = Record.ExceptionAsync(async () =>
        {
            await encrypted.AuthenticateAsServerAsync(certificate);
            Assert.Equal(0, await encrypted.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
        });
        (await fetching).Fails(WebFailure.TlsFailed);
        Assert.IsNotType<Xunit.Sdk.EqualException>(await told);
    }

    [Fact]
    public async Task The_next_address_of_a_name_is_tried()
    {
        site.Says("/", "Here.");
        using var named = TestFetcher.Fetcher(options => options.AllowedPrivateAddresses = ["127.0.0.0/8"], new ScriptedNames().Add("news.example", "127.0.0.9", "127.0.0.1"));
        Assert.Equal("Here.", (await named.FeedAsync(site.At("/", "news.example"))).Text());
    }

    [Fact]
    public async Task Who_gives_up_is_told_so()
    {
        using var given = new CancellationTokenSource();
        site.Does("/", async (_, _, token) =>
        {
            await given.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new WebRequest(site.At("/"), WebKind.Feed), given.Token));
    }

    internal static byte[] Pack(string encoding, byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var packing = encoding.ToLowerInvariant() switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true),
            "identity" => (Stream)packed,
            _ => new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true),
        })
            packing.Write(plain);
        return packed.ToArray();
    }

    [Fact]
    public async Task A_server_that_ends_the_connection_without_a_word_is_asked_once()
    {
        site.Does("/feed", (_, _, _) => Task.CompletedTask);
        (await fetcher.FeedAsync(site.At("/feed"))).Fails(WebFailure.ConnectionFailed);
        Assert.Single(site.Requests);
    }
}
