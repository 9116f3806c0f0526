using System.Net;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;
using NewsBot.Tests.Host.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Feeds;

/// <summary>Many feeds on loopback, a third of them failing in every way there is, followed on a clock that runs as fast as the work is done.</summary>
internal sealed class FeedSimulation : INameResolver, IAsyncDisposable
{
    /// <summary>Every way to fail.</summary>
    public static readonly string[] Failures =
        ["404", "410", "429", "500", "503", "time-out", "reset", "truncated", "page", "circle", "private", "empty", "encoding", "no http", "no name", "bomb", "endless", "crowd"];

    // What takes megabytes is there once or twice; the rest is there again and again.
    private const int HeavyFailures = 3;

    // So many turns of the thread pool bring every continuation that can go on to where it waits.
    private const int Turns = 40;

    // A connection that was given up before the server saw it is never served.
    private static readonly TimeSpan LongestFlight = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    // Where everything that is under way hangs, nothing else can come.
    private static readonly TimeSpan LongStep = TimeSpan.FromSeconds(30);

    private readonly string folder;
    private readonly SteppedClock clock = new();
    private CancellationTokenSource running = new();
    private int begun;

    public FeedSimulation(string folder, int count, int hostsOfHealthy)
    {
        this.folder = folder;
        Feeds = [.. Enumerable.Range(0, count).Select(number =>
        {
            var failure = number / 3;
            var kind = number % 3 != 0 ? "" : failure < Failures.Length ? Failures[failure] : Failures[failure % (Failures.Length - HeavyFailures)];
            return new SimulatedFeed(number, kind, kind.Length == 0 ? $"h{number % hostsOfHealthy}.example" : $"f{number}.{(kind == "no name" ? "invalid" : "example")}", clock);
        })];
        Server = new SimulatedServer(Feeds, clock);
        Reading = Open();
    }

    public IReadOnlyList<SimulatedFeed> Feeds { get; }

    public SimulatedServer Server { get; }

    public FeedReading Reading { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task FollowAllAsync()
    {
        // The first request of a process takes long in the real world, during which the clock must not run.
        await Reading.Registry.AddAsync(new NewFeed(Server.At(SimulatedFeed.PagePath, "first.example")), CancellationToken.None);
        await Task.WhenAll(Feeds.Select(feed => Reading.Feeds.AddAsync(
            new NewFeed(Server.At(feed.Path, feed.Host)) { Folder = feed.IsHealthy ? "Healthy" : "Failing" }, Now, CancellationToken.None)));
    }

    /// <summary>Lets the simulated time pass.</summary>
    public async Task RunAsync(TimeSpan time)
    {
        var end = Now + time;
        while (Now < end)
        {
            await Reading.Poller.BeginDueAsync(running.Token);
            var (events, underWay) = (Server.Events, Reading.Poller.UnderWay);
            if (underWay == 0)
            {
                clock.Advance(Least(await NextAsync(), end) - Now);
                continue;
            }

            // The clock stands still while the work that does not wait for it goes on.
            await SettleAsync();
            if (events != Server.Events || underWay != Reading.Poller.UnderWay)
                continue;
            await StepAsync(underWay == Server.Hanging ? LongStep : Step);
        }
    }

    /// <summary>How often another process took over.</summary>
    public int Restarts { get; private set; }

    /// <summary>Ends whatever is under way and goes on as another process over the same archive.</summary>
    public async Task RestartAsync()
    {
        await Reading.Poller.BeginDueAsync(running.Token);
        await running.CancelAsync();
        await Reading.Poller.WhenIdleAsync();
        await SettleAsync();
        Volatile.Write(ref begun, Server.Served);
        Reading.Dispose();
        running.Dispose();
        running = new CancellationTokenSource();
        Restarts++;
        // No process starts sooner.
        clock.Advance(Step);
        Reading = Open();
    }

    /// <summary>Each request asks once: its connection serves no other.</summary>
    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (!host.EndsWith(".example", StringComparison.Ordinal))
            throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
        Interlocked.Increment(ref begun);
        return Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Loopback]);
    }

    public async ValueTask DisposeAsync()
    {
        await running.CancelAsync();
        await Reading.Poller.WhenIdleAsync();
        Reading.Dispose();
        running.Dispose();
        await Server.DisposeAsync();
    }

    // A long patience: a machine that is busy with other things must not make a healthy server look slow.
    private FeedReading Open() => new(folder, clock, this, options => (options.HostDelaySeconds, options.RequestSeconds) = (new SourceOptions().HostDelaySeconds, 300));

    private async Task StepAsync(TimeSpan step)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1));
        clock.Advance(step);
    }

    private async Task SettleAsync()
    {
        var since = TimeProvider.System.GetTimestamp();
        do
        {
            for (var turn = 0; turn < Turns; turn++)
                await Task.Factory.StartNew(static () => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        }
        while (Volatile.Read(ref begun) - Server.Served > Server.Hanging && TimeProvider.System.GetElapsedTime(since) < LongestFlight);
    }

    private async Task<DateTimeOffset> NextAsync()
    {
        var feed = (await Reading.Feeds.ReadAllAsync(CancellationToken.None)).Min(feed => feed.State.NextDueAt);
        // Pages that wait are looked for, as the service does it, every few seconds.
        return feed is { } due && due < Now + TimeSpan.FromSeconds(10) ? due : Now + TimeSpan.FromSeconds(10);
    }

    private static DateTimeOffset Least(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
