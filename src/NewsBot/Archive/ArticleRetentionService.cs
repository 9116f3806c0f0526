using Microsoft.Extensions.Options;
using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Lets articles go that are older, or more, than the archive keeps.</summary>
internal sealed partial class ArticleRetentionService(
    IArticleRetention retention, IOptions<ArchiveOptions> options, TimeProvider time, ILogger<ArticleRetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Lets go once; nothing where there is no limit.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        var (days, articles) = (options.Value.KeepDays, options.Value.KeepArticles);
        if (days == 0 && articles == 0)
            return;
        var removed = await retention.PruneAsync(days > 0 ? time.GetUtcNow().AddDays(-days) : null, articles > 0 ? articles : null, cancellationToken);
        if (removed > 0)
            Removed(logger, removed);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                try
                {
                    await PruneAsync(stoppingToken);
                }
                catch (StoreException failure)
                {
                    Failed(logger, failure.Message);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} old articles were removed from the archive")]
    private static partial void Removed(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old articles could not be removed just now: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);
}
