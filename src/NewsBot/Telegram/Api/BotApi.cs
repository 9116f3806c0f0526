using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Chats;
using Telegram.Bot;
using Telegram.Bot.Args;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Api;

/// <summary>The Bot API by way of the package's client.</summary>
/// <remarks>
/// Safe for concurrent use. A request is sent once: nothing in here waits out a limit or tries again. Every failure of the service or of the way to it is a
/// <see cref="BotApiException"/>, the client's own time-out included; only the caller's cancellation is an <see cref="OperationCanceledException"/>.
/// No exception and no log line holds the token. The package drops the path of the Bot API's address; here it is kept.
/// </remarks>
internal sealed class BotApi : IDisposable
{
    // A hundred updates of the longest messages, each with one that it replies to, take a few megabytes.
    private const int MaxReplyBytes = 32 << 20;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // Names of hosts are looked up again after this time.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // The updates that the bot handles, as the package names them and as the Bot API does.
    private static readonly UpdateType[] AllowedUpdateTypes =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember, UpdateType.StoppedMessageGeneration];

    private static readonly string[] AllowedUpdates = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member", "stopped_message_generation"];

    private readonly HttpClient http;
    private readonly TelegramBotClient client;
    private readonly BotApiErrors errors;
    private readonly string pathPrefix;
    private readonly TimeSpan requestTimeout;

    /// <summary>A client for one bot; it sends nothing yet.</summary>
    /// <param name="token">The bot's, as @BotFather gives it out.</param>
    /// <param name="baseUrl">The Bot API's address, HTTP or HTTPS, with the path before '/bot' if there is one; query and fragment are dropped.</param>
    /// <param name="requestTimeout">For a whole request; what a long poll waits for comes on top.</param>
    /// <param name="handler">Sends the HTTP requests; null for the network. The client disposes it.</param>
    /// <exception cref="ArgumentException">The token or the address has the wrong form.</exception>
    public BotApi(BotToken token, Uri baseUrl, TimeSpan requestTimeout, HttpMessageHandler? handler = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(requestTimeout, TimeSpan.Zero);
        this.requestTimeout = requestTimeout;
        if (!baseUrl.IsAbsoluteUri || (baseUrl.Scheme != Uri.UriSchemeHttp && baseUrl.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException("The Bot API's address has to begin with http:// or https://.", nameof(baseUrl));
        errors = new BotApiErrors(token);
        pathPrefix = baseUrl.AbsolutePath.TrimEnd('/');
#pragma warning disable CA2000 // The client disposes its handler.
        handler ??= new SocketsHttpHandler
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

    /// <summary>Sends a request.</summary>
    /// <returns>The Bot API's result.</returns>
    /// <exception cref="BotApiException">The request failed; a wrong token is <see cref="BotApiFailure.Unauthorized"/>.</exception>
    public Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken) => SendAsync(request, requestTimeout, cancellationToken);

    /// <summary>Sends a request that is kept as JSON.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <param name="writeFile">Writes the file that the request sends and does not hold itself; null when there is none.</param>
    /// <returns>The id of the message that was sent or edited; null when the result is not a message.</returns>
    /// <exception cref="BotApiException">The request failed.</exception>
    public async Task<long?> SendAsync(BotRequest request, CancellationToken cancellationToken, Func<Stream, CancellationToken, Task>? writeFile = null)
    {
        var result = await SendAsync(new StoredRequest(request, writeFile), requestTimeout, cancellationToken);
        return result.ValueKind == JsonValueKind.Object && result.TryGetProperty("message_id", out var id) && id.TryGetInt64(out var number) ? number : null;
    }

    /// <summary>The bot's own account.</summary>
    /// <exception cref="BotApiException">The request failed; a wrong token is <see cref="BotApiFailure.Unauthorized"/>.</exception>
    public async Task<User> GetMeAsync(CancellationToken cancellationToken) =>
        await SendAsync(new GetMeRequest(), cancellationToken) is { Username: not null } me ? me : throw NotTheBotApi("getMe");

    /// <summary>The updates from <paramref name="offset"/> on, by id; empty when none came within <paramref name="wait"/>.</summary>
    /// <param name="offset">One more than the highest id that is stored, which confirms those before it; 0 for whatever is there.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="wait">How long the service holds the request open, whole seconds; zero to return at once.</param>
    /// <exception cref="BotApiException">The request failed; another poller or a webhook is <see cref="BotApiFailure.Conflict"/>.</exception>
    public async Task<IReadOnlyList<StoredUpdate>> GetUpdatesAsync(long offset, int limit, TimeSpan wait, CancellationToken cancellationToken)
    {
        var request = new UpdatesRequest { Offset = offset, Limit = limit, Timeout = (int)wait.TotalSeconds, AllowedUpdates = AllowedUpdates };
        var result = await SendAsync(request, wait + requestTimeout, cancellationToken);
        return result.ValueKind == JsonValueKind.Array
            ? [.. result.EnumerateArray().Select(UpdateReader.Read).OfType<StoredUpdate>().OrderBy(update => update.Id)]
            : throw NotTheBotApi(request.MethodName);
    }

    /// <summary>Has updates delivered to an address; long polling then fails.</summary>
    /// <exception cref="BotApiException">The request failed.</exception>
    public Task SetWebhookAsync(Uri url, string secret, int maxConnections, CancellationToken cancellationToken) => SendAsync(
        new SetWebhookRequest
        {
            Url = url.AbsoluteUri,
            SecretToken = secret,
            MaxConnections = maxConnections,
            AllowedUpdates = AllowedUpdateTypes,
        },
        cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<T> SendAsync<T>(IRequest<T> request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(timeout);
        try
        {
            return await client.SendRequest(request, ending.Token);
        }
        catch (Exception failure) when (failure is RequestException or OperationCanceledException)
        {
            // The package wraps a cancellation that comes while it reads the reply. A cancellation of our own is a time-out.
            cancellationToken.ThrowIfCancellationRequested();
            throw ending.IsCancellationRequested
                ? errors.Failed(request.MethodName, $"got no reply within {timeout.TotalSeconds} s")
                : errors.Failed(request.MethodName, Problem(failure), failure);
        }
    }

    private BotApiException NotTheBotApi(string method) => errors.Failed(method, "was answered with something that is no reply of the Bot API");

    /// <summary>The package's own message tells neither the status nor what the connection failed with.</summary>
    private static string Problem(Exception failure) => failure is RequestException { HttpStatusCode: { } status }
        ? $"was answered with something that is not a reply of the Bot API, with the status {(int)status}"
        : $"failed: {(failure.InnerException ?? failure).Message}";

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

/// <summary>The package's <see cref="GetUpdatesRequest"/> with the updates left as JSON: an update that the package cannot read would spoil all of them.</summary>
internal sealed class UpdatesRequest() : RequestBase<JsonElement>("getUpdates")
{
    public required long Offset { get; init; }

    public required int Limit { get; init; }

    public required int Timeout { get; init; }

    [JsonPropertyName("allowed_updates")]
    public required IReadOnlyList<string> AllowedUpdates { get; init; }
}
