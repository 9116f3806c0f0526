using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>Registers the language model.</summary>
internal static class LanguageModelServices
{
    /// <summary>Adds <see cref="ILanguageModel"/> when the settings name a model, else the settings only. It needs a store and a clock, and lets prompts search where there is something to search.</summary>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSettings<LlmOptions, LlmOptionsValidator>(LlmOptions.Section);
        services.AddSingleton<ModelCheck>();
        if (string.IsNullOrEmpty(settings[$"{LlmOptions.Section}:{nameof(LlmOptions.Model)}"]))
            return services;

        services.AddSingleton<AskedModel>();
        services.AddSingleton(provider => provider.GetRequiredService<AskedModel>().Client);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GuardedModel>(provider, provider.GetRequiredService<AskedModel>().Model));
        services.AddSingleton<ILanguageModel>(provider => provider.GetRequiredService<GuardedModel>());
        services.AddSingleton<IModelReport>(provider => provider.GetRequiredService<GuardedModel>());
        return services;
    }
}
