using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Args;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;

namespace NewsBot.Telegram.Api;

/// <summary>Makes requests by the package's client and turns its failures into <see cref="BotApiException"/>.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class TelegramBotConnection : IDisposable
{
    // A hundred updates of the longest messages, each with one that it replies to, take a few megabytes.
    private const int MaxReplyBytes = 32 << 20;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // Names of hosts are looked up anew after this time.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient http;
    private readonly TelegramBotClient client;
    private readonly BotApiErrors errors;
    private readonly string pathPrefix;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="token">The bot's.</param>
    /// <param name="baseUrl">HTTP or HTTPS; a path is kept, query and fragment are not.</param>
    /// <exception cref="ArgumentException">The address has the wrong form.</exception>
    public TelegramBotConnection(BotToken token, Uri baseUrl)
    {
        if (!baseUrl.IsAbsoluteUri || (baseUrl.Scheme != Uri.UriSchemeHttp && baseUrl.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException("The Bot API's address has to begin with http:// or https://.", nameof(baseUrl));
        errors = new BotApiErrors(token);
        pathPrefix = baseUrl.AbsolutePath.TrimEnd('/');
#pragma warning disable CA2000 // The client disposes its handler.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };
#pragma warning restore CA2000
        http = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MaxReplyBytes };
        // At 0 the package does not wait out a limit by itself: the outbox decides.
        client = new TelegramBotClient(new TelegramBotClientOptions(token.Value, baseUrl.GetLeftPart(UriPartial.Authority)) { RetryThreshold = 0 }, http);
        client.OnMakingApiRequest += KeepPath;
        client.OnApiResponseReceived += ThrowIfRefusedAsync;
    }

    /// <summary>Makes a request.</summary>
    /// <param name="request">The package's.</param>
    /// <param name="timeout">For the whole call, the reply's body included.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="BotApiException">The call failed.</exception>
    public async Task<T> SendAsync<T>(IRequest<T> request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(timeout);
        try
        {
            return await client.SendRequest(request, ending.Token);
        }
        catch (Exception failure) when (failure is RequestException or OperationCanceledException)
        {
            // The package wraps a cancellation that comes while it reads the reply; and one of ours is a time-out.
            cancellationToken.ThrowIfCancellationRequested();
            throw ending.IsCancellationRequested
                ? errors.Failed(request.MethodName, $"got no reply within {timeout.TotalSeconds} s")
                : errors.Failed(request.MethodName, $"failed: {failure.Message}", failure);
        }
    }

    /// <summary>The failure of a call whose result is not what the method returns.</summary>
    public BotApiException NotTheBotApi(string method) => errors.Failed(method, "was answered with something that is no reply of the Bot API");

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>The package keeps scheme and authority of the address only.</summary>
    private ValueTask KeepPath(ITelegramBotClient sender, ApiRequestEventArgs args, CancellationToken cancellationToken)
    {
        if (pathPrefix.Length > 0 && args.HttpRequestMessage is { RequestUri: { } url } request)
            request.RequestUri = new Uri(url.GetLeftPart(UriPartial.Authority) + pathPrefix + url.AbsolutePath);
        return ValueTask.CompletedTask;
    }

    /// <summary>The package's own exception lacks the Retry-After header, and it reads no error in a reply with the status 200.</summary>
    private async ValueTask ThrowIfRefusedAsync(ITelegramBotClient sender, ApiResponseEventArgs args, CancellationToken cancellationToken)
    {
        var response = args.ResponseMessage;
        var status = (int)response.StatusCode;
        if (await ReadAsync(response, cancellationToken) is not { Ok: false } reply || (reply.ErrorCode == 0 && status < 400))
            return;
        var wait = reply.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : response.Headers.RetryAfter?.Delta;
        var code = reply.ErrorCode == 0 ? status : reply.ErrorCode;
        throw errors.Refused(args.ApiRequestEventArgs.Request.MethodName, code, reply.Description, reply.Parameters?.MigrateToChatId, wait);
    }

    /// <summary>The reply without its result; null when it is none of the Bot API, of which the package complains itself. The body stays buffered for it.</summary>
    private static async Task<ApiResponse?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiResponse>(await response.Content.ReadAsByteArrayAsync(cancellationToken), JsonBotAPI.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
