using NewsBot.Hosting;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Feeds;

/// <summary>Adds feeds after a look at them, finds those that are followed, and removes them.</summary>
internal sealed class FeedRegistry(WebFetcher fetcher, IFeedStore feeds, ArticleIntake intake, TimeProvider time)
{
    private const int BatchTeasers = 64;
    private const int MaxCandidates = 5;
    private const int MaxTitleChars = 200;
    private const int MaxShown = 80;

    /// <summary>Follows the feed at an address, or the one that the page there names, after it was fetched once.</summary>
    /// <param name="feed">As a person typed it: an address without 'https://' is understood.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<FeedAdding> AddAsync(NewFeed feed, CancellationToken cancellationToken)
    {
        if (FeedAddress.From(feed.Address) is not { } address)
            return NoAddress(feed.Address);
        if (await feeds.FindByAddressAsync(address, cancellationToken) is { } followed)
            return new FeedAdding.Followed(followed);
        var result = await FetchAsync(address, cancellationToken);

        // A person who typed no scheme may mean a site that has no https.
        var isUnreached = result is WebResult.Failed { StatusCode: null, IsTransient: true } or WebResult.Failed { Failure: WebFailure.TlsFailed };
        if (isUnreached && !feed.Address.Contains("://", StringComparison.Ordinal))
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

    /// <summary>Follows the feed at an address without a look at it.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public async Task<FeedAdding> AddUncheckedAsync(NewFeed feed, CancellationToken cancellationToken) => FeedAddress.From(feed.Address) is { } address
        ? Of(await feeds.AddAsync(feed with { Address = address }, time.GetUtcNow(), cancellationToken), site: null)
        : NoAddress(feed.Address);

    /// <summary>The feed that a person means by its number or its address; null when none is followed.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<FollowedFeed?> FindAsync(string given, CancellationToken cancellationToken)
    {
        if (long.TryParse(given.AsSpan().Trim().TrimStart('#'), out var id))
            return await feeds.FindAsync(id, cancellationToken);
        return FeedAddress.From(given) is { } address ? await feeds.FindByAddressAsync(address, cancellationToken) : null;
    }

    /// <summary>Follows a feed no longer; its articles stay, and its teasers that wait for a page become articles.</summary>
    /// <returns>Whether it was followed.</returns>
    /// <exception cref="StoreException">The store failed; the feed is still followed.</exception>
    public async Task<bool> RemoveAsync(long feedId, CancellationToken cancellationToken)
    {
        while (true)
        {
            // A poll that runs at the same time may bring more teasers.
            var waiting = await feeds.ReadTeasersAsync(feedId, BatchTeasers, cancellationToken);
            foreach (var item in waiting)
                await intake.TakeTeaserAsync(item.Teaser, cancellationToken);
            if (await feeds.RemoveAsync(feedId, waiting, cancellationToken) is { } wasFollowed)
                return wasFollowed;
        }
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
            feed with { Address = FeedAddress.From(address) ?? address, Title = FeedText.Line(found.Feed.Title, MaxTitleChars) ?? feed.Title },
            time.GetUtcNow(),
            cancellationToken),
        site);

    private Task<WebResult> FetchAsync(string address, CancellationToken cancellationToken) =>
        fetcher.FetchAsync(new WebRequest(new Uri(address), WebKind.Named), cancellationToken);

    private static FeedAdding Of((FollowedFeed Feed, bool IsNew) added, string? site) =>
        added.IsNew ? new FeedAdding.Added(added.Feed, site) : new FeedAdding.Followed(added.Feed);

    private static FeedAdding.Refused NoAddress(string given)
    {
        var open = FeedAddress.Shown(given);
        var shown = FeedText.Line(open.Length > MaxShown ? $"{open[..MaxShown]}…" : open, MaxShown + 1) ?? "";
        return new FeedAdding.Refused(open.Length < given.Length
            ? $"Before the host of '{shown}' stands a name or a password; a feed that needs one cannot be followed."
            : $"'{shown}' is no address; that of a feed looks like https://example.org/feed.xml.");
    }
}

/// <summary>The result of a request to follow a feed.</summary>
internal abstract record FeedAdding
{
    private FeedAdding()
    {
    }

    /// <summary>It is followed now.</summary>
    /// <param name="Site">The page that was named and that names the feed; null when the feed itself was named.</param>
    public sealed record Added(FollowedFeed Feed, string? Site) : FeedAdding;

    /// <summary>It was followed before.</summary>
    public sealed record Followed(FollowedFeed Feed) : FeedAdding;

    /// <summary>It cannot be followed.</summary>
    /// <param name="Reason">Why, as one sentence.</param>
    public sealed record Refused(string Reason) : FeedAdding;
}
