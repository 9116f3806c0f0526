using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Sqlite;

/// <summary>Registers the archive on SQLite.</summary>
internal static class SqliteStorage
{
    /// <summary>Adds the article store in the folder that the section 'Archive' names.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services)
    {
        services.AddOptions<ArchiveOptions>()
            .BindConfiguration(ArchiveOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ArchiveOptions>, ArchiveOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteArchive>();
        services.AddSingleton<IArticleStore, SqliteArticleStore>();
        return services;
    }
}
