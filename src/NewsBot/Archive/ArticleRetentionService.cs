using Microsoft.Extensions.Options;
using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Removes the articles that are older, or more, than the archive keeps.</summary>
internal sealed partial class ArticleRetentionService(
    IArticleRetention retention, IOptions<ArchiveOptions> options, TimeProvider time, ILogger<ArticleRetentionService> logger) : IPeriodicWork
{
    public string Name => "Removing old articles";

    public string? Lease => "article retention";

    public TimeSpan Interval => TimeSpan.FromHours(1);

    /// <summary>Removes them once; none where there is no limit.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        var (days, articles) = (options.Value.KeepDays, options.Value.KeepArticles);
        if (days == 0 && articles == 0)
            return;
        var removed = await retention.PruneAsync(days > 0 ? time.GetUtcNow().AddDays(-days) : null, articles > 0 ? articles : null, cancellationToken);
        if (removed > 0)
            Removed(logger, removed);
    }

    public Task StepAsync(CancellationToken cancellationToken) => PruneAsync(cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} old articles were removed from the archive")]
    private static partial void Removed(ILogger logger, int count);
}
