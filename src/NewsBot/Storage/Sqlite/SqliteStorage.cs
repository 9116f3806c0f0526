using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Counts;
using NewsBot.Hosting;
using NewsBot.Models;
using NewsBot.Sources.Feeds;

namespace NewsBot.Storage.Sqlite;

/// <summary>Registers the archive on SQLite.</summary>
internal static class SqliteStorage
{
    /// <summary>Adds the stores of articles and chats in the folder that the section 'Archive' names.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services)
    {
        services.AddSettings<ArchiveOptions, ArchiveOptionsValidator>(ArchiveOptions.Section);
        services.AddSettings<StorageOptions, StorageOptionsValidator>(StorageOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteArchive>();
        services.AddSingleton<IArchiveSchema>(provider => provider.GetRequiredService<SqliteArchive>());
        services.AddSingleton<IArchiveCare, SqliteArchiveCare>();
        services.AddSingleton<SqliteReaders>();
        services.AddSingleton<SqliteWriteQueue>();
        services.AddSingleton<IArticleStore, SqliteArticleStore>();
        services.AddSingleton<IArchiveOverview, SqliteArchiveOverview>();
        services.AddSingleton<IDuplicateStore, SqliteDuplicateStore>();
        services.AddSingleton<IArticleRetention, SqliteArticleRetention>();
        services.AddSingleton<IInbox, SqliteInbox>();
        services.AddSingleton<IOutbox, SqliteOutbox>();
        services.AddSingleton<IConversationStore, SqliteConversationStore>();
        services.AddSingleton<IWatchStore, SqliteWatchStore>();
        services.AddSingleton<IChatStore, SqliteChatStore>();
        services.AddSingleton<ISubscriptionStore, SqliteSubscriptionStore>();
        services.AddSingleton<IFeedStore, SqliteFeedStore>();
        services.AddSingleton<IArticleFolders>(provider => provider.GetRequiredService<IFeedStore>());
        services.AddSingleton<IModelUsageStore, SqliteModelUsageStore>();
        services.AddSingleton<ICountStore, SqliteCountStore>();
        services.AddSingleton<IVectorStore, SqliteVectorStore>();
        return services;
    }

    /// <summary>Adds what reads the tables of an archive on SQLite, for a database of another kind that it is copied into.</summary>
    public static IServiceCollection AddSqliteSource(this IServiceCollection services) => services.AddSingleton<ITableSourceOpener, SqliteTableSource.Opener>();
}
