using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsBot.Core.LanguageModels;

namespace NewsBot.LanguageModels;

/// <summary>Registers the language model.</summary>
internal static class LanguageModelServices
{
    /// <summary>Adds <see cref="ILanguageModel"/> when the settings name a model, else the settings only. It needs a store and a clock.</summary>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<LlmOptions>()
            .BindConfiguration(LlmOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<LlmOptions>, LlmOptionsValidator>();
        services.AddSingleton<ModelCheck>();
        if (string.IsNullOrEmpty(settings[$"{LlmOptions.Section}:{nameof(LlmOptions.Model)}"]))
            return services;

        services.AddSingleton<PromptFiles>();
        services.AddSingleton(provider => CreateClient(provider.GetRequiredService<IOptions<LlmOptions>>().Value));
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<LlmOptions>>();
            return new GuardedModel(
                new ChatModel(provider.GetRequiredService<IChatClient>(), provider.GetRequiredService<PromptFiles>(), options.Value.Model, TimeSpan.FromSeconds(options.Value.Seconds)),
                provider.GetRequiredService<IModelUsageStore>(), options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<GuardedModel>>());
        });
        services.AddSingleton<ILanguageModel>(provider => provider.GetRequiredService<GuardedModel>());
        services.AddSingleton<IModelReport>(provider => provider.GetRequiredService<GuardedModel>());
        return services;
    }

#pragma warning disable CA2000 // The client lives as long as the process, and so does what it makes its requests with.
    private static IChatClient CreateClient(LlmOptions options)
    {
        // The limit of a whole reply is kept by whoever asks; this one ends what hangs before it begins.
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        if (!options.IsAnthropic)
            return new OpenAiChatClient(options, http);
        var settings = new ClientOptions { ApiKey = options.ApiKey, HttpClient = http, MaxRetries = 0, Timeout = TimeSpan.FromSeconds(options.Seconds) };
        if (options.Endpoint.Length > 0)
            settings.BaseUrl = options.Endpoint;
        return new AnthropicClient(settings).AsIChatClient(options.Model);
    }
#pragma warning restore CA2000
}
