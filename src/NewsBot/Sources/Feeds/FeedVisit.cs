using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Hosting;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Feeds;

/// <summary>Fetches a feed once and takes in what is new.</summary>
/// <remarks>Articles are stored before their items are remembered: a process that is killed in between takes them in once more, which changes nothing.</remarks>
internal sealed partial class FeedVisit(
    WebFetcher fetcher, IFeedStore feeds, ArticleIntake intake, IOptions<SourceOptions> options, TimeProvider time, ILogger<FeedVisit> logger)
{
    private const int BatchArticles = 256;

    private const int MaxTitleChars = 200;
    private const int MaxLanguageChars = 35;

    private readonly PollLimits limits = PollLimits.Of(options.Value);

    /// <summary>Polls a feed that is due; nothing is done when it is not any more.</summary>
    /// <exception cref="StoreException">The store failed; the feed is due again as if the process had ended.</exception>
    public async Task PollAsync(FollowedFeed feed, CancellationToken cancellationToken)
    {
        if (!await feeds.BeginAsync(feed, PollSchedule.Again(feed.State, time.GetUtcNow(), limits, feed.Settings.Id), cancellationToken))
            return;
        try
        {
            await FetchAsync(feed, cancellationToken);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StoreException))
        {
            // A bug that one feed meets counts as a failure of that feed: it is listed there, and the feed waits as after any failure.
            await feeds.CompleteAsync(Plan(feed, feed.State, new PollOutcome.Failed("It meets a bug in newsbot, whose log says more.", RetryAt: null)), cancellationToken);
            throw;
        }
    }

    private async Task FetchAsync(FollowedFeed feed, CancellationToken cancellationToken)
    {
        var request = new WebRequest(new Uri(feed.Settings.Address), WebKind.Feed) { ETag = feed.State.ETag, LastModified = feed.State.LastModified };
        var poll = await fetcher.FetchAsync(request, cancellationToken) switch
        {
            WebResult.Fetched fetched => await TakeAsync(feed, fetched, cancellationToken),
            WebResult.NotModified kept => Keep(feed, kept),
            WebResult.Failed { Failure: WebFailure.Gone } failed => Plan(feed, feed.State, new PollOutcome.Gone(failed.Sentence)),
            WebResult.Failed failed => Plan(feed, feed.State, new PollOutcome.Failed(failed.Sentence, failed.RetryAt)),
            var other => throw new InvalidOperationException($"A fetch gave {other.GetType().Name}."),
        };
        var mergedInto = await feeds.CompleteAsync(poll, cancellationToken);
        Instruments.FeedVisited(hasFailed: poll.State.IsGone || poll.State.FailingSince is not null);
        Tell(feed, poll, mergedInto);
    }

    private FeedPoll Keep(FollowedFeed feed, WebResult.NotModified kept)
    {
        var state = feed.State with { ETag = kept.ETag ?? feed.State.ETag, LastModified = kept.LastModified ?? feed.State.LastModified };
        return Plan(feed, state, new PollOutcome.Succeeded(HasNews: false) { MaxAge = kept.MaxAge, Problem = NoteOf(feed) }) with { MovedTo = kept.MovedTo?.AbsoluteUri };
    }

    private async Task<FeedPoll> TakeAsync(FollowedFeed feed, WebResult.Fetched fetched, CancellationToken cancellationToken)
    {
        var hash = Fingerprint.Of(fetched.Body);
        var state = feed.State with { ETag = fetched.ETag, LastModified = fetched.LastModified, BodyHash = hash };
        if (hash == feed.State.BodyHash)
            return Plan(feed, state, new PollOutcome.Succeeded(HasNews: false) { MaxAge = fetched.MaxAge, Problem = NoteOf(feed) }) with { MovedTo = fetched.MovedTo?.AbsoluteUri };
        return FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address) switch
        {
            FeedReadResult.Found found => await TakeAsync(feed, state, fetched, found, cancellationToken),
            FeedReadResult.NotAFeed no => Plan(feed, feed.State, new PollOutcome.Failed(no.Reason, RetryAt: null)),
            var other => throw new InvalidOperationException($"Reading gave {other.GetType().Name}."),
        };
    }

    private async Task<FeedPoll> TakeAsync(
        FollowedFeed feed, FeedState state, WebResult.Fetched fetched, FeedReadResult.Found found, CancellationToken cancellationToken)
    {
        var read = found.Feed;
        var seen = await feeds.ReadSeenAsync(feed.Settings.Id, cancellationToken);
        var entries = await TellApartAsync(new FeedEntries(feed.Settings, read, time.GetUtcNow()).Read(seen, cancellationToken), cancellationToken);
        foreach (var batch in entries.Select(entry => entry.Article).OfType<Article>().Chunk(BatchArticles))
            await intake.TakeAsync(batch, cancellationToken);

        state = state with
        {
            TimeToLive = read.TimeToLive,
            SkipHours = PollSchedule.Bits(read.SkipHours, 24),
            SkipDays = PollSchedule.Bits(read.SkipDays.Select(day => (int)day), 7),
        };
        var outcome = new PollOutcome.Succeeded(entries.Any(entry => entry.IsNew)) { MaxAge = fetched.MaxAge, Problem = NoteOf(found) };
        return Plan(feed, state, outcome) with
        {
            Title = FeedText.Line(read.Title, MaxTitleChars),
            Link = read.Link is { } link && CanonicalUrl.From(link) is not null ? CanonicalUrl.WithoutUser(link) : null,
            Language = FeedText.Line(read.Language, MaxLanguageChars),
            MovedTo = fetched.MovedTo?.AbsoluteUri,
            Items = [.. entries.Select(entry => entry.Mark)],
        };
    }

    /// <summary>
    /// Some feeds give an item's id to another item later. An item whose address and text differ from those of its id, and its time or every word of its headline too,
    /// is another article.
    /// </summary>
    private async Task<List<FeedEntry>> TellApartAsync(IReadOnlyList<FeedEntry> entries, CancellationToken cancellationToken)
    {
        var told = new List<FeedEntry>(entries.Count);
        foreach (var entry in entries)
        {
            var known = entry.HasMoved ? await intake.FindAsync(entry.Mark.ArticleId, cancellationToken) : null;
            told.Add(known is not null && IsAnother(known, entry.Words) ? entry.AsAnother() : entry);
        }

        return told;
    }

    private static bool IsAnother(Article known, Article given) =>
        WordOverlap.AreApart(known, given) && (known.PublishedAt != given.PublishedAt || WordOverlap.Share(known.Title, given.Title) == 0);

    private FeedPoll Plan(FollowedFeed feed, FeedState state, PollOutcome outcome) => new(
        feed.Settings.Id, PollSchedule.Next(state, outcome, time.GetUtcNow(), limits, feed.Settings.Id));

    /// <summary>The problem of the last copy, which is still the current one.</summary>
    private static string? NoteOf(FollowedFeed feed) => feed.State.FailingSince is null ? feed.State.Problem : null;

    private static string? NoteOf(FeedReadResult.Found found) => found.Feed.Items.Count > FeedEntries.MaxItems
        ? $"It has {(found.Feed.Items.Count < FeedReader.MaxItems ? "" : "at least ")}{found.Feed.Items.Count:N0} items; the newest {FeedEntries.MaxItems:N0} are taken in."
        : found.Problem;

    private void Tell(FollowedFeed feed, FeedPoll poll, long? mergedInto)
    {
        var name = FeedText.Line(poll.Title ?? feed.Settings.Name, MaxTitleChars)!;
        if (mergedInto is { } other)
            Merged(logger, name, other);
        else if (poll.MovedTo is { } moved && moved != feed.Settings.Address)
            Moved(logger, name, moved);
        if (poll.State.IsGone)
            IsGone(logger, name, poll.State.Problem!);
        else if (poll.State.FailingSince is not null && feed.State.FailingSince is null)
            Failing(logger, name, poll.State.Problem!);
        else if (poll.State.FailingSince is null && feed.State.FailingSince is not null)
            IsBack(logger, name);
        if (poll.Items.Count > 0)
            TookIn(logger, name, poll.Items.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Feed}: {Count} new or changed items.")]
    private static partial void TookIn(ILogger logger, string feed, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Feed}: fails. {Problem}")]
    private static partial void Failing(ILogger logger, string feed, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Feed}: is back.")]
    private static partial void IsBack(ILogger logger, string feed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Feed}: is gone and not fetched any more. {Problem}")]
    private static partial void IsGone(ILogger logger, string feed, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Feed}: has moved to {Address}.")]
    private static partial void Moved(ILogger logger, string feed, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Feed}: has moved to where feed {Other} is followed, and is one with it now.")]
    private static partial void Merged(ILogger logger, string feed, long other);
}
