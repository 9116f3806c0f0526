using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Retrieval;

/// <summary>Registers the passage index.</summary>
internal static class RetrievalServices
{
    /// <summary>Adds the index, its files in the folder given; it needs a store.</summary>
    public static IServiceCollection AddRetrieval(this IServiceCollection services, Func<IServiceProvider, string> folder)
    {
        services.AddSingleton<IArchiveIndex>(provider => new ArchiveIndex(
            provider.GetRequiredService<IArticleStore>(),
            new PassageIndexFiles(folder(provider), provider.GetRequiredService<ILogger<PassageIndexFiles>>())));
        return services;
    }

    /// <summary>Adds what keeps the index up to the archive in a process that goes on.</summary>
    public static IServiceCollection AddIndexFollower(this IServiceCollection services) => services.AddHostedService<IndexFollower>();
}
