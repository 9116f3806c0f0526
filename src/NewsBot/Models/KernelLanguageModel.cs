using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace NewsBot.Models;

/// <summary>A language model through Semantic Kernel: each prompt's file is a function of the kernel, which asks the chat client of the settings.</summary>
/// <remarks>Safe for concurrent use. A prompt whose settings say so may call the function 'archive-search'.</remarks>
/// <param name="kernel">Has the chat client, the plugins and the filters.</param>
/// <param name="options">Name the folder of the prompts and the time for a reply.</param>
internal sealed class KernelLanguageModel(Kernel kernel, IOptions<LlmOptions> options) : ILanguageModel
{
    private readonly Kernel kernel = new(new QuietServices(kernel.Services), kernel.Plugins);
    private readonly KernelPrompts prompts = new(options.Value);

    public TimeSpan TimeLimit { get; } = TimeSpan.FromSeconds(options.Value.Seconds);

    public async IAsyncEnumerable<ModelPiece> StreamAsync(PromptCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);

        // Functions that the model calls learn from their kernel which prompt they serve.
        var own = kernel.Clone();
        ArchivePlugin.Attach(own, call);
        var arguments = new KernelArguments(call.Variables.ToDictionary(variable => variable.Key, variable => (object?)PromptText.Clean(variable.Value)));
        await using var updates = prompts.Get(call).InvokeStreamingAsync<ChatResponseUpdate>(own, arguments, cancellationToken).GetAsyncEnumerator(cancellationToken);
        ChatFinishReason? end = null;
        ModelUsage? used = null;
        var isWritten = false;
        var thoughts = new ThoughtFilter();
        while (await NextAsync(updates, call.Requests, cancellationToken))
        {
            var update = updates.Current;
            end = update.FinishReason ?? end;
            var usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details;
            if (usage is not null)
                used = (used ?? default) + Tokens(usage);
            var (text, startsOver, thought) = thoughts.Take(update.Text);
            isWritten |= !string.IsNullOrWhiteSpace(text);
            thought += update.Contents.OfType<TextReasoningContent>().Sum(content => content.Text.Length);
            yield return new ModelPiece(text, usage is null ? null : used, thought, startsOver);
        }

        if (thoughts.Complete() is { Length: > 0 } rest)
        {
            isWritten = true;
            yield return new ModelPiece(rest);
        }

        if (end is null)
            throw ModelErrors.BrokeOff();
        if (end == ChatFinishReason.ToolCalls)
            throw new ModelException(ModelFailure.CallsWithoutEnd, "The language model went on calling functions instead of writing.");
        if (end == ChatFinishReason.Length && !isWritten)
            throw new ModelException(ModelFailure.OnlyThought, "The language model thought until Llm:MaxTokens was reached and wrote nothing; a larger number leaves it room.");
    }

    /// <summary>Most services count what the model thought among the tokens of the reply; for the others it is in the sum alone.</summary>
    private static ModelUsage Tokens(UsageDetails usage)
    {
        var (input, output) = (usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0);
        return new ModelUsage(input, Math.Max(output, (usage.TotalTokenCount ?? 0) - input));
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, RequestAllowance? requests, CancellationToken cancellationToken)
    {
        RequestAllowance.Current = requests;
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            // An HTTP time-out is one, too.
            throw ModelErrors.TimedOut(failure);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ModelException) && ModelErrors.Explain(failure) is not null)
        {
            throw ModelErrors.Explain(failure)!;
        }
    }
}
