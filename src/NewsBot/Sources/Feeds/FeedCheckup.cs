using System.Collections.Concurrent;
using System.Globalization;
using NewsBot.Hosting;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Feeds;

/// <summary>Fetches the feeds that are followed, and says which cannot be read; nothing is taken in.</summary>
internal sealed class FeedCheckup(IFeedStore store, WebFetcher fetcher, TimeProvider time) : ICheckup
{
    /// <summary>Of more feeds, those that have waited longest for a success are fetched.</summary>
    public const int MaxFetched = 50;

    private const string Part = "feeds";
    private const int AtOnce = 8;

    /// <summary>Longer than any feed is left alone while the service runs.</summary>
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(2);

    public bool NeedsArchive => true;

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var all = await store.ReadAllAsync(cancellationToken);
        if (all.Count == 0)
            return [Finding.Off(Part, "No feeds are followed. Follow one with: newsbot feeds add URL")];
        var followed = all.Where(feed => feed.Health is not (FeedHealth.Paused or FeedHealth.Gone)).OrderBy(feed => feed.State.LastSuccessAt).ToList();
        var failures = new ConcurrentDictionary<long, string>(
            all.Where(feed => feed.Health == FeedHealth.Gone).Select(feed => KeyValuePair.Create(feed.Settings.Id, feed.State.Problem ?? "It is gone.")));
        var fetched = followed.Take(MaxFetched).ToList();
        await Parallel.ForEachAsync(
            fetched,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (feed, token) =>
            {
                if (await FindProblemAsync(feed, token) is { } problem)
                    failures[feed.Settings.Id] = problem;
            });
        var latest = all.Max(feed => feed.State.LastSuccessAt);
        var told = string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Count:N0} are followed; of {fetched.Count:N0} fetched just now, {fetched.Count(IsRead):N0} can be read. {Last(latest)}");
        var isIdle = followed.Count > 0 && latest is { } at && time.GetUtcNow() - at > LongAgo;
        return
        [
            isIdle ? Finding.Mend(Part, told + " Feeds are read while 'newsbot serve' runs: start it.") : Finding.Ok(Part, told),
            .. all.Where(feed => !IsRead(feed)).Select(feed => Finding.Mend(
                Part,
                $"{feed.Settings.Name}: {failures[feed.Settings.Id]} {Last(feed.State.LastSuccessAt)} Correct its address, or: newsbot feeds pause {feed.Settings.Id}")),
        ];

        bool IsRead(FollowedFeed feed) => !failures.ContainsKey(feed.Settings.Id);
    }

    private async Task<string?> FindProblemAsync(FollowedFeed feed, CancellationToken cancellationToken)
    {
        var address = new Uri(feed.Settings.Address);
        return await fetcher.FetchAsync(new WebRequest(address, WebKind.Feed), cancellationToken) switch
        {
            WebResult.Failed failed => failed.Sentence,
            WebResult.Fetched fetched => FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address) is FeedReadResult.NotAFeed no ? no.Reason : null,
            _ => null,
        };
    }

    private static string Last(DateTimeOffset? success) => success is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"The last success was on {at:yyyy-MM-dd} at {at:HH:mm} UTC.")
        : "There was no success yet.";
}
