using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using NewsBot.Core.LanguageModels;

namespace NewsBot.LanguageModels;

/// <summary>A language model over a chat client, with the prompts rendered here.</summary>
/// <param name="client">Asks the service.</param>
/// <param name="prompts">The prompts.</param>
/// <param name="model">The model's name, for sentences about it.</param>
/// <param name="timeLimit">For a whole reply.</param>
internal sealed class ChatModel(IChatClient client, PromptFiles prompts, string model, TimeSpan timeLimit) : ILanguageModel
{
    /// <inheritdoc/>
    public TimeSpan TimeLimit { get; } = timeLimit;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelPiece> StreamAsync(PromptCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = prompts.Get(call.Prompt);
        var messages = PromptTemplate.Render(file, call.Variables);
        var options = new ChatOptions { Temperature = file.Default.Temperature, MaxOutputTokens = file.Default.MaxTokens };
        await using var updates = client.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var hasEnd = false;
        while (await NextAsync(updates, cancellationToken))
        {
            var update = updates.Current;
            hasEnd |= update.FinishReason is not null;
            var usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details;
            yield return new ModelPiece(update.Text, usage is null ? null : new ModelUsage(usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0));
        }

        if (!hasEnd)
            throw ModelErrors.BrokeOff();
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            // An HTTP time-out is one, too.
            throw ModelErrors.TimedOut(failure);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ModelException) && ModelFailures.Explain(failure, model) is not null)
        {
            throw ModelFailures.Explain(failure, model)!;
        }
    }
}
