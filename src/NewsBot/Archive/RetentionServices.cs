namespace NewsBot.Archive;

/// <summary>Registers what keeps the archive small.</summary>
internal static class RetentionServices
{
    /// <summary>Adds the service that lets old articles go, for the process that serves.</summary>
    public static IServiceCollection AddArticleRetention(this IServiceCollection services) => services.AddHostedService<ArticleRetentionService>();
}
