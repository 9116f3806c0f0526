using NewsBot.Sources.Fetching;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Feeds;

/// <summary>Looks at feeds before they are followed.</summary>
internal sealed class FeedDesk(WebFetcher fetcher, IFeedStore feeds, TimeProvider time) : IFeedDesk
{
    private const int MaxCandidates = 5;
    private const int MaxTitleChars = 200;
    private const int MaxShown = 80;

    /// <inheritdoc/>
    public async Task<FeedAdding> AddAsync(NewFeed feed, CancellationToken cancellationToken)
    {
        if (FeedAddress.From(feed.Address) is not { } address)
            return NoAddress(feed.Address);
        if (await feeds.FindByAddressAsync(address, cancellationToken) is { } followed)
            return new FeedAdding.Followed(followed);
        var result = await FetchAsync(address, cancellationToken);

        // Who typed no scheme may mean a site that has no https.
        if (result is WebResult.Failed { StatusCode: null, IsTransient: true } or WebResult.Failed { Failure: WebFailure.TlsFailed } && !feed.Address.Contains("://", StringComparison.Ordinal))
            result = await FetchAsync(address = $"http{address["https".Length..]}", cancellationToken);
        if (result is not WebResult.Fetched fetched)
            return new FeedAdding.Refused(result is WebResult.Failed failed ? failed.Sentence : "The server says that nothing has changed, though nothing was known.");
        return FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address) switch
        {
            FeedReadResult.Found found => await FollowAsync(feed, fetched.MovedTo?.AbsoluteUri ?? address, found, site: null, cancellationToken),
            FeedReadResult.NotAFeed { IsPage: true } => await FindOnPageAsync(feed, address, fetched, cancellationToken),
            FeedReadResult.NotAFeed no => new FeedAdding.Refused(no.Reason),
            var other => throw new InvalidOperationException($"Reading gave {other.GetType().Name}."),
        };
    }

    /// <inheritdoc/>
    public async Task<FeedAdding> AddUncheckedAsync(NewFeed feed, CancellationToken cancellationToken) => FeedAddress.From(feed.Address) is { } address
        ? Of(await feeds.AddAsync(feed with { Address = address }, time.GetUtcNow(), cancellationToken), site: null)
        : NoAddress(feed.Address);

    /// <inheritdoc/>
    public async Task<FollowedFeed?> FindAsync(string given, CancellationToken cancellationToken)
    {
        if (long.TryParse(given.AsSpan().Trim().TrimStart('#'), out var id))
            return await feeds.FindAsync(id, cancellationToken);
        return FeedAddress.From(given) is { } address ? await feeds.FindByAddressAsync(address, cancellationToken) : null;
    }

    private async Task<FeedAdding> FindOnPageAsync(NewFeed feed, string address, WebResult.Fetched page, CancellationToken cancellationToken)
    {
        var candidates = PageReader.FindFeeds(page.Body, page.ContentType, page.Address);
        foreach (var candidate in candidates.Select(FeedAddress.From).OfType<string>().Take(MaxCandidates))
        {
            if (await feeds.FindByAddressAsync(candidate, cancellationToken) is { } followed)
                return new FeedAdding.Followed(followed);
            if (await FetchAsync(candidate, cancellationToken) is WebResult.Fetched fetched
                && FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address) is FeedReadResult.Found found)
                return await FollowAsync(feed, fetched.MovedTo?.AbsoluteUri ?? candidate, found, address, cancellationToken);
        }

        return new FeedAdding.Refused(candidates.Count == 0
            ? $"There is a web page at {address}, and it names no feed; give the address of the feed itself."
            : $"There is a web page at {address}, and none of the feeds that it names can be read; give the address of the feed itself.");
    }

    private async Task<FeedAdding> FollowAsync(NewFeed feed, string address, FeedReadResult.Found found, string? site, CancellationToken cancellationToken) => Of(
        await feeds.AddAsync(
            feed with { Address = FeedAddress.From(address) ?? address, Title = MarkupText.Line(found.Feed.Title, MaxTitleChars) ?? feed.Title },
            time.GetUtcNow(),
            cancellationToken),
        site);

    private Task<WebResult> FetchAsync(string address, CancellationToken cancellationToken) =>
        fetcher.FetchAsync(new WebRequest(new Uri(address), WebKind.Named), cancellationToken);

    private static FeedAdding Of((FollowedFeed Feed, bool IsNew) added, string? site) =>
        added.IsNew ? new FeedAdding.Added(added.Feed, site) : new FeedAdding.Followed(added.Feed);

    private static FeedAdding.Refused NoAddress(string given)
    {
        var shown = MarkupText.Line(given.Length > MaxShown ? $"{given[..MaxShown]}…" : given, MaxShown + 1) ?? "";
        return new FeedAdding.Refused($"'{shown}' is no address; that of a feed looks like https://example.org/feed.xml.");
    }
}
