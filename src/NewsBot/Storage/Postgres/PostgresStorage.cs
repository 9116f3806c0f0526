using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Counts;
using NewsBot.Hosting;
using NewsBot.Models;
using NewsBot.Sources.Feeds;

namespace NewsBot.Storage.Postgres;

/// <summary>Registers the archive on PostgreSQL.</summary>
internal static class PostgresStorage
{
    /// <summary>Adds the stores of articles and chats in the database that the section 'Storage' names; the files of the index stay in the archive's folder.</summary>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services)
    {
        services.AddSettings<ArchiveOptions, ArchiveOptionsValidator>(ArchiveOptions.Section);
        services.AddSettings<StorageOptions, StorageOptionsValidator>(StorageOptions.Section);
        services.AddSingleton<IValidateOptions<StorageOptions>, PostgresConnectionValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<IArchiveSchema>(provider => provider.GetRequiredService<PostgresDatabase>());
        services.AddSingleton<ICountStore, PostgresCountStore>();
        services.AddSingleton<ILeaseStore, PostgresLeaseStore>();
        services.AddSingleton<PostgresFence>();
        return services.AddArticles().AddChats();
    }

    /// <summary>The stores of articles, of what follows from them, and of feeds.</summary>
    private static IServiceCollection AddArticles(this IServiceCollection services)
    {
        services.AddSingleton<IArchiveCare, PostgresArchiveCare>();
        services.AddSingleton<IArchiveImport, PostgresImport>();
        services.AddSingleton<IArticleStore, PostgresArticleStore>();
        services.AddPeriodic<PostgresArticleBell>();
        services.AddSingleton<IArticleBell>(provider => provider.GetRequiredService<PostgresArticleBell>());
        services.AddSingleton<IArchiveOverview, PostgresArchiveOverview>();
        services.AddSingleton<IDuplicateStore, PostgresDuplicateStore>();
        services.AddSingleton<IArticleRetention, PostgresArticleRetention>();
        services.AddSingleton<IFeedStore, PostgresFeedStore>();
        services.AddSingleton<IArticleFolders>(provider => provider.GetRequiredService<IFeedStore>());
        services.AddSingleton<IModelUsageStore, PostgresModelUsageStore>();
        return services.AddSingleton<IVectorStore, PostgresVectorStore>();
    }

    /// <summary>The stores of what is kept of chats.</summary>
    private static IServiceCollection AddChats(this IServiceCollection services) => services
        .AddSingleton<IInbox, PostgresInbox>()
        .AddSingleton<IOutbox, PostgresOutbox>()
        .AddSingleton<IConversationStore, PostgresConversationStore>()
        .AddSingleton<IWatchStore, PostgresWatchStore>()
        .AddSingleton<IChatStore, PostgresChatStore>()
        .AddSingleton<ISubscriptionStore, PostgresSubscriptionStore>();
}
