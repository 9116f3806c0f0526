using System.ClientModel;
using Anthropic.Exceptions;
using NewsBot.Core.LanguageModels;

namespace NewsBot.LanguageModels;

/// <summary>Tells what the packages report as what it means for the bot.</summary>
internal static class ModelFailures
{
    /// <summary>The failure in the bot's words; null for what is no failure of the model but a bug or a cancellation.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="model">The model's name, for the sentence.</param>
    public static ModelException? Explain(Exception failure, string model) => ModelErrors.Explain(failure, thrown => thrown switch
    {
        ClientResultException { Status: > 0 } refused => ModelErrors.ByStatus(refused.Status, model, RetryAfter(refused), refused),
        AnthropicApiException refused => ModelErrors.ByStatus((int)refused.StatusCode, model, null, refused),
        AnthropicInvalidDataException => ModelErrors.NoModel(thrown),
        _ => null,
    });

    private static string? RetryAfter(ClientResultException failure) =>
        failure.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var seconds) == true ? seconds : null;
}
