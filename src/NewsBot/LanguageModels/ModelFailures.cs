using System.ClientModel;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Anthropic.Exceptions;
using NewsBot.Core.LanguageModels;

namespace NewsBot.LanguageModels;

/// <summary>Tells what the packages report as what it means for the bot.</summary>
internal static class ModelFailures
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The failure in the bot's words; null for what is no failure of the model but a bug or a cancellation.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="model">The model's name, for the sentence.</param>
    public static ModelException? Explain(Exception failure, string model) => failure switch
    {
        ModelException known => known,
        ClientResultException { Status: > 0 } refused => ByStatus(refused.Status, model, RetryAfter(refused), refused),
        AnthropicApiException refused => ByStatus((int)refused.StatusCode, model, null, refused),
        AggregateException many => many.InnerExceptions.Select(inner => Explain(inner, model)).FirstOrDefault(known => known is not null),
        TimeoutException => TimedOut(failure),
        JsonException or FormatException or AnthropicInvalidDataException => new ModelException(ModelFailure.WrongAddress, "What answers at Llm:Endpoint does not speak like a language model.", innerException: failure),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } =>
            new ModelException(ModelFailure.WrongAddress, "Nothing answers at Llm:Endpoint.", innerException: failure),
        HttpRequestException or IOException or SocketException or WebException => new ModelException(ModelFailure.Unavailable, "The language model broke off.", innerException: failure),
        { InnerException: { } inner } and not OperationCanceledException => Explain(inner, model),
        _ => null,
    };

    /// <summary>The time for a reply is over.</summary>
    public static ModelException TimedOut(Exception? failure = null) => new(ModelFailure.TimedOut, "The language model took longer than Llm:Seconds allows.", innerException: failure);

    private static ModelException ByStatus(int status, string model, TimeSpan? retryAfter, Exception failure) => status switch
    {
        401 or 403 => new ModelException(ModelFailure.WrongKey, $"The language model refuses the key in Llm:ApiKey ({status}).", innerException: failure),
        404 or 405 => new ModelException(ModelFailure.WrongModel, $"The service knows no model '{model}', or Llm:Endpoint is not its address ({status}).", innerException: failure),
        429 => new ModelException(ModelFailure.TooManyRequests, "The language model has too many requests just now (429).", retryAfter, failure),
        408 or >= 500 => new ModelException(ModelFailure.Unavailable, $"The language model failed ({status}).", retryAfter, failure),
        _ => new ModelException(ModelFailure.Rejected, $"The language model refused the request ({status}).", innerException: failure),
    };

    private static TimeSpan? RetryAfter(ClientResultException failure) =>
        failure.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true && int.TryParse(text, out var seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds))
            : null;
}
