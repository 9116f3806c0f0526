using Microsoft.Extensions.DependencyInjection;
using NewsBot.Chats;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>How the bot behaves in groups.</summary>
public sealed class GroupTests
{
    private const long Group = -1_001_000_000_007;
    private const long Ann = 11;
    private const long Bob = 12;
    private const string Talks = "When do the talks in Istanbul resume?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_when_it_is_spoken_to_and_is_silent_otherwise()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(Group);
        bot.Telegram.SaysIn(Group, Ann, Talks);
        bot.Telegram.SaysIn(Group, Ann, "/ask@otherbot " + Talks);
        bot.Telegram.SaysIn(Group, Ann, "@newsbot " + Talks);
        bot.Telegram.SaysIn(Group, Ann, "/ask " + Talks);
        var messages = await bot.MessagesAsync(Group, 2);
        bot.Telegram.SaysIn(Group, Bob, "tell me more", replyTo: messages[1].Id);
        messages = await bot.MessagesAsync(Group, 3);
        Assert.Equal(3, messages.Count);
        Assert.All(messages.Take(2), message => Assert.StartsWith("Wednesday", message.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_answers_in_the_same_topic_and_topics_are_conversations_apart()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(Group, isForum: true);
        var (one, two) = (bot.Telegram.AddTopic(Group), bot.Telegram.AddTopic(Group));
        bot.Telegram.SaysIn(Group, Ann, "@newsbot Who threw soup at the Mona Lisa?", threadId: one);
        bot.Telegram.SaysIn(Group, Ann, "@newsbot " + Talks, threadId: two);
        Assert.Equal([one, two], (await bot.MessagesAsync(Group, 2)).Select(message => message.ThreadId));
        bot.Telegram.SaysIn(Group, Ann, "@newsbot who painted it?", threadId: one);
        var third = (await bot.MessagesAsync(Group, 3))[2];
        Assert.Equal(one, third.ThreadId);
        Assert.Contains("Leonardo da Vinci", third.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_is_gone_is_answered_without_it()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(Group, isForum: true);
        var topic = bot.Telegram.AddTopic(Group);
        bot.Telegram.FailNext("sendChatAction", Api.FakeBotApiFault.BadGateway, times: 9);
        bot.Telegram.FailNext("sendMessage", Api.FakeBotApiFault.Refusal(400, "Bad Request: message thread not found"));
        bot.Telegram.SaysIn(Group, Ann, "@newsbot " + Talks, threadId: topic);
        Assert.Null(Assert.Single(await bot.MessagesAsync(Group, 1)).ThreadId);
    }

    [Fact]
    public async Task Only_administrators_change_its_settings()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(Group, administrators: Ann);
        bot.Telegram.SaysIn(Group, Bob, "/subscribe");
        Assert.Equal("Only administrators of this group can change its settings.", (await bot.MessagesAsync(Group, 1))[0].Text);
        bot.Telegram.SaysIn(Group, Bob, "/settings");
        await bot.MessagesAsync(Group, 2);
        var (_, tap) = bot.Telegram.TapsButton(Bob, Group, "✅ Quotations under answers");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.TapAnswers.ContainsKey(tap));
        Assert.Equal("Only administrators of this group can change its settings.", bot.Telegram.TapAnswers[tap]);
        bot.Telegram.TapsButton(Ann, Group, "✅ Quotations under answers");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.BotMessages(Group)[1].Edits == 1);
        Assert.False((await bot.Services.GetRequiredService<IChatStore>().GetSettingsAsync(Group, Stop)).ShowsQuotes);
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_keeps_what_it_chose()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(-77, isSupergroup: false, administrators: Ann);
        bot.Telegram.SaysIn(-77, Ann, "/subscribe");
        await bot.MessagesAsync(-77, 1);
        var newId = bot.Telegram.BecomesSupergroup(-77);
        var subscriptions = bot.Services.GetRequiredService<ISubscriptionStore>();
        while (await subscriptions.FindAsync(newId, Stop) is null)
            await Task.Delay(10, Stop);
        Assert.Null(await subscriptions.FindAsync(-77, Stop));
    }

    [Fact]
    public async Task Personal_data_is_not_shown_in_a_group()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(Group);
        bot.Telegram.SaysIn(Group, Ann, "/mydata");
        var message = Assert.Single(await bot.MessagesAsync(Group, 1));
        Assert.Null(message.FileName);
        Assert.StartsWith("Please send this in our private chat", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_it_is_added_to_learns_how_to_use_it()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(Group);
        bot.Telegram.AddsBot(Group, Ann);
        Assert.StartsWith("How to use me", Assert.Single(await bot.MessagesAsync(Group, 1)).Text, StringComparison.Ordinal);
    }
}
