using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Registers what keeps the archive small.</summary>
internal static class RetentionServices
{
    /// <summary>Adds the work that removes old articles, for the process that serves.</summary>
    public static IServiceCollection AddArticleRetention(this IServiceCollection services) => services.AddPeriodic<ArticleRetentionService>();
}
