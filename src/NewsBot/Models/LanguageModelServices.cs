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
        services.AddSingleton<ILanguageModel>(provider => provider.GetRequiredService<GuardedModel>());
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
        services.AddKeyedSingleton(LlmOptions.Section, (provider, _) =>
        {
            var options = provider.GetRequiredService<IOptions<LlmOptions>>().Value;
            return RefusalHandler.OpenClient(
                options.Model, LlmOptions.Section, provider.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(options.Seconds),
                new ParameterHandler(ParameterHandler.LimitNames(options), provider.GetRequiredService<ILogger<ParameterHandler>>()));
        });
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

    /// <summary>A model that calls a function that it was not offered is not asked again.</summary>
    private static IChatClient Bounded(IChatClient client)
    {
        client.GetService<FunctionInvokingChatClient>()!.TerminateOnUnknownCalls = true;
        return client;
    }
}
