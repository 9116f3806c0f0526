using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Feeds;

/// <summary>What a simulation came to.</summary>
/// <param name="Requests">How many there were.</param>
/// <param name="Items">How many items the healthy feeds have in the archive.</param>
/// <param name="States">Why feeds fail, or what is wrong with them, by kind.</param>
/// <param name="Faults">What must not be: a request too many, an item lost or there twice, a state that is not clear.</param>
internal sealed record FeedSimulationReport(int Requests, int Items, IReadOnlyDictionary<string, string> States, IReadOnlyList<string> Faults)
{
    private static readonly PollLimits Limits = PollLimits.Of(new SourceOptions());

    // Of those that fail, these are read as far as they go.
    private static readonly string[] ReadInPart = ["truncated", "crowd"];

    public static async Task<FeedSimulationReport> OfAsync(FeedSimulation simulation)
    {
        var faults = new List<string>();
        var followed = (await simulation.Reading.Feeds.ReadAllAsync(CancellationToken.None)).ToDictionary(feed => new Uri(feed.Settings.Address).AbsolutePath);
        var requests = simulation.Server.Requests;
        CheckHosts(requests, faults);
        var byPath = requests.ToLookup(request => request.Path, request => request.At);
        foreach (var feed in simulation.Feeds)
        {
            CheckRequests(feed, [.. byPath[feed.Path]], faults);
            CheckState(feed, followed[feed.Path], faults);
        }

        // A process that ends while it fetches a page leaves it to the next.
        var again = byPath.Where(page => page.Key.StartsWith(SimulatedFeed.PagePath, StringComparison.Ordinal) && page.Count() > 1).ToList();
        faults.AddRange(again.Where(page => page.Count() > 1 + simulation.Restarts).Select(page => $"{page.Key} was fetched {page.Count()} times"));
        var items = await CheckItemsAsync(simulation, followed, byPath, faults);
        var states = simulation.Feeds.Where(feed => !feed.IsHealthy).DistinctBy(feed => feed.Kind).ToDictionary(feed => feed.Kind, feed => followed[feed.Path].State.Problem ?? "");
        return new FeedSimulationReport(requests.Count, items, states, faults);
    }

    private static void CheckHosts(IReadOnlyList<SimulatedRequest> requests, List<string> faults)
    {
        foreach (var host in requests.GroupBy(request => request.Host))
        {
            var times = host.Select(request => request.At).Order().ToList();
            faults.AddRange(times.Zip(times.Skip(1)).Where(pair => pair.Second - pair.First < TimeSpan.FromSeconds(1)).Select(
                pair => $"{host.Key} was asked twice within {pair.Second - pair.First}"));
        }
    }

    private static void CheckRequests(SimulatedFeed feed, IReadOnlyList<DateTimeOffset> asked, List<string> faults)
    {
        var least = feed.TimeToLive > 0 && feed.IsHealthy ? TimeSpan.FromMinutes(feed.TimeToLive) : feed.Kind == "429" ? TimeSpan.FromMinutes(40) : Limits.Shortest;
        var pauses = asked.Zip(asked.Skip(1), (first, second) => second - first).ToList();
        faults.AddRange(pauses.Where(pause => pause < least).Select(pause => $"{feed.Path} ({feed.Kind}) was asked again after {pause}"));
        if (feed.Kind == "410" && asked.Count != 1)
            faults.Add($"{feed.Path} is gone and was asked {asked.Count} times");
        if (asked.Count == 0 && feed.Kind != "no name")
            faults.Add($"{feed.Path} was never asked");
        if (!feed.IsHealthy && !ReadInPart.Contains(feed.Kind))
            faults.AddRange(pauses.Zip(pauses.Skip(1)).Where(pair => pair.Second < pair.First && pair.First < Limits.Longest).Select(
                pair => $"{feed.Path} ({feed.Kind}) was asked after {pair.First} and then after {pair.Second}"));
    }

    private static void CheckState(SimulatedFeed feed, FollowedFeed followed, List<string> faults)
    {
        var expected = feed.IsHealthy || ReadInPart.Contains(feed.Kind) ? FeedHealth.Ok : feed.Kind == "410" ? FeedHealth.Gone : FeedHealth.Failing;
        if (followed.Health != expected)
            faults.Add($"{feed.Path} ({feed.Kind}) is {followed.Health}: {followed.State.Problem}");
        if (!feed.IsHealthy && followed.State.Problem?.EndsWith('.') != true)
            faults.Add($"{feed.Path} ({feed.Kind}) says '{followed.State.Problem}'");
    }

    private static async Task<int> CheckItemsAsync(FeedSimulation simulation, Dictionary<string, FollowedFeed> followed, ILookup<string, DateTimeOffset> asked, List<string> faults)
    {
        var titles = (await simulation.Reading.ReadRevisionsAsync()).CountBy(article => article.Title).ToDictionary();
        var bodies = (await simulation.Reading.ReadRevisionsAsync()).ToLookup(article => article.Title, article => article.Body);
        var items = 0;
        foreach (var feed in simulation.Feeds.Where(feed => feed.IsHealthy && followed[feed.Path].State.LastSuccessAt is not null))
        {
            var first = feed.Newest(asked[feed.Path].Min()) - SimulatedFeed.Shown + 1;
            for (var item = first; item <= feed.Newest(followed[feed.Path].State.LastSuccessAt!.Value); item++, items++)
            {
                var title = $"News from {feed.Words(item)}";
                if (titles.GetValueOrDefault(title) != 1)
                    faults.Add($"{title} is {titles.GetValueOrDefault(title)} times in the archive");
                else if (!bodies[title].Single().Contains("work number 4", StringComparison.Ordinal))
                    faults.Add($"{title} has no whole text");
            }
        }

        return items;
    }
}
