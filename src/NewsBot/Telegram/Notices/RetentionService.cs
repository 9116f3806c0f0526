using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Models;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Notices;

/// <summary>Deletes what has been kept as long as /privacy says.</summary>
internal sealed partial class RetentionService(
    IInbox inbox,
    IOutbox outbox,
    IConversationStore conversations,
    IWatchStore watches,
    ISubscriptionStore subscriptions,
    IModelUsageStore usage,
    IOptions<TelegramOptions> options,
    TimeProvider time,
    ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // Telegram delivers an update again for a day at most.
    private static readonly TimeSpan Traces = TimeSpan.FromDays(2);

    // A chat's last digests, at least one a week, decide which stories are new to it.
    private static readonly TimeSpan Digests = TimeSpan.FromDays(60);

    /// <summary>Deletes once.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await inbox.PruneAsync(now - Traces, cancellationToken);
        await outbox.PruneAsync(now - Traces, cancellationToken);
        await conversations.PruneAsync(now - TimeSpan.FromDays(options.Value.ConversationDays), cancellationToken);
        await subscriptions.PruneAsync(now - Digests, cancellationToken);
        await watches.PruneAsync(now - TimeSpan.FromDays(options.Value.WatchDays), cancellationToken);
        await usage.PruneAsync(DateOnly.FromDateTime((now - Traces).UtcDateTime), cancellationToken);
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
#pragma warning disable CA1031 // The top of the loop: a bug that one round meets must end neither the loop nor the service.
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    RoundFailed(logger, failure);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "This is a bug in newsbot; please report it. The work is tried again.")]
    private static partial void RoundFailed(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old data could not be deleted just now: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);
}
