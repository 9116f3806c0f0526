using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NewsBot.Sources.Fetching;

/// <summary>Sends one request and reads the reply to it; a redirect is a result, and is not followed here.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class WebExchange : IDisposable
{
    private const int MaxHeaderKilobytes = 32;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // Names of hosts are looked up again after this time.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan IdleLifetime = TimeSpan.FromSeconds(20);

    private readonly HttpClient http;
    private readonly SemaphoreSlim running;
    private readonly TimeProvider time;
    private readonly string userAgent;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="connector">Makes every connection.</param>
    /// <param name="userAgent">The header.</param>
    /// <param name="requests">How many run at the same time; those above wait.</param>
    /// <param name="time">The clock of time-outs.</param>
    public WebExchange(SafeConnector connector, string userAgent, int requests, TimeProvider time)
    {
        (this.time, this.userAgent) = (time, userAgent);
        running = new SemaphoreSlim(requests, requests);
#pragma warning disable CA2000 // The client disposes its handler.
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = connector.ConnectAsync,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            PooledConnectionIdleTimeout = IdleLifetime,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            MaxResponseDrainSize = 0,
            // Addresses in Location are UTF-8 where they are not ASCII; a tag is sent back byte by byte as it came.
            ResponseHeaderEncodingSelector = (name, _) => name == "Location" ? Encoding.UTF8 : Encoding.Latin1,
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        };
#pragma warning restore CA2000

        // A certificate may name addresses to fetch its issuers from; those would be connected to without any check.
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        http = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Asks for an address.</summary>
    /// <param name="address">Checked by <see cref="WebAddress.Check"/>.</param>
    /// <param name="request">What is sent with it; its own address is ignored.</param>
    /// <param name="maxBytes">For the body.</param>
    /// <param name="patience">For all of it.</param>
    /// <returns>The result, and how long it took without the wait for its turn.</returns>
    public async Task<(WebStep Step, TimeSpan Took)> SendAsync(Uri address, WebRequest request, int maxBytes, TimeSpan patience, CancellationToken cancellationToken)
    {
        await running.WaitAsync(cancellationToken);
        try
        {
            var begin = time.GetTimestamp();
            return (await TrySendAsync(address, request, maxBytes, patience, cancellationToken), time.GetElapsedTime(begin));
        }
        finally
        {
            running.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        running.Dispose();
    }

    private async Task<WebStep> TrySendAsync(Uri address, WebRequest request, int maxBytes, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (patience <= TimeSpan.Zero)
            return new WebStep.Ended(WebFaults.TimedOut);
        using var ending = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellationToken);
        try
        {
            using var message = Message(address, request);
            using var reply = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ReadAsync(address, request, reply, maxBytes, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebStep.Ended(WebFaults.TimedOut);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            // A connection that breaks because the caller gave up is not a failure of the server; one that breaks when the time is up is a time-out.
            cancellationToken.ThrowIfCancellationRequested();
            return new WebStep.Ended(ending.IsCancellationRequested ? WebFaults.TimedOut : WebFaults.Of(failure));
        }
    }

    private HttpRequestMessage Message(Uri address, WebRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        Add("User-Agent", userAgent);
        Add("Accept", Accepted(request.Kind));
        Add("Accept-Encoding", BodyReader.AcceptEncoding);
        Add("If-None-Match", request.ETag);
        Add("If-Modified-Since", request.LastModified);
        return message;

        void Add(string name, string? value)
        {
            if (value is not null && value.All(c => c is >= ' ' and not '\x7F' and <= '\xFF'))
                message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string Accepted(WebKind kind) => kind switch
    {
        WebKind.Feed => "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.9, */*;q=0.5",
        WebKind.Page => "text/html, application/xhtml+xml, */*;q=0.5",
        _ => "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, */*;q=0.5",
    };

    private async Task<WebStep> ReadAsync(Uri address, WebRequest request, HttpResponseMessage reply, int maxBytes, CancellationToken cancellationToken)
    {
        var status = (int)reply.StatusCode;
        var now = time.GetUtcNow();
        switch (status)
        {
            case 204 or 205:
                return new WebStep.Ended(Fetched([]));
            case >= 200 and <= 203:
                if (reply.Content.Headers.ContentLength > maxBytes && !request.TakesBeginning)
                    return new WebStep.Ended(WebFaults.TooLarge(maxBytes));
                await using (var packed = await reply.Content.ReadAsStreamAsync(cancellationToken))
                {
                    var encoding = ReplyHeaders.Text(reply.Content.Headers, "Content-Encoding");
                    var (body, isCut) = await BodyReader.ReadAsync(packed, encoding, maxBytes, cancellationToken);
                    return new WebStep.Ended(isCut && !request.TakesBeginning ? WebFaults.TooLarge(maxBytes) : Fetched(body));
                }

            case 304 when request.ETag is not null || request.LastModified is not null:
                return new WebStep.Ended(new WebResult.NotModified(address)
                {
                    ETag = ReplyHeaders.Validator(reply.Headers, "ETag"),
                    LastModified = ReplyHeaders.Validator(reply.Content.Headers, "Last-Modified"),
                    MaxAge = ReplyHeaders.MaxAge(reply, now),
                });
            case 301 or 302 or 303 or 307 or 308:
                return new WebStep.Redirected(ReplyHeaders.Text(reply.Headers, "Location"), IsPermanent: status is 301 or 308);
            default:
                return new WebStep.Ended(WebFaults.Of(status) with { RetryAt = ReplyHeaders.RetryAt(reply, now) });
        }

        WebResult.Fetched Fetched(byte[] body) => new(address, body, ReplyHeaders.Text(reply.Content.Headers, "Content-Type"))
        {
            ETag = ReplyHeaders.Validator(reply.Headers, "ETag"),
            LastModified = ReplyHeaders.Validator(reply.Content.Headers, "Last-Modified"),
            MaxAge = ReplyHeaders.MaxAge(reply, now),
        };
    }
}

/// <summary>The result of one request.</summary>
internal abstract record WebStep
{
    private WebStep()
    {
    }

    public sealed record Ended(WebResult Result) : WebStep;

    /// <summary>It is elsewhere.</summary>
    /// <param name="Location">Where, as the server wrote it; null when it did not say.</param>
    /// <param name="IsPermanent">Whether it is there for good.</param>
    public sealed record Redirected(string? Location, bool IsPermanent) : WebStep;
}
