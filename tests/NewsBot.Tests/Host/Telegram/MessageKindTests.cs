using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dispatch;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>Messages that are not plain words of a person: in the name of a chat, notices of Telegram, albums, quotations, commands in the middle.</summary>
public sealed class MessageKindTests
{
    private const long Group = -1_001_000_000_031;
    private const long Channel = -1_001_000_000_032;
    private const long Ann = 11;
    private const string Talks = "When do the talks in Istanbul resume?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_anonymous_administrator_and_somebody_who_writes_as_a_channel_are_answered()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(Group);
        bot.Telegram.Add(InGroup("@newsbot " + Talks, senderChat: Group));
        Assert.StartsWith("Wednesday", (await bot.MessagesAsync(Group, 1))[0].Text, StringComparison.Ordinal);
        bot.Telegram.Add(InGroup("@newsbot " + Talks, senderChat: Channel));
        Assert.StartsWith("Wednesday", (await bot.MessagesAsync(Group, 2))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymous_administrator_changes_the_groups_settings_and_a_channel_does_not()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(Group);
        bot.Telegram.Add(InGroup("/subscribe@newsbot", senderChat: Group));
        Assert.StartsWith("Daily summary", (await bot.MessagesAsync(Group, 1))[0].Text, StringComparison.Ordinal);
        bot.Telegram.Add(InGroup("/subscribe@newsbot", senderChat: Channel));
        Assert.Equal("Only administrators of this group can change its settings.", (await bot.MessagesAsync(Group, 2))[1].Text);
        bot.Telegram.Add(InGroup("/forget@newsbot", senderChat: Group));
        Assert.StartsWith("Please send this in our private chat", (await bot.MessagesAsync(Group, 3))[2].Text, StringComparison.Ordinal);
        Assert.NotNull(await bot.Services.GetRequiredService<ISubscriptionStore>().FindAsync(Group, Stop));
    }

    [Theory]
    [InlineData("pinned_message", """{"message_id":9,"date":1,"chat":{"id":11,"type":"private"},"text":"x"}""")]
    [InlineData("message_auto_delete_timer_changed", """{"message_auto_delete_time":86400}""")]
    [InlineData("chat_background_set", """{"type":{"type":"wallpaper"}}""")]
    [InlineData("forum_topic_created", """{"name":"News","icon_color":1}""")]
    [InlineData("write_access_allowed", "{}")]
    [InlineData("users_shared", """{"request_id":1,"users":[]}""")]
    [InlineData("web_app_data", """{"data":"x","button_text":"y"}""")]
    [InlineData("boost_added", """{"boost_count":1}""")]
    [InlineData("something_that_comes_next_year", "{}")]
    public async Task A_notice_of_Telegram_is_silent(string kind, string content)
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.Says(Ann, "/help");
        await bot.MessagesAsync(Ann, 1);
        bot.Telegram.Add(InPrivate((kind, JsonNode.Parse(content))));
        Assert.StartsWith("What is kept", (await bot.AskAsync(Ann, "/privacy")).Text, StringComparison.Ordinal);
        Assert.Equal(2, bot.Telegram.BotMessages(Ann).Count);
    }

    [Fact]
    public async Task An_album_is_one_message_wherever_its_words_are()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.Says(Ann, "/help");
        await bot.MessagesAsync(Ann, 1);
        for (var picture = 0; picture < 4; picture++)
            bot.Telegram.Add(InPrivate(("media_group_id", "77"), ("photo", Picture()), ("caption", picture == 2 ? Talks : null)));
        Assert.StartsWith("Wednesday", (await bot.MessagesAsync(Ann, 2))[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("What is kept", (await bot.AskAsync(Ann, "/privacy")).Text, StringComparison.Ordinal);
        Assert.Equal(3, bot.Telegram.BotMessages(Ann).Count);
    }

    [Fact]
    public async Task An_album_with_two_captions_gets_one_answer()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.Says(Ann, "/help");
        await bot.MessagesAsync(Ann, 1);
        foreach (var caption in (string[])[Talks, "Who heads Ukraine's Security Council?"])
            bot.Telegram.Add(InPrivate(("media_group_id", "78"), ("photo", Picture()), ("caption", caption)));
        Assert.StartsWith("Wednesday", (await bot.MessagesAsync(Ann, 2))[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("What is kept", (await bot.AskAsync(Ann, "/privacy")).Text, StringComparison.Ordinal);
        Assert.Equal(3, bot.Telegram.BotMessages(Ann).Count);
    }

    [Fact]
    public async Task After_a_restart_in_the_middle_of_an_album_its_answer_tells_that_it_has_spoken()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.Says(Ann, "/help");
        await bot.MessagesAsync(Ann, 1);
        var sent = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        bot.Telegram.Add(InPrivate(("date", sent), ("media_group_id", "80"), ("photo", Picture()), ("caption", Talks)));
        await bot.MessagesAsync(Ann, 2);
        var restarted = new Albums(bot.Services.GetRequiredService<IInbox>(), bot.Services.GetRequiredService<IConversationStore>(), TimeProvider.System);
        Assert.False(await SpeaksAsync(901, sent, "80", "The quay"));
        Assert.False(await SpeaksAsync(902, sent, "80", caption: null));
        Assert.True(await SpeaksAsync(903, sent + 5, "81", "Who heads Ukraine's Security Council?"));

        async Task<bool> SpeaksAsync(long id, long date, string album, string? caption)
        {
            var update = InPrivate(("message_id", id), ("date", date), ("media_group_id", album), ("photo", Picture()), ("caption", caption));
            update["update_id"] = id;
            return await restarted.SpeaksAsync(id, UpdateReader.Parse(update.ToJsonString())!.Message!, Stop);
        }
    }

    [Fact]
    public async Task An_album_without_words_is_told_once_that_the_bot_reads_text()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.Says(Ann, "/help");
        await bot.MessagesAsync(Ann, 1);
        for (var picture = 0; picture < 3; picture++)
            bot.Telegram.Add(InPrivate(("media_group_id", "79"), ("photo", Picture())));
        Assert.StartsWith("I read text only.", (await bot.MessagesAsync(Ann, 2))[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("What is kept", (await bot.AskAsync(Ann, "/privacy")).Text, StringComparison.Ordinal);
        Assert.Equal(3, bot.Telegram.BotMessages(Ann).Count);
    }

    [Fact]
    public async Task A_picture_alone_is_told_that_the_bot_reads_text()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.Says(Ann, "/help");
        await bot.MessagesAsync(Ann, 1);
        bot.Telegram.Add(InPrivate(("photo", Picture())));
        Assert.StartsWith("I read text only.", (await bot.MessagesAsync(Ann, 2))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quoted_part_of_a_message_of_another_chat_is_asked()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(Group);
        var message = InGroup("/ask");
        message["message"]!["external_reply"] = JsonNode.Parse("""{"origin":{"type":"channel","chat":{"id":-1003333,"type":"channel"},"message_id":5,"date":1}}""");
        message["message"]!["quote"] = new JsonObject { ["text"] = Talks, ["position"] = 0 };
        bot.Telegram.Add(message);
        Assert.StartsWith("Wednesday", (await bot.MessagesAsync(Group, 1))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@newsbot is this true?")]
    [InlineData("@newsbot really??")]
    [InlineData("@newsbot це правда?")]
    public async Task Whether_a_claim_is_true_is_about_the_claim(string words)
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.AddGroup(Group);
        var claim = bot.Telegram.SaysIn(Group, 12, "Peace talks between Ukraine and Russia resume in Istanbul on Wednesday.");
        bot.Telegram.SaysIn(Group, Ann, words, replyTo: claim.MessageId);
        Assert.Contains("resume in Istanbul on Wednesday", (await bot.MessagesAsync(Group, 1))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_stops_the_summary_asks_first()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        await bot.AskAsync(Ann, "/subscribe");
        Assert.Equal("Shall the daily summary stop?", (await bot.AskAsync(Ann, "/start unsubscribe")).Text);
        var subscriptions = bot.Services.GetRequiredService<ISubscriptionStore>();
        Assert.NotEqual(SubscriptionState.Stopped, (await subscriptions.FindAsync(Ann, Stop))!.State);
        Assert.StartsWith("The daily summary is stopped.", (await bot.TapAsync(Ann, Ann, "⏹ Stop")).Text, StringComparison.Ordinal);
    }

    private static JsonArray Picture() => [new JsonObject { ["file_id"] = "x", ["file_unique_id"] = "y", ["width"] = 1, ["height"] = 1 }];

    private static JsonObject InGroup(string text, long? senderChat = null)
    {
        var isChannel = senderChat is { } id && id != Group;
        var message = new JsonObject
        {
            ["message_id"] = 900,
            ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            ["chat"] = new JsonObject { ["id"] = Group, ["type"] = "supergroup", ["title"] = "News Club" },
            ["from"] = senderChat is null
                ? new JsonObject { ["id"] = Ann, ["is_bot"] = false, ["first_name"] = "Ann" }
                : new JsonObject { ["id"] = isChannel ? 136817688 : 1087968824, ["is_bot"] = true, ["first_name"] = isChannel ? "Channel" : "Group" },
            ["text"] = text,
        };
        if (senderChat is { } chat)
            message["sender_chat"] = new JsonObject { ["id"] = chat, ["type"] = isChannel ? "channel" : "supergroup", ["title"] = "In its name" };
        return new JsonObject { ["message"] = message };
    }

    private static JsonObject InPrivate(params (string Name, JsonNode? Value)[] content)
    {
        var message = new JsonObject
        {
            ["message_id"] = 900,
            ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            ["chat"] = new JsonObject { ["id"] = Ann, ["type"] = "private", ["first_name"] = "Ann" },
            ["from"] = new JsonObject { ["id"] = Ann, ["is_bot"] = false, ["first_name"] = "Ann", ["language_code"] = "en" },
        };
        foreach (var (name, value) in content.Where(part => part.Value is not null))
            message[name] = value;
        return new JsonObject { ["message"] = message };
    }
}
