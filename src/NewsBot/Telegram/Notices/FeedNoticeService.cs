using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Sources.Feeds;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Notices;

/// <summary>Tells the administrators once when feeds have failed for a day, and once when they are back.</summary>
internal sealed class FeedNoticeService(
    IFeedStore feeds, IChatStore chats, OutboxSender sender, IOptions<TelegramOptions> options, TimeProvider time) : IPeriodicWork
{
    private const int MaxShown = 20;

    public string Name => "Telling administrators about feeds";

    public string? Lease => "notices";

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    // A feed that failed before a long stop is fetched first.
    public bool BeginsAtOnce => false;

    /// <summary>Looks at the feeds once, and tells the administrators what is new.</summary>
    /// <exception cref="StoreException">The store failed; no administrator gets a message.</exception>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Administrators.Length == 0)
            return;
        var now = time.GetUtcNow();
        var news = (await feeds.ReadAllAsync(cancellationToken))
            .Select(feed => (Feed: feed, Notice: FeedNotices.DueFor(feed, now)))
            .Where(pair => pair.Notice is not null)
            .ToLookup(pair => pair.Notice!.Value, pair => pair.Feed);
        foreach (var told in news)
        {
            var messages = await LayAsync(told.Key, [.. told], now, cancellationToken);
            sender.Enqueue(await feeds.TellAsync([.. told.Select(feed => feed.Settings.Id)], told.Key, messages, cancellationToken));
        }
    }

    public Task StepAsync(CancellationToken cancellationToken) => LookAsync(cancellationToken);

    private async Task<IReadOnlyList<NewOutboxMessage>> LayAsync(FeedNotice notice, IReadOnlyList<FollowedFeed> told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var messages = new List<NewOutboxMessage>();
        foreach (var administrator in options.Value.Administrators)
        {
            var texts = BotLanguages.For((await chats.GetSettingsAsync(administrator, cancellationToken)).Language).Feeds;
            var title = notice == FeedNotice.Failing ? texts.FailingTitle(told.Count) : texts.BackTitle(told.Count);
            var message = LaidOutMessage.Of(
            [
                .. MessageBlock.Titled(title),
                .. told.Take(MaxShown).Select(feed => FeedLayout.Entry(feed, now, texts)),
                .. told.Count > MaxShown ? [MessageBlock.Plain(texts.More(told.Count - MaxShown))] : Array.Empty<MessageBlock>(),
            ]);
            messages.AddRange(message.Pages.Select(page => BotRequests.Message(administrator, topicId: null, page).ToOutbox(MessagePurpose.Digest)));
        }

        return messages;
    }
}
