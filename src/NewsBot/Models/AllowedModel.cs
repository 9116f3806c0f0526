namespace NewsBot.Models;

/// <summary>A language model for one question: all prompts that go through it share the requests that one question may have.</summary>
/// <param name="model">Runs the prompts.</param>
/// <param name="requests">Is shared by them.</param>
internal sealed class AllowedModel(ILanguageModel model, RequestAllowance requests) : ILanguageModel
{
    public TimeSpan TimeLimit => model.TimeLimit;

    public IAsyncEnumerable<ModelPiece> StreamAsync(PromptCall call, CancellationToken cancellationToken) =>
        model.StreamAsync(call with { Requests = requests }, cancellationToken);
}
