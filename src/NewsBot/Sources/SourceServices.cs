using NewsBot.Hosting;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Ingest;

namespace NewsBot.Sources;

/// <summary>Registers the fetching and reading of articles.</summary>
internal static class SourceServices
{
    /// <summary>Adds <see cref="ArticleIngestor"/> and <see cref="WebFetcher"/>; an article store and a clock have to be added beside them.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddSettings<SourceOptions, SourceOptionsValidator>(SourceOptions.Section);
        services.AddSingleton<INameResolver, SystemNameResolver>();
        services.AddSingleton<WebFetcher>();
        services.AddSingleton<ArticleIntake>();
        services.AddSingleton<ArticleReader>();
        services.AddSingleton<ArticleIngestor>();
        services.AddSingleton<TextIntake>();
        services.AddSingleton<FeedRegistry>();
        return services;
    }

    /// <summary>Adds the service that follows the feeds; it needs <see cref="AddSources"/> and the stores of articles and feeds.</summary>
    public static IServiceCollection AddFeedPoller(this IServiceCollection services)
    {
        services.AddSingleton<FeedVisit>();
        services.AddSingleton<PageVisit>();
        services.AddSingleton<ICheckup, FeedCheckup>();
        services.AddSingleton(provider => new QueueLength("feeds", () => provider.GetRequiredService<FeedPoller>().UnderWay));
        return services.AddPeriodic<FeedPoller>();
    }
}
