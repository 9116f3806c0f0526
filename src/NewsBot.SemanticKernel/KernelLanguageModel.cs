using System.ClientModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using NewsBot.Core.LanguageModels;
using NewsBot.Core.Retrieval;

namespace NewsBot.SemanticKernel;

/// <summary>A language model by way of Semantic Kernel: each prompt's file is a function of the kernel, which asks a service that speaks OpenAI's protocol.</summary>
/// <remarks>
/// Safe for concurrent use. Traces go to <see cref="TraceSource"/> (the calls, with their tokens) and to the package's own 'Microsoft.SemanticKernel' (the functions);
/// neither holds what people or articles wrote. A prompt whose settings say so may call the function 'archive-search'.
/// </remarks>
public sealed class KernelLanguageModel : ILanguageModel
{
    /// <summary>The name of the source of traces and meters for the calls to the service.</summary>
    public const string TraceSource = "NewsBot.SemanticKernel";

    // Services of one's own machine want no key, but the package does.
    private const string NoKey = "none";

    private readonly Kernel kernel;
    private readonly KernelPrompts prompts;
    private readonly string model;

    /// <summary>A model of one service; nothing is called yet.</summary>
    /// <param name="settings">Which model.</param>
    /// <param name="http">Makes the requests; stays the caller's. With a client of its own given, the package makes no call again by itself.</param>
    /// <param name="archive">What prompts may let the model search; null for nothing.</param>
    public KernelLanguageModel(KernelModelSettings settings, HttpClient http, IArchiveSearch? archive = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (model, TimeLimit, prompts) = (settings.Model, settings.TimeLimit, new KernelPrompts(settings.PromptFolder));
        var builder = Kernel.CreateBuilder();
        builder.Services.AddOpenAIChatClient(
            settings.Model, settings.Endpoint, settings.ApiKey.Length > 0 ? settings.ApiKey : NoKey, httpClient: http,
            openTelemetrySourceName: TraceSource, openTelemetryConfig: traces => traces.EnableSensitiveData = false);
        kernel = builder.Build();
        kernel.PromptRenderFilters.Add(new MessagesFilter());
        if (archive is not null)
            kernel.Plugins.AddFromObject(new ArchivePlugin(archive), "archive");
    }

    /// <inheritdoc/>
    public TimeSpan TimeLimit { get; }

    /// <summary>The client that the kernel asks; it stays the kernel's.</summary>
    public IChatClient Client => kernel.GetRequiredService<IChatClient>();

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

    private ModelException? Explain(Exception failure) => ModelErrors.Explain(failure, thrown => thrown switch
    {
        ClientResultException { Status: > 0 } refused => ModelErrors.ByStatus(refused.Status, model, RetryAfter(refused), refused),
        KernelException { InnerException: null } => new ModelException(ModelFailure.BadPrompt, $"The kernel cannot run the prompt: {thrown.Message}", innerException: thrown),
        _ => null,
    });

    private static string? RetryAfter(ClientResultException failure) =>
        failure.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var seconds) == true ? seconds : null;
}
