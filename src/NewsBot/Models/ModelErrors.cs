using System.ClientModel;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Anthropic.Exceptions;
using Microsoft.SemanticKernel;

namespace NewsBot.Models;

/// <summary>Says what a failure under a language model means for the bot, whichever package reports it.</summary>
internal static class ModelErrors
{
    /// <summary>The failure as the bot's own exception; null for a bug or a cancellation.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="section">The section of the settings that names the service, for the sentence.</param>
    public static ModelException? Explain(Exception failure, string section = LlmOptions.Section) => failure switch
    {
        ModelException known => known,
        AggregateException many => many.InnerExceptions.Select(inner => Explain(inner, section)).FirstOrDefault(known => known is not null),
        TimeoutException => TimedOut(failure),
        JsonException or FormatException or AnthropicInvalidDataException => NotAModel(failure, section),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } =>
            new ModelException(ModelFailure.WrongAddress, $"Nothing answers at {section}:Endpoint.", innerException: failure),
        HttpRequestException or IOException or SocketException or WebException => BrokeOff(failure),

        // An error within a stream that began well, such as 'overloaded_error'.
        AnthropicSseException or ClientResultException { InnerException: null } => BrokeOff(failure, ServiceReason.Find(failure.Message)),
        { Source: "System.Text.Json" or "OpenAI" or "Anthropic" } and (InvalidOperationException or ArgumentException or KeyNotFoundException) =>
            new ModelException(ModelFailure.Unavailable, "The language model's reply has a part that cannot be read.", innerException: failure),
        KernelException { InnerException: null } => new ModelException(ModelFailure.BadPrompt, $"The kernel cannot run the prompt: {failure.Message}", innerException: failure),
        { InnerException: { } inner } and not OperationCanceledException => Explain(inner, section),
        _ => null,
    };

    /// <summary>The time for a reply is over.</summary>
    public static ModelException TimedOut(Exception? failure = null) =>
        new(ModelFailure.TimedOut, "The language model took longer than Llm:Seconds allows.", innerException: failure);

    /// <summary>The reply has no end.</summary>
    /// <param name="failure">What was thrown; null when the reply only ended.</param>
    /// <param name="reason">What the service said; empty for nothing.</param>
    public static ModelException BrokeOff(Exception? failure = null, string reason = "") =>
        new(ModelFailure.Unavailable, ServiceReason.Sentence("The language model broke off", reason), innerException: failure);

    private static ModelException NotAModel(Exception failure, string section) =>
        new(ModelFailure.WrongAddress, $"What answers at {section}:Endpoint does not speak like a language model.", innerException: failure);
}
