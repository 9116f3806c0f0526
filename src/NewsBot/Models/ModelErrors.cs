using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace NewsBot.Models;

/// <summary>What a failure under a language model means for the bot, whichever package reports it.</summary>
internal static class ModelErrors
{
    private const string Section = "Llm";

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The failure in the bot's words; null for what is no failure of the model but a bug or a cancellation.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="ofPackage">Reads the exceptions of a package; null for what it does not know. It is asked first, of the failure and then of each one inside it.</param>
    /// <param name="section">The section of the settings that names the service, for the sentence.</param>
    public static ModelException? Explain(Exception failure, Func<Exception, ModelException?> ofPackage, string section = Section) => ofPackage(failure) ?? failure switch
    {
        ModelException known => known,
        AggregateException many => many.InnerExceptions.Select(inner => Explain(inner, ofPackage, section)).FirstOrDefault(known => known is not null),
        TimeoutException => TimedOut(failure),
        JsonException or FormatException => NoModel(failure, section),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } =>
            new ModelException(ModelFailure.WrongAddress, $"Nothing answers at {section}:Endpoint.", innerException: failure),
        HttpRequestException or IOException or SocketException or WebException => BrokeOff(failure),
        { InnerException: { } inner } and not OperationCanceledException => Explain(inner, ofPackage, section),
        _ => null,
    };

    /// <summary>The time for a reply is over.</summary>
    public static ModelException TimedOut(Exception? failure = null) => new(ModelFailure.TimedOut, "The language model took longer than Llm:Seconds allows.", innerException: failure);

    /// <summary>The reply has no end.</summary>
    public static ModelException BrokeOff(Exception? failure = null) => new(ModelFailure.Unavailable, "The language model broke off.", innerException: failure);

    /// <summary>What answers speaks another language.</summary>
    public static ModelException NoModel(Exception failure, string section = Section) => new(ModelFailure.WrongAddress, $"What answers at {section}:Endpoint does not speak like a language model.", innerException: failure);

    /// <summary>The service answered with a status that is no success.</summary>
    /// <param name="status">Of HTTP.</param>
    /// <param name="model">The model's name, for the sentence.</param>
    /// <param name="retryAfter">The header of that name in whole seconds; null where there is none. A date in it is not read.</param>
    /// <param name="failure">What the client reported.</param>
    /// <param name="section">The section of the settings that names the service, for the sentence.</param>
    public static ModelException ByStatus(int status, string model, string? retryAfter, Exception failure, string section = Section) => status switch
    {
        401 or 403 => new ModelException(ModelFailure.WrongKey, $"The language model refuses the key in {section}:ApiKey ({status}).", innerException: failure),
        404 or 405 => new ModelException(ModelFailure.WrongModel, $"The service knows no model '{model}', or {section}:Endpoint is not its address ({status}).", innerException: failure),
        429 => new ModelException(ModelFailure.TooManyRequests, "The language model has too many requests just now (429).", Wait(retryAfter), failure),
        408 or >= 500 => new ModelException(ModelFailure.Unavailable, $"The language model failed ({status}).", Wait(retryAfter), failure),
        _ => new ModelException(ModelFailure.Rejected, $"The language model refused the request ({status}).", innerException: failure),
    };

    private static TimeSpan? Wait(string? retryAfter) =>
        int.TryParse(retryAfter, out var seconds) && seconds >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds)) : null;
}
