using Microsoft.Extensions.Options;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dialog;

namespace NewsBot.Tests.Host.Telegram.Dialog;

public sealed class AskingRateTests
{
    private static readonly DateTimeOffset Start = new(2025, 7, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_asks_too_fast_is_told_once_and_may_ask_again_a_minute_later()
    {
        var rate = Limited(2);
        Assert.Equal(
            [Permission.Granted, Permission.Granted, Permission.RefusedFirst, Permission.Refused],
            Enumerable.Range(0, 4).Select(second => rate.Ask(1, second, Start.AddSeconds(second))));
        Assert.Equal(Permission.Granted, rate.Ask(2, 4, Start.AddSeconds(4)));
        Assert.Equal(Permission.Granted, rate.Ask(1, 5, Start.AddSeconds(60)));
        Assert.Equal(Permission.RefusedFirst, rate.Ask(1, 6, Start.AddSeconds(60)));
    }

    [Fact]
    public void Switched_off_everything_is_granted() =>
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.Equal(Permission.Granted, Limited(0).Ask(1, 1, Start)));

    [Fact]
    public void An_update_that_is_looked_at_twice_counts_once()
    {
        var rate = Limited(1);
        Assert.Equal(Permission.Granted, rate.Ask(1, 8, Start));
        Assert.Equal(Permission.Granted, rate.Ask(1, 8, Start));
        Assert.Equal(Permission.RefusedFirst, rate.Ask(1, 9, Start));
        Assert.Equal(Permission.RefusedFirst, rate.Ask(1, 9, Start));
    }

    private static AskingRate Limited(int perMinute) =>
        new(Options.Create(new TelegramOptions { Limits = new LimitOptions { QuestionsPerMinute = perMinute } }));
}
