using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Sources.Feeds;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Sending;
using NewsBot.Telegram.Texts;

namespace NewsBot.Telegram.Notices;

/// <summary>Tells the administrators once when feeds have failed for a day, and once when they are back.</summary>
internal sealed partial class FeedNoticeService(
    IFeedStore feeds, IChatStore chats, OutboxSender sender, IOptions<TelegramOptions> options, TimeProvider time, ILogger<FeedNoticeService> logger) : BackgroundService
{
    private const int MaxShown = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

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
            sender.Enqueue(await feeds.TellAsync([.. told.Select(feed => feed.Subscription.Id)], told.Key, messages, cancellationToken));
        }
    }

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
                    await LookAsync(stoppingToken);
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
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

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

    [LoggerMessage(Level = LogLevel.Error, Message = "This is a bug in newsbot; please report it. The work is tried again.")]
    private static partial void RoundFailed(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Administrators cannot be told about feeds just now: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);
}
