using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>Registers the language model.</summary>
internal static class LanguageModelServices
{
    /// <summary>The name of the source of traces and meters for the requests to the service.</summary>
    public const string TraceSource = "NewsBot.LanguageModels";

    /// <summary>
    /// Adds <see cref="ILanguageModel"/> when the settings name a model, else the settings only. It needs a store, a clock, logging, and an archive that prompts may let
    /// the model search.
    /// </summary>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSettings<LlmOptions, LlmOptionsValidator>(LlmOptions.Section);
        services.AddSingleton<ModelCheck>();
        services.AddSingleton<ICheckup, ModelCheckup>();
        if (string.IsNullOrEmpty(settings[$"{LlmOptions.Section}:{nameof(LlmOptions.Model)}"]))
            return services;

        services.AddChat();
        services.AddSingleton<KernelLanguageModel>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GuardedModel>(provider, provider.GetRequiredService<KernelLanguageModel>()));
        services.AddSingleton<ILanguageModel>(provider => provider.GetService<VerifierModel>() is { } verifier
            ? new RoutedModel(provider.GetRequiredService<GuardedModel>(), verifier.Guarded)
            : provider.GetRequiredService<GuardedModel>());
        if (!string.IsNullOrEmpty(settings[$"{VerifierOptions.Section}:{nameof(VerifierOptions.Model)}"]))
            services.AddSingleton<VerifierModel>();
        return services;
    }

    /// <summary>Adds Semantic Kernel with the chat client of the settings, the filters and the archive's search.</summary>
    /// <remarks>
    /// Requests are traced, with their tokens, to <see cref="TraceSource"/>; the kernel's functions to 'Microsoft.SemanticKernel'. No trace holds what people or articles wrote.
    /// The log has one sentence about a failure and nothing about a request.
    /// </remarks>
    private static void AddChat(this IServiceCollection services)
    {
        // The client ends a request that hangs before its answer begins; the caller keeps the limit of a whole reply.
        services.AddKeyedSingleton(LlmOptions.Section, (provider, _) => OpenClient(provider, provider.GetRequiredService<IOptions<LlmOptions>>().Value, LlmOptions.Section));
        services.AddChatClient(
            provider => ChatClients.Open(provider.GetRequiredService<IOptions<LlmOptions>>().Value, provider.GetRequiredKeyedService<HttpClient>(LlmOptions.Section)))
            .Use(Bounded)
            .UseKernelFunctionInvocation()
            .UseLogging()
            .UseOpenTelemetry(sourceName: TraceSource, configure: traces => traces.EnableSensitiveData = false);
        services.AddSingleton<IPromptRenderFilter, MessagesFilter>();
        services.AddSingleton<IAutoFunctionInvocationFilter, FunctionLimit>();
        services.AddKernel().Plugins.AddFromType<ArchivePlugin>(ArchivePlugin.Name);
    }

    /// <summary>The HTTP client for the service of a model.</summary>
    /// <param name="services">Have the clock and the log.</param>
    /// <param name="options">Name the model and its service.</param>
    /// <param name="section">Where they stand, for what is said of a refusal.</param>
    public static HttpClient OpenClient(IServiceProvider services, LlmOptions options, string section)
    {
#pragma warning disable CA2000 // The client disposes of its handlers.
        var parameters = new ParameterHandler(ParameterHandler.LimitNames(options), services.GetRequiredService<ILogger<ParameterHandler>>());
#pragma warning restore CA2000
        return RefusalHandler.OpenClient(options.Model, section, services.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(options.Seconds), parameters);
    }

    /// <summary>A model that calls a function that it was not offered is not asked again.</summary>
    private static IChatClient Bounded(IChatClient client)
    {
        client.GetService<FunctionInvokingChatClient>()!.TerminateOnUnknownCalls = true;
        return client;
    }
}
