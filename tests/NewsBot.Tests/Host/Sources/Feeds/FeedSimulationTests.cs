namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedSimulationTests
{
    [Fact]
    public async Task In_an_hour_of_feeds_that_fail_in_every_way_nobody_is_asked_too_often_and_nothing_is_lost_or_there_twice()
    {
        using var folder = new TempFolder();
        await using var simulation = new FeedSimulation(folder.Path, count: FeedSimulation.Failures.Length * 3, hostsOfHealthy: 20);
        await simulation.FollowAllAsync();
        await simulation.RunAsync(TimeSpan.FromMinutes(25));
        await simulation.RestartAsync();
        await simulation.RunAsync(TimeSpan.FromMinutes(35));

        var report = await FeedSimulationReport.OfAsync(simulation);
        Assert.Equal("", string.Join('\n', report.Faults));
        Assert.True(report.Items > 400);
    }
}
