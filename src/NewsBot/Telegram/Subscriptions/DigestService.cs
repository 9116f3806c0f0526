using NewsBot.Chats;
using NewsBot.Core.Digests;
using NewsBot.Core.Questions;
using NewsBot.Hosting;
using NewsBot.Summaries;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Subscriptions;

/// <summary>Sends the daily summaries that are due.</summary>
/// <remarks>
/// A subscription's date is served in the transaction that puts its messages into the outbox, so that a process killed at any point neither loses nor repeats one. The
/// service takes only as many as the sender will soon send; the others stay due.
/// </remarks>
internal sealed partial class DigestService(
    ISubscriptionStore subscriptions,
    DigestCalendar calendar,
    SharedDigests digests,
    SubscriptionMenu menu,
    Access access,
    OutboxSender sender,
    TimeProvider time,
    ILogger<DigestService> logger) : IPeriodicWork
{
    /// <summary>Subscriptions served in one transaction.</summary>
    public const int PageSize = 100;

    private static readonly TimeSpan FirstWindow = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(2);
    private static readonly TimeSpan ShortestWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FailureWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RefusalWait = TimeSpan.FromHours(1);

    // A summary that was due before the start is late, and tells everything until the start. One that comes due later ends at its hour, so that all chats of that hour share it.
    private readonly DateTimeOffset began = time.GetUtcNow();

    public string Name => "Sending daily summaries";

    public string? Lease => "digests";

    public TimeSpan Interval => TimeSpan.FromSeconds(5);

    /// <summary>Serves the subscriptions that are due, a page of them.</summary>
    /// <returns>Whether there may be more.</returns>
    /// <exception cref="StoreException">The store failed; nothing of the page was served.</exception>
    public async Task<bool> ServeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await subscriptions.ReadDueAsync(now, PageSize, cancellationToken);
        List<DigestDelivery> deliveries = [];
        foreach (var subscription in due)
            deliveries.Add(await PrepareAsync(subscription, now, cancellationToken));
        if (deliveries.Count > 0)
            sender.Enqueue(await subscriptions.ServeAsync(deliveries, cancellationToken));
        return due.Count == PageSize;
    }

    public async Task StepAsync(CancellationToken cancellationToken)
    {
        do
            await sender.WaitForDigestRoomAsync(cancellationToken);
        while (await ServeAsync(cancellationToken));
    }

    private async Task<DigestDelivery> PrepareAsync(Subscription subscription, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!access.IsAllowed(subscription.Place.ChatId, subscription.Place.ChatId))
            return new DigestDelivery(subscription, now + RefusalWait);
        if (subscription.State == SubscriptionState.Unfinished)
            return new DigestDelivery(subscription, NextDue: null) { Messages = Messages(subscription, menu.OfferToFinish(subscription)) };
        if (subscription.State != SubscriptionState.Active)
            return new DigestDelivery(subscription, NextDue: null);
        try
        {
            if (calendar.Due(subscription, now) is not { } due)
                return new DigestDelivery(subscription, NextDue: null);
            if (due.At > now)
                return new DigestDelivery(subscription, due.At);
            return await MakeAsync(subscription, due, now, cancellationToken);
        }
#pragma warning disable CA1031 // The top of the loop over subscriptions: one that cannot be served must not keep the others waiting.
        catch (Exception failure) when (failure is not OperationCanceledException and not StoreException)
#pragma warning restore CA1031
        {
            Failed(logger, subscription.Place.ChatId, failure);
            return new DigestDelivery(subscription, now + FailureWait);
        }
    }

    private async Task<DigestDelivery> MakeAsync(Subscription subscription, DigestDate due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = due.At > began ? due.At : began;
        var from = subscription.LastEnd ?? end - FirstWindow;
        from = from < end - LongestWindow ? end - LongestWindow : from > end - ShortestWindow ? end - ShortestWindow : from;
        var made = await digests.MakeAsync(subscription, from, end, due.Date, cancellationToken);
        var next = calendar.Next(subscription with { LastDate = due.Date }, now);
        var served = new DigestDelivery(subscription, next?.At) { Date = due.Date, End = end };
        return made.Id is null && subscription.IsQuietWhenEmpty
            ? served
            : served with { DigestId = made.Id, Messages = Messages(subscription, made.Message) };
    }

    private static List<NewOutboxMessage> Messages(Subscription subscription, LaidOutMessage message) => [.. message.Pages.Select((page, i) =>
        BotRequests.Message(subscription.Place.ChatId, (int?)subscription.Place.ThreadId, page, i == message.Pages.Count - 1 ? message.Keyboard : [])
            .ToOutbox(MessagePurpose.Digest))];

    [LoggerMessage(Level = LogLevel.Error, Message = "The daily summary of chat {ChatId} could not be made; it is tried again.")]
    private static partial void Failed(ILogger logger, long chatId, Exception failure);
}
