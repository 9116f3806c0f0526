namespace NewsBot.Models;

/// <summary>Sends the verifying prompt to a model of its own, and every other prompt to the model that writes.</summary>
internal sealed class RoutedModel(ILanguageModel writer, ILanguageModel verifier) : ILanguageModel
{
    /// <summary>The name of the verifying prompt.</summary>
    public const string VerifyingPrompt = "verify";

    public TimeSpan TimeLimit => writer.TimeLimit;

    public IAsyncEnumerable<ModelPiece> StreamAsync(PromptCall call, CancellationToken cancellationToken) =>
        (call.Prompt == VerifyingPrompt ? verifier : writer).StreamAsync(call, cancellationToken);
}
