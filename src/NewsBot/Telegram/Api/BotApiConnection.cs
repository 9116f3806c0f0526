using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Core.Chats;

namespace NewsBot.Telegram.Api;

/// <summary>Makes calls of the Bot API over HTTP and tells replies from failures.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class BotApiConnection : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // Names of hosts are looked up anew after this time.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient http;
    private readonly BotApiErrors errors;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="token">The bot's.</param>
    /// <param name="baseUrl">HTTP or HTTPS; a path is kept, query and fragment are not.</param>
    /// <exception cref="ArgumentException">The token or the address has the wrong form.</exception>
    public BotApiConnection(BotToken token, Uri baseUrl)
    {
        if (!baseUrl.IsAbsoluteUri || (baseUrl.Scheme != Uri.UriSchemeHttp && baseUrl.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException("The Bot API's address has to begin with http:// or https://.", nameof(baseUrl));
        errors = new BotApiErrors(token);
#pragma warning disable CA2000 // The client disposes its handler.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };
#pragma warning restore CA2000
        http = new HttpClient(handler, disposeHandler: true)
        {
            BaseAddress = new Uri($"{baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}/bot{token.Value}/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Makes a call.</summary>
    /// <param name="method">The Bot API's name of it.</param>
    /// <param name="content">Its parameters; null for none.</param>
    /// <param name="timeout">For the whole call, the reply's body included.</param>
    /// <param name="maxReplyBytes">What a reply may take.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The reply's <c>result</c>.</returns>
    /// <exception cref="BotApiException">The call failed.</exception>
    public async Task<JsonElement> PostAsync(string method, HttpContent? content, TimeSpan timeout, int maxReplyBytes, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = content };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ending.Token);
            await response.Content.LoadIntoBufferAsync(maxReplyBytes, ending.Token);
            return Result(method, response, await response.Content.ReadAsByteArrayAsync(ending.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw errors.Failed(method, $"got no reply within {timeout.TotalSeconds} s");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            // A connection that breaks because the caller gave up is no failure of the service.
            cancellationToken.ThrowIfCancellationRequested();
            throw errors.Failed(method, $"failed: {failure.Message}", failure);
        }
    }

    /// <summary>Reads what a call returned.</summary>
    /// <exception cref="BotApiException">It is something else.</exception>
    public T Read<T>(string method, JsonElement result, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return result.Deserialize(type) ?? throw NotTheBotApi(method);
        }
        catch (JsonException failure)
        {
            throw NotTheBotApi(method, failure);
        }
    }

    /// <summary>The failure of a call whose result is not what the method returns.</summary>
    public BotApiException NotTheBotApi(string method, Exception? cause = null) => errors.Failed(method, "was answered with something that is no reply of the Bot API", cause);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private JsonElement Result(string method, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        if (Parse(body) is not { Ok: { } ok } reply)
            throw errors.Failed(method, $"was answered with something that is no reply of the Bot API, with the status {status}");
        if (ok && response.IsSuccessStatusCode)
            return reply.Result.ValueKind != JsonValueKind.Undefined ? reply.Result : throw NotTheBotApi(method);

        // A server that says no with the status 200 is believed; one that says nothing more than a status, too.
        var code = reply.ErrorCode ?? status;
        throw ok || code < 400
            ? errors.Failed(method, $"was answered in contradictions, with the status {status}")
            : errors.Refused(method, code, reply.Description, reply.Parameters?.MigrateToChatId, Wait(reply, response.Headers.RetryAfter));
    }

    private static BotApiReply? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, BotApiJson.Default.BotApiReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? Wait(BotApiReply reply, RetryConditionHeaderValue? header) => reply.Parameters?.RetryAfter is { } seconds
        ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, int.MaxValue))
        : header?.Delta;
}
