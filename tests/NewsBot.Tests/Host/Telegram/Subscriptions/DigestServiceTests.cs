using NewsBot.Benchmarks;

namespace NewsBot.Tests.Host.Telegram.Subscriptions;

public sealed class DigestServiceTests
{
    public static TheoryData<string> Changes => ["2026-03-28", "2026-10-24", "2026-10-31"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Each_date_is_sent_once_through_changes_of_the_clocks_downtimes_and_kills(string from)
    {
        using var folder = new TempFolder();
        var run = new ClockRun(folder.Path, subscribers: 200, DateTimeOffset.Parse(from + "T00:00Z"), days: 2, seed: 7, stepMinutes: 15);
        var result = await run.RunAsync(TestContext.Current.CancellationToken);
        Assert.InRange(result.Sent, 200, 450);
        Assert.InRange(result.Kills, 1, 10_000);
        Assert.Equal((0, 0, 0, 0), (result.Missing, result.Unexpected, result.Twice, result.OutOfOrder));
    }

    [Fact]
    public async Task Control_a_store_that_notes_first_and_sends_then_is_found()
    {
        using var folder = new TempFolder();
        var run = new ClockRun(folder.Path, subscribers: 200, DateTimeOffset.Parse("2026-03-28T00:00Z"), days: 1, seed: 7, stepMinutes: 15, isAtomic: false);
        Assert.NotEqual(0, (await run.RunAsync(TestContext.Current.CancellationToken)).Missing);
    }
}
