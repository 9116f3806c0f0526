using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace NewsBot.Models;

/// <summary>A language model by way of Semantic Kernel: each prompt's file is a function of the kernel, which asks the service of the settings.</summary>
/// <remarks>
/// Safe for concurrent use. Traces go to <see cref="TraceSource"/> (the calls, with their tokens) and to the package's own 'Microsoft.SemanticKernel' (the functions);
/// neither holds what people or articles wrote. A prompt whose settings say so may call the function 'archive-search'.
/// </remarks>
internal sealed class KernelLanguageModel : ILanguageModel
{
    /// <summary>The name of the source of traces and meters for the calls to the service.</summary>
    public const string TraceSource = "NewsBot.LanguageModels";

    private readonly Kernel kernel;
    private readonly KernelPrompts prompts;
    private readonly string model;

    /// <summary>A model of one service; it calls nothing yet.</summary>
    /// <param name="client">Asks the service, and makes no call again by itself; stays the caller's.</param>
    /// <param name="model">The model's name, for sentences about it.</param>
    /// <param name="promptFolder">The folder of the prompts.</param>
    /// <param name="timeLimit">For a whole reply.</param>
    /// <param name="archive">What a prompt may let the model search; null for nothing.</param>
    public KernelLanguageModel(IChatClient client, string model, string promptFolder, TimeSpan timeLimit, IArchiveSearch? archive = null)
    {
        (this.model, TimeLimit, prompts) = (model, timeLimit, new KernelPrompts(promptFolder));
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(client.AsBuilder()
            .UseKernelFunctionInvocation()
            .UseOpenTelemetry(sourceName: TraceSource, configure: traces => traces.EnableSensitiveData = false)
            .Build());
        kernel = builder.Build();
        kernel.PromptRenderFilters.Add(new MessagesFilter());
        if (archive is not null)
            kernel.Plugins.AddFromObject(new ArchivePlugin(archive), "archive");
    }

    /// <inheritdoc/>
    public TimeSpan TimeLimit { get; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelPiece> StreamAsync(PromptCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var arguments = new KernelArguments(call.Variables.ToDictionary(variable => variable.Key, variable => (object?)PromptText.Clean(variable.Value)));
        await using var updates = prompts.Get(call).InvokeStreamingAsync<ChatResponseUpdate>(kernel, arguments, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var hasEnd = false;
        ModelUsage? used = null;
        while (await NextAsync(updates, cancellationToken))
        {
            var update = updates.Current;

            // What ends with a call of a function goes on with the function's result.
            if (update.FinishReason is { } reason)
                hasEnd = reason != ChatFinishReason.ToolCalls;
            var usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details;
            if (usage is not null)
                used = (used ?? default) + new ModelUsage(usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0);
            yield return new ModelPiece(update.Text, usage is null ? null : used);
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
        catch (Exception failure) when (failure is not (OperationCanceledException or ModelException) && Explain(failure) is not null)
        {
            throw Explain(failure)!;
        }
    }

    private ModelException? Explain(Exception failure) => ModelFailures.Explain(failure, model);
}
