using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>Registers the embedding model.</summary>
internal static class EmbeddingServices
{
    /// <summary>Adds <see cref="ITextEmbedder"/> when the settings name a model, else the settings only. It needs a clock.</summary>
    public static IServiceCollection AddEmbeddings(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSettings<EmbeddingOptions, EmbeddingOptionsValidator>(EmbeddingOptions.Section);
        if (string.IsNullOrEmpty(settings[$"{EmbeddingOptions.Section}:{nameof(EmbeddingOptions.Model)}"]))
            return services;

        // Each request has its own limit.
        services.AddKeyedSingleton(EmbeddingOptions.Section, (provider, _) => RefusalHandler.OpenClient(
            provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value.Model, EmbeddingOptions.Section, provider.GetRequiredService<TimeProvider>(),
            Timeout.InfiniteTimeSpan));
        services.AddEmbeddingGenerator(provider => new OpenAiEmbeddingGenerator(
            provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value, provider.GetRequiredKeyedService<HttpClient>(EmbeddingOptions.Section)))
            .UseOpenTelemetry(sourceName: LanguageModelServices.TraceSource, configure: traces => traces.EnableSensitiveData = false);
        services.AddSingleton<ITextEmbedder>(provider => new TextEmbedder(
            provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
            provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
