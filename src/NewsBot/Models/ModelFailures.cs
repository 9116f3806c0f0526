using System.ClientModel;
using Anthropic.Exceptions;
using Microsoft.SemanticKernel;

namespace NewsBot.Models;

/// <summary>Tells what the packages report as what it means for the bot.</summary>
internal static class ModelFailures
{
    /// <summary>The failure in the bot's words; null for what is no failure of the model but a bug or a cancellation.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="model">The model's name, for the sentence.</param>
    /// <param name="section">The section of the settings that names the service, likewise.</param>
    public static ModelException? Explain(Exception failure, string model, string section = LlmOptions.Section) => ModelErrors.Explain(failure, thrown => thrown switch
    {
        ClientResultException { Status: > 0 } refused => ModelErrors.ByStatus(refused.Status, model, RetryAfter(refused), refused, section),
        AnthropicApiException refused => ModelErrors.ByStatus((int)refused.StatusCode, model, null, refused, section),
        AnthropicInvalidDataException => ModelErrors.NoModel(thrown, section),
        KernelException { InnerException: null } => new ModelException(ModelFailure.BadPrompt, $"The kernel cannot run the prompt: {thrown.Message}", innerException: thrown),
        _ => null,
    }, section);

    private static string? RetryAfter(ClientResultException failure) =>
        failure.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var seconds) == true ? seconds : null;
}
