using NewsBot.Tests;
using NewsBot.Tests.Host.Sources.Feeds;

namespace NewsBot.Benchmarks;

/// <summary>Follows 200 feeds, a third of them failing in every way there is, for hours of simulated time, and says what came of it.</summary>
internal static class FeedHours
{
    private const int Feeds = 200;
    private const int Hosts = 60;

    /// <summary>Runs it; every hour another process takes over in the middle of its work.</summary>
    /// <returns>0 when nothing was asked too often, lost or there twice.</returns>
    public static async Task<int> RunAsync(int hours, TextWriter output)
    {
        using var folder = new TempFolder();
        await using var simulation = new FeedSimulation(folder.Path, Feeds, Hosts);
        await simulation.FollowAllAsync();
        var began = TimeProvider.System.GetTimestamp();
        for (var hour = 1; hour <= hours; hour++)
        {
            await simulation.RunAsync(TimeSpan.FromMinutes(30));
            await simulation.RestartAsync();
            await simulation.RunAsync(TimeSpan.FromMinutes(30));
            await output.WriteLineAsync($"after {hour} h: {simulation.Server.Requests.Count:N0} requests, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0.0} MB");
        }

        var took = TimeProvider.System.GetElapsedTime(began);
        var report = await FeedSimulationReport.OfAsync(simulation);
        await output.WriteLineAsync(
            $"{Feeds} feeds, {hours} h in {took.TotalSeconds:0.0} s: {report.Requests:N0} requests, {report.Items:N0} items of healthy feeds, {report.Faults.Count} faults");
        foreach (var (kind, state) in report.States)
            await output.WriteLineAsync($"  {kind}: {state}");
        foreach (var fault in report.Faults)
            await output.WriteLineAsync(fault);
        return report.Faults.Count == 0 ? 0 : 1;
    }
}
