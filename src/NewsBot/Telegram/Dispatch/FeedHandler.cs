using NewsBot.Chats;
using NewsBot.Core.Display;
using NewsBot.Sources.Feeds;
using NewsBot.Telegram.Dialog;
using NewsBot.Telegram.Layout;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles /feeds: shows the feeds that are followed and changes them.</summary>
internal sealed class FeedHandler(FeedRegistry registry, IFeedStore feeds) : ICommandHandler
{
    // Those that fail come first, and a message holds about so many.
    private const int MaxShown = 40;
    private const int MaxShownGiven = 64;

    public async Task<UpdateResult> HandleAsync(SentCommand command, CancellationToken cancellationToken) =>
        command.Context.Say(await LayAsync(command.Words, command.Context, cancellationToken));

    private async Task<LaidOutMessage> LayAsync(string words, ChatContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts.Feeds;
        var parts = words.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts switch
        {
            [] => await ListAsync(context, cancellationToken),
            [var verb, var address, .. var folder] when Is(verb, "add") => LaidOutMessage.Of(await AddAsync(address, folder.FirstOrDefault(), texts, cancellationToken)),
            [var verb, var feed] when Is(verb, "remove") => LaidOutMessage.Of(await ActAsync(feed, registry.RemoveAsync, texts.Removed, texts, cancellationToken)),
            [var verb, var feed] when Is(verb, "pause") || Is(verb, "resume") => LaidOutMessage.Of(await PauseAsync(feed, Is(verb, "pause"), context, cancellationToken)),
            _ => LaidOutMessage.Titled(texts.How),
        };
    }

    private async Task<LaidOutMessage> ListAsync(ChatContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts.Feeds;
        var all = await feeds.ReadAllAsync(cancellationToken);
        if (all.Count == 0)
            return LaidOutMessage.Of(texts.None);
        var failing = all.Count(IsFailing);
        var left = all.Count - MaxShown;
        return LaidOutMessage.Of(
        [
            .. MessageBlock.Titled(texts.Title(all.Count, failing)),
            .. all.OrderByDescending(IsFailing).Take(MaxShown).Select(feed => FeedLayout.Entry(feed, context.At, texts)),
            .. left > 0 ? [MessageBlock.Plain(texts.More(left))] : Array.Empty<MessageBlock>(),
        ]);
    }

    private async Task<string> AddAsync(string address, string? folder, FeedTexts texts, CancellationToken cancellationToken) =>
        await registry.AddAsync(new NewFeed(address) { Folder = folder }, cancellationToken) switch
        {
            FeedAdding.Added added => texts.Added(FeedLayout.Name(added.Feed), added.Feed.Settings.Id, added.Site),
            FeedAdding.Followed known => texts.Followed(FeedLayout.Name(known.Feed), known.Feed.Settings.Id),
            FeedAdding.Refused refused => texts.Refused(refused.Reason),
            var other => throw new InvalidOperationException($"Adding gave {other.GetType().Name}."),
        };

    private Task<string> PauseAsync(string given, bool isPaused, ChatContext context, CancellationToken cancellationToken) => ActAsync(
        given,
        (id, token) => feeds.SetPausedAsync(id, isPaused, context.At, token),
        isPaused ? context.Texts.Feeds.Paused : context.Texts.Feeds.Resumed,
        context.Texts.Feeds,
        cancellationToken);

    private async Task<string> ActAsync(
        string given, Func<long, CancellationToken, Task<bool>> action, Func<string, string> done, FeedTexts texts, CancellationToken cancellationToken) =>
        await registry.FindAsync(given, cancellationToken) is { } feed && await action(feed.Settings.Id, cancellationToken)
            ? done(FeedLayout.Name(feed))
            : texts.NotFound(TextCut.Shorten(DisplayText.Line(given), MaxShownGiven));

    private static bool IsFailing(FollowedFeed feed) => feed.Health is FeedHealth.Failing or FeedHealth.Gone;

    private static bool Is(string typed, string verb) => string.Equals(typed, verb, StringComparison.OrdinalIgnoreCase);
}
