using NewsBot.Core.Articles;

namespace NewsBot.Sources;

/// <summary>Registers the reading of articles.</summary>
internal static class SourceServices
{
    /// <summary>Adds <see cref="ArticleIngestor"/>; an article store has to be added beside it.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddSingleton<ArticleReader>();
        services.AddSingleton<ArticleIngestor>();
        services.AddSingleton<IArticleIntake, TextIntake>();
        return services;
    }
}
