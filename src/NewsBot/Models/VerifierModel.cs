using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace NewsBot.Models;

/// <summary>The model that the section 'Llm:Verifier' names, with a client, a kernel and limits of its own. It has no functions to call.</summary>
internal sealed class VerifierModel : IDisposable
{
    private readonly HttpClient http;

    public VerifierModel(IOptions<LlmOptions> options, IServiceProvider services)
    {
        var own = Options.Create(options.Value.ForVerifier() ?? throw new InvalidOperationException("No model is named in Llm:Verifier."));
        http = LanguageModelServices.OpenClient(services, own.Value, VerifierOptions.Section);
#pragma warning disable CA2000 // The client that is built around it disposes of it.
        Chat = ChatClients.Open(own.Value, http).AsBuilder()
            .UseLogging(services.GetRequiredService<ILoggerFactory>())
            .UseOpenTelemetry(sourceName: LanguageModelServices.TraceSource, configure: traces => traces.EnableSensitiveData = false)
            .Build(services);
#pragma warning restore CA2000
        var kernel = Kernel.CreateBuilder();
        kernel.Services.AddSingleton(Chat);
        kernel.Services.AddSingleton<IPromptRenderFilter, MessagesFilter>();
        Unguarded = new KernelLanguageModel(kernel.Build(), own);
        Guarded = ActivatorUtilities.CreateInstance<GuardedModel>(services, Unguarded, own);
    }

    /// <summary>Its service.</summary>
    public IChatClient Chat { get; }

    /// <summary>Runs prompts on it without limits.</summary>
    public KernelLanguageModel Unguarded { get; }

    /// <summary>The same within its limits.</summary>
    public GuardedModel Guarded { get; }

    public void Dispose()
    {
        Guarded.Dispose();
        Chat.Dispose();
        http.Dispose();
    }
}
