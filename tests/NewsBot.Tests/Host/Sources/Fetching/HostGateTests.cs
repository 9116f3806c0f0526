using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Fetching;

public sealed class HostGateTests
{
    private static readonly Uri Here = new("http://here.example/");
    private static readonly Uri There = new("http://there.example/");

    private readonly SteppedClock clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_to_one_host_keep_their_distance_and_their_order()
    {
        var gate = new HostGate(perHost: 1, TimeSpan.FromSeconds(2), clock);
        var passed = new List<(int Number, TimeSpan At)>();
        var all = Task.WhenAll(Enumerable.Range(0, 4).Select(async number =>
        {
            using (await gate.EnterAsync(Here, TimeSpan.Zero, Stop))
                passed.Add((number, clock.Elapsed));
        }));
        for (var wait = 0; wait < 3; wait++)
            await clock.AdvanceToNextAsync();
        await all;
        Assert.Equal(Enumerable.Range(0, 4).Select(number => (number, TimeSpan.FromSeconds(2 * number))), passed);
    }

    [Fact]
    public async Task A_slow_host_gets_its_rest_after_the_reply()
    {
        var gate = new HostGate(perHost: 1, TimeSpan.FromSeconds(2), clock);
        var first = await gate.EnterAsync(Here, TimeSpan.Zero, Stop);
        var second = gate.EnterAsync(Here, TimeSpan.Zero, Stop);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(second.IsCompleted);
        first.Dispose();
        first.Dispose();
        await clock.AdvanceToNextAsync();
        (await second).Dispose();
        Assert.Equal(32, clock.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task A_slow_host_delays_no_other()
    {
        var gate = new HostGate(perHost: 1, TimeSpan.FromSeconds(2), clock);
        using var held = await gate.EnterAsync(Here, TimeSpan.Zero, Stop);
        var waiting = Enumerable.Range(0, 100).Select(_ => gate.EnterAsync(Here, TimeSpan.Zero, Stop)).ToList();
        (await gate.EnterAsync(There, TimeSpan.Zero, Stop)).Dispose();
        (await gate.EnterAsync(new Uri("http://here.example:8080/"), TimeSpan.Zero, Stop)).Dispose();
        Assert.DoesNotContain(waiting, turn => turn.IsCompleted);
    }

    [Theory]
    [InlineData("https://here.example/x")]
    [InlineData("http://HERE.example./")]
    public async Task A_host_is_one_in_every_spelling(string address)
    {
        var gate = new HostGate(perHost: 1, TimeSpan.FromSeconds(2), clock);
        (await gate.EnterAsync(Here, TimeSpan.Zero, Stop)).Dispose();
        var second = gate.EnterAsync(new Uri(address), TimeSpan.Zero, Stop);
        await clock.AdvanceToNextAsync();
        (await second).Dispose();
        Assert.Equal(2, clock.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task The_longer_pause_counts()
    {
        var gate = new HostGate(perHost: 1, TimeSpan.FromSeconds(2), clock);
        (await gate.EnterAsync(Here, TimeSpan.FromSeconds(10), Stop)).Dispose();
        var second = gate.EnterAsync(Here, TimeSpan.FromSeconds(1), Stop);
        await clock.AdvanceToNextAsync();
        (await second).Dispose();
        Assert.Equal(10, clock.Elapsed.TotalSeconds);
        var third = gate.EnterAsync(Here, TimeSpan.Zero, Stop);
        await clock.AdvanceToNextAsync();
        (await third).Dispose();
        Assert.Equal(12, clock.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task As_many_pass_at_the_same_time_as_the_setting_says()
    {
        var gate = new HostGate(perHost: 2, TimeSpan.Zero, clock);
        var first = await gate.EnterAsync(Here, TimeSpan.Zero, Stop);
        using var second = await gate.EnterAsync(Here, TimeSpan.Zero, Stop);
        var third = gate.EnterAsync(Here, TimeSpan.Zero, Stop);
        Assert.False(third.IsCompleted);
        first.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_holds_nobody_back()
    {
        var gate = new HostGate(perHost: 1, TimeSpan.FromSeconds(2), clock);
        using var given = new CancellationTokenSource();
        var first = await gate.EnterAsync(Here, TimeSpan.Zero, Stop);
        var waitsForTheSlot = gate.EnterAsync(Here, TimeSpan.Zero, given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waitsForTheSlot);
        first.Dispose();

        using var givenLater = new CancellationTokenSource();
        var waitsForTheClock = gate.EnterAsync(Here, TimeSpan.Zero, givenLater.Token);
        await givenLater.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waitsForTheClock);
        var last = gate.EnterAsync(Here, TimeSpan.Zero, Stop);
        await clock.AdvanceToNextAsync();
        (await last).Dispose();
    }

    [Fact]
    public async Task Hosts_that_rested_are_forgotten()
    {
        var gate = new HostGate(perHost: 1, TimeSpan.FromSeconds(2), clock);
        using var held = await gate.EnterAsync(Here, TimeSpan.Zero, Stop);
        for (var host = 0; host < 5_000; host++)
        {
            (await gate.EnterAsync(new Uri($"http://h{host}.example/"), TimeSpan.Zero, Stop)).Dispose();
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(gate.Count, 2, 1_001);
        Assert.False(gate.EnterAsync(Here, TimeSpan.Zero, Stop).IsCompleted);
    }
}
