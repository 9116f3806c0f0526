using System.Net.Http.Headers;
using System.Text;

namespace NewsBot.Models;

/// <summary>Turns each HTTP status that refuses a request into a <see cref="ModelException"/> with the service's own reason, for every provider alike.</summary>
/// <remarks>The packages of the providers do not all hand on the header Retry-After.</remarks>
/// <param name="model">The model's name, for the sentence.</param>
/// <param name="section">The section of the settings that names the service, for the sentence.</param>
/// <param name="time">Tells how far away a date is.</param>
internal sealed class RefusalHandler(string model, string section, TimeProvider time) : DelegatingHandler
{
    private const int MaxReplyBytes = 16_384;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly string[] KeyHeaders = ["Authorization", "x-api-key", "api-key"];

    /// <summary>An HTTP client whose requests fail with a <see cref="ModelException"/> when the service refuses them.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="section">The section of the settings that names the service.</param>
    /// <param name="time">Tells how far away a date is.</param>
    /// <param name="limit">For a request until its answer begins.</param>
    /// <param name="before">Sees each request before it is sent, and each refusal; null for nothing.</param>
    public static HttpClient OpenClient(string model, string section, TimeProvider time, TimeSpan limit, DelegatingHandler? before = null)
    {
#pragma warning disable CA2000 // The client disposes of its handlers.
        DelegatingHandler handler = new RefusalHandler(model, section, time) { InnerHandler = new SocketsHttpHandler() };
#pragma warning restore CA2000
        if (before is not null)
        {
            before.InnerHandler = handler;
            handler = before;
        }

        return new HttpClient(handler) { Timeout = limit };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw Refusal((int)response.StatusCode, response.Headers.RetryAfter, await ReadAsync(response.Content, cancellationToken), Keys(request.Headers));
    }

    private ModelException Refusal(int status, RetryConditionHeaderValue? retryAfter, string reply, IEnumerable<string> keys)
    {
        var (failure, start) = status switch
        {
            401 or 403 => (ModelFailure.WrongKey, $"The language model refuses the key in {section}:ApiKey ({status})"),
            404 or 405 => (ModelFailure.WrongModel, $"The service knows no model '{model}', or {section}:Endpoint is not its address ({status})"),
            429 => (ModelFailure.TooManyRequests, "The language model has too many requests just now (429)"),
            408 or >= 500 => (ModelFailure.Unavailable, $"The language model failed ({status})"),
            _ => (ModelFailure.Rejected, $"The language model refused the request ({status})"),
        };
        return new ModelException(
            failure,
            ServiceReason.Sentence(start, ServiceReason.Find(reply, keys)),
            failure is ModelFailure.TooManyRequests or ModelFailure.Unavailable ? Wait(retryAfter) : null)
        { Reply = reply };
    }

    /// <summary>RFC 9110, 10.2.3: seconds or a date.</summary>
    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter)
    {
        var wait = retryAfter?.Delta ?? (retryAfter?.Date - time.GetUtcNow());
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestWait.Ticks));
    }

    /// <summary>The beginning of a reply. A reply that cannot be read has no reason; its status says enough.</summary>
    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            var bytes = new byte[MaxReplyBytes];
            var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(bytes, 0, count);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return "";
        }
    }

    private static IEnumerable<string> Keys(HttpRequestHeaders headers) =>
        from name in KeyHeaders
        where headers.Contains(name)
        from value in headers.GetValues(name)
        select value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value["Bearer ".Length..] : value;
}
