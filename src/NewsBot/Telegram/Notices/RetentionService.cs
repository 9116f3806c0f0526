using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Models;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Notices;

/// <summary>Deletes what has been kept as long as /privacy says.</summary>
internal sealed class RetentionService(
    IInbox inbox,
    IOutbox outbox,
    IConversationStore conversations,
    IWatchStore watches,
    ISubscriptionStore subscriptions,
    IModelUsageStore usage,
    IOptions<TelegramOptions> options,
    TimeProvider time) : IPeriodicWork
{
    // Telegram delivers an update again for a day at most.
    private static readonly TimeSpan Traces = TimeSpan.FromDays(2);

    // A chat's last digests, at least one a week, decide which stories are new to it.
    private static readonly TimeSpan Digests = TimeSpan.FromDays(60);

    public string Name => "Deleting old data";

    public string? Lease => "retention";

    public TimeSpan Interval => TimeSpan.FromHours(1);

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

    public Task StepAsync(CancellationToken cancellationToken) => PruneAsync(cancellationToken);
}
