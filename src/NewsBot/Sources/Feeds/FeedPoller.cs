using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Feeds;

/// <summary>Follows the feeds: fetches each when it is due, and the pages behind their items, many hosts side by side.</summary>
internal sealed partial class FeedPoller(
    IFeedStore feeds, FeedVisit feedVisit, PageVisit pageVisit, IOptions<SourceOptions> options, TimeProvider time, ILogger<FeedPoller> logger) : IPeriodicWork
{
    private const int MostDue = 1_000;
    private const int PagesOfHost = 8;

    /// <summary>No visit takes as long: a request and the pause of a host are bounded.</summary>
    private static readonly TimeSpan LongestVisit = TimeSpan.FromMinutes(30);

    // A host's page that takes long holds back none of its feeds.
    private readonly HostSlots feedSlots = new(options.Value.Requests, options.Value.RequestsPerHost);
    private readonly HostSlots pageSlots = new(options.Value.Requests, 1);
    private readonly Lock gate = new();
    private readonly Dictionary<(bool IsPage, string Id), (Task Work, DateTimeOffset Since)> running = [];

    // Hosts of pages that fail, and until when they are left alone.
    private readonly Dictionary<string, DateTimeOffset> failing = new(StringComparer.OrdinalIgnoreCase);

    // Why the last visit could not use the archive; null when it could.
    private volatile string? storeProblem;

    public string Name => "Following feeds";

    public string? Lease => "feeds";

    public TimeSpan Interval => TimeSpan.FromSeconds(2);

    public string? Problem => storeProblem is { } problem ? $"Feeds cannot be followed just now: {problem}" : FindStuck();

    /// <summary>How many feeds, and hosts of pages, are being asked.</summary>
    public int UnderWay
    {
        get
        {
            lock (gate)
                return running.Count;
        }
    }

    /// <summary>Ends when nothing that was begun is under way any more.</summary>
    public Task WhenIdleAsync()
    {
        lock (gate)
            return Task.WhenAll(running.Values.Select(visit => visit.Work));
    }

    /// <summary>Begins whatever is due and has room, and does not wait for it.</summary>
    /// <exception cref="StoreException">The store could not be asked.</exception>
    public async Task BeginDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!feedSlots.IsFull)
        {
            foreach (var feed in await feeds.ReadDueAsync(now, options.Value.RequestsPerHost, MostDue, cancellationToken))
                Begin(feedSlots, new Uri(feed.Settings.Address).IdnHost, (false, $"{feed.Settings.Id}"), token => feedVisit.PollAsync(feed, token), cancellationToken);
        }

        if (!pageSlots.IsFull)
        {
            foreach (var host in (await feeds.ReadDuePagesAsync(now, PagesOfHost, MostDue, cancellationToken)).GroupBy(page => new Uri(page.Url).IdnHost))
                Begin(pageSlots, host.Key, (true, host.Key), token => TryPagesAsync(host.Key, [.. host], token), cancellationToken);
        }
    }

    public Task StepAsync(CancellationToken cancellationToken) => BeginDueAsync(cancellationToken);

    public Task FinishAsync() => WhenIdleAsync();

    private void Begin(HostSlots slots, string host, (bool IsPage, string Id) id, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (running.ContainsKey(id) || !slots.TryTake(host))
                return;
            running.Add(id, (Task.Run(() => RunAsync(slots, host, id, work, cancellationToken), CancellationToken.None), time.GetUtcNow()));
        }
    }

    private async Task RunAsync(HostSlots slots, string host, (bool IsPage, string Id) id, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
            storeProblem = null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped; what was not finished is still due.
        }
        catch (StoreException failure)
        {
            storeProblem = failure.Message;
        }
#pragma warning disable CA1031 // The top of a feed's work: a bug that one feed meets must not stop the others.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Bug(logger, failure, id.IsPage ? $"the pages of {id.Id}" : $"feed {id.Id}");
        }
        finally
        {
            slots.Free(host);
            lock (gate)
                running.Remove(id);
        }
    }

    private async Task TryPagesAsync(string host, IReadOnlyList<PendingPage> pages, CancellationToken cancellationToken)
    {
        var until = FailsUntil(host);
        foreach (var page in pages)
        {
            if (until is { } later)
                await pageVisit.PutOffAsync(page, later, cancellationToken);
            else if ((until = await pageVisit.TryAsync(page, cancellationToken)) is { } failed)
                LeaveAlone(host, failed);
        }
    }

    private string? FindStuck()
    {
        var before = time.GetUtcNow() - LongestVisit;
        lock (gate)
        {
            return running.Values.Count(visit => visit.Since < before) is > 0 and var count
                ? $"{count} of the feeds and hosts of pages have been visited for more than {LongestVisit.TotalMinutes:0} minutes without an end."
                : null;
        }
    }

    private DateTimeOffset? FailsUntil(string host)
    {
        lock (gate)
        {
            if (!failing.TryGetValue(host, out var until))
                return null;
            if (until > time.GetUtcNow())
                return until;
            failing.Remove(host);
            return null;
        }
    }

    private void LeaveAlone(string host, DateTimeOffset until)
    {
        lock (gate)
            failing[host] = until;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "This is a bug in newsbot; please report it. It has to do with {What}.")]
    private static partial void Bug(ILogger logger, Exception failure, string what);
}
