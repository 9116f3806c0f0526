using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Keeps the index up to the archive, whichever process adds to it.</summary>
internal sealed partial class IndexFollower(IArchiveIndex index, TimeProvider time, ILogger<IndexFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await index.UpdateAsync(onProgress: null, stoppingToken);
                }
                catch (StoreException failure)
                {
                    Failed(logger, failure.Message);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "New articles cannot be indexed just now: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);
}
