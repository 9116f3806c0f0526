using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Models;

namespace NewsBot.Archive;

/// <summary>Registers the passage index.</summary>
internal static class RetrievalServices
{
    /// <summary>Adds the index, its files in the folder given, and where a model makes vectors theirs too; it needs a store, and a clock for vectors.</summary>
    public static IServiceCollection AddRetrieval(this IServiceCollection services, Func<IServiceProvider, string> folder)
    {
        services.AddSingleton(provider => new ArchiveIndex(
            provider.GetRequiredService<IArticleStore>(),
            new PassageIndexFiles(
                folder(provider), provider.GetRequiredService<ILogger<PassageIndexFiles>>(), provider.GetRequiredService<IOptions<ArchiveOptions>>().Value.SharedIndex)));
        services.AddSingleton<ICheckup, MachineCheckup>();
        if (!HasEmbedder(services))
            return services;
        services.AddSingleton(provider => new ArchiveVectors(
            provider.GetRequiredService<IVectorStore>(),
            provider.GetRequiredService<ITextEmbedder>(),
            new VectorIndexFiles(folder(provider), provider.GetRequiredService<ILogger<VectorIndexFiles>>()),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ArchiveVectors>>()));
        services.AddSingleton<PassageEmbedding>();
        return services;
    }

    /// <summary>Adds what keeps the indexes up to the archive in a process that goes on.</summary>
    public static IServiceCollection AddIndexFollower(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(IArticleBell)))
            services.AddPeriodic<ArticleBellFollower>();
        services.AddPeriodic<IndexFollower>().AddPeriodic<IndexMerger>().AddPeriodic<MappedPages>();
        return HasEmbedder(services) ? services.AddPeriodic<VectorFollower>() : services;
    }

    /// <summary>Adds what has missing vectors made, where a model makes vectors.</summary>
    public static IServiceCollection AddVectorBackfill(this IServiceCollection services) => HasEmbedder(services) ? services.AddPeriodic<VectorBackfill>() : services;

    private static bool HasEmbedder(IServiceCollection services) => services.Any(service => service.ServiceType == typeof(ITextEmbedder));
}
