using Microsoft.Extensions.DependencyInjection;
using NewsBot.Sources.Feeds;
using NewsBot.Telegram.Notices;
using NewsBot.Tests.Host.Telegram;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>What administrators do with feeds, and what they are told of them.</summary>
public sealed class FeedTests
{
    private const long Ann = 11;
    private const string Address = "https://down.example/feed.xml";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrators_see_and_change_the_feeds()
    {
        await using var bot = await StartAsync();
        Assert.StartsWith("No feeds are followed yet", (await bot.AskAsync(Ann, "/feeds")).Text, StringComparison.Ordinal);
        Assert.Contains("private or reserved", (await bot.AskAsync(Ann, "/feeds add http://127.0.0.1/feed.xml")).Text, StringComparison.Ordinal);
        await AddAsync(bot, new FeedState { FailingSince = TimeProvider.System.GetUtcNow().AddHours(-3), FailuresInRow = 4, Problem = "The server <b>says</b> nothing." });
        var list = await bot.AskAsync(Ann, "/feeds");
        Assert.Equal("1 feed, 1 failing\n\n1. Down <&> out\nfailing for 3 h: The server <b>says</b> nothing.", list.Text);
        Assert.Equal("Paused: Down <&> out", (await bot.AskAsync(Ann, "/feeds pause 1")).Text);
        Assert.Contains("призупинено", (await bot.AskAsync(Ann, "/feeds", "uk")).Text, StringComparison.Ordinal);
        Assert.Equal("Followed again: Down <&> out", (await bot.AskAsync(Ann, $"/feeds resume {Address}")).Text);
        Assert.Equal("No longer followed; its articles stay: Down <&> out", (await bot.AskAsync(Ann, "/feeds REMOVE #1")).Text);
        Assert.StartsWith("No feed 1 is followed", (await bot.AskAsync(Ann, "/feeds remove 1")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Feeds\n", (await bot.AskAsync(Ann, "/feeds what")).Text, StringComparison.Ordinal);
        Assert.Equal("This command is for the bot's administrators.", (await bot.AskAsync(12, "/feeds")).Text);
    }

    [Fact]
    public async Task They_are_told_once_of_a_day_of_failure_and_once_of_the_return()
    {
        await using var bot = await StartAsync();
        await bot.AskAsync(Ann, "/start");
        var notices = bot.Services.GetRequiredService<FeedNoticeService>();
        var now = TimeProvider.System.GetUtcNow();
        await AddAsync(bot, new FeedState { FailingSince = now.AddHours(-30), FailuresInRow = 9, Problem = "It fails." });
        await notices.LookAsync(Stop);
        await notices.LookAsync(Stop);
        var told = (await bot.MessagesAsync(Ann, 2))[1].Text;
        Assert.Equal("⚠️ A feed has failed for a day\n\n1. Down <&> out\nfailing for 30 h: It fails.", told);

        await CompleteAsync(bot, new FeedState { LastSuccessAt = now });
        await notices.LookAsync(Stop);
        await notices.LookAsync(Stop);
        Assert.StartsWith("✅ A feed is back", (await bot.MessagesAsync(Ann, 3))[2].Text, StringComparison.Ordinal);
        await bot.AskAsync(Ann, "/feeds");
        Assert.Equal(4, (await bot.MessagesAsync(Ann, 4)).Count);
    }

    private static Task<BotHost> StartAsync() => BotHost.StartAsync(Stop, null, ("Administrators:0", "11"));

    private static async Task AddAsync(BotHost bot, FeedState state)
    {
        await bot.Services.GetRequiredService<IFeedStore>().AddAsync(new NewFeed(Address) { Title = "Down <&> out" }, TimeProvider.System.GetUtcNow(), Stop);
        await CompleteAsync(bot, state);
    }

    private static Task<long?> CompleteAsync(BotHost bot, FeedState state) => bot.Services.GetRequiredService<IFeedStore>().CompleteAsync(new FeedPoll(1, state), Stop);
}
