using System.Net.Http.Headers;

namespace NewsBot.Models;

/// <summary>Turns each HTTP status that refuses a request into a <see cref="ModelException"/>, for every provider alike.</summary>
/// <remarks>The packages of the providers do not all hand on the header Retry-After.</remarks>
/// <param name="model">The model's name, for the sentence.</param>
/// <param name="section">The section of the settings that names the service, for the sentence.</param>
/// <param name="time">Tells how far away a date is.</param>
internal sealed class RefusalHandler(string model, string section, TimeProvider time) : DelegatingHandler
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>An HTTP client whose requests fail with a <see cref="ModelException"/> when the service refuses them.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="section">The section of the settings that names the service.</param>
    /// <param name="time">Tells how far away a date is.</param>
    /// <param name="limit">For a request until its answer begins.</param>
    public static HttpClient OpenClient(string model, string section, TimeProvider time, TimeSpan limit)
    {
#pragma warning disable CA2000 // The client disposes of its handlers.
        var handler = new RefusalHandler(model, section, time) { InnerHandler = new SocketsHttpHandler() };
#pragma warning restore CA2000
        return new HttpClient(handler) { Timeout = limit };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw Refusal((int)response.StatusCode, response.Headers.RetryAfter);
    }

    private ModelException Refusal(int status, RetryConditionHeaderValue? retryAfter) => status switch
    {
        401 or 403 => new ModelException(ModelFailure.WrongKey, $"The language model refuses the key in {section}:ApiKey ({status})."),
        404 or 405 => new ModelException(ModelFailure.WrongModel, $"The service knows no model '{model}', or {section}:Endpoint is not its address ({status})."),
        429 => new ModelException(ModelFailure.TooManyRequests, "The language model has too many requests just now (429).", Wait(retryAfter)),
        408 or >= 500 => new ModelException(ModelFailure.Unavailable, $"The language model failed ({status}).", Wait(retryAfter)),
        _ => new ModelException(ModelFailure.Rejected, $"The language model refused the request ({status})."),
    };

    /// <summary>RFC 9110, 10.2.3: seconds or a date.</summary>
    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter)
    {
        var wait = retryAfter?.Delta ?? (retryAfter?.Date - time.GetUtcNow());
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestWait.Ticks));
    }
}
