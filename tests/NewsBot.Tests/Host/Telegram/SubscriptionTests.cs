using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Subscriptions;
using NewsBot.Tests.Host.Telegram;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>How people choose their daily summary, and what they do with one, over the whole bot and real HTTP.</summary>
public sealed class SubscriptionTests
{
    private const long Ann = 11;
    private const long Bob = 12;
    private const long Group = -1_001_000_000_007;
    private const string Bridge = "Bridge over the Vltava collapses in Prague";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hour_zone_and_topics_are_chosen_in_one_message_and_a_preview_follows()
    {
        await using var bot = await StartAsync();
        Assert.StartsWith("Daily summary\nAt what time of day", (await bot.AskAsync(Ann, "/subscribe")).Text, StringComparison.Ordinal);
        var zones = await bot.TapAsync(Ann, Ann, "07:00");
        Assert.StartsWith("Daily summary\nWhich clock shows your time?", zones.Text, StringComparison.Ordinal);
        Assert.Null((await FindAsync(bot, Ann)).Zone);

        var topics = await bot.TapAsync(Ann, Ann, ButtonOf(zones, "Kyiv"));
        Assert.Contains("Europe/Kyiv: it is ", topics.Text, StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Unfinished, (await FindAsync(bot, Ann)).State);
        await bot.TapAsync(Ann, Ann, "▫️ Prague");
        var done = await bot.TapAsync(Ann, Ann, "✔️ Done");
        Assert.StartsWith("Daily summary\nDone.", done.Text, StringComparison.Ordinal);
        Assert.Contains("at 07:00 (Europe/Kyiv).", done.Text, StringComparison.Ordinal);

        var messages = await bot.MessagesAsync(Ann, 2);
        Assert.Equal(done.Id, messages[0].Id);
        Assert.StartsWith("The last 24 hours\n\n1. " + Bridge, messages[1].Text, StringComparison.Ordinal);
        var chosen = await FindAsync(bot, Ann);
        Assert.Equal((SubscriptionState.Active, new TimeOnly(7, 0), "Europe/Kyiv", null), (chosen.State, chosen.At!.Value, chosen.Zone, chosen.LastDate));
        Assert.Equal(["Prague"], chosen.Topics);
        Assert.True(chosen.NextDue > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task A_city_is_typed_and_one_that_is_not_sure_is_asked_about()
    {
        await using var bot = await StartAsync();
        await bot.AskAsync(Ann, "/subscribe");
        await bot.TapAsync(Ann, Ann, "⌨️ Type it");
        Assert.StartsWith("I cannot read that as a time of day", (await bot.AskAsync(Ann, "noonish")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Daily summary\nWhich clock", (await bot.AskAsync(Ann, "6.45")).Text, StringComparison.Ordinal);
        await bot.TapAsync(Ann, Ann, "⌨️ Another city");
        Assert.StartsWith("I do not know a place called “Atlantis”.", (await bot.AskAsync(Ann, "Atlantis")).Text, StringComparison.Ordinal);

        var which = await bot.AskAsync(Ann, "portland");
        Assert.StartsWith("Daily summary\nWhich one do you mean?", which.Text, StringComparison.Ordinal);
        Assert.Null((await FindAsync(bot, Ann)).Zone);
        Assert.Contains(which.Keyboard.SelectMany(row => row), button => button.Data == "d:z:America/Los_Angeles");
        Assert.Contains(which.Keyboard.SelectMany(row => row), button => button.Data == "d:z:America/New_York");

        var topics = await bot.AskAsync(Ann, "Київ");
        Assert.Contains("Kyiv, Ukraine: it is ", topics.Text, StringComparison.Ordinal);
        var chosen = await FindAsync(bot, Ann);
        Assert.Equal((new TimeOnly(6, 45), "Europe/Kyiv", null), (chosen.At!.Value, chosen.Zone, chosen.Awaits));

        // Nothing is awaited any more: what is typed is a question again.
        Assert.StartsWith("Wednesday", (await bot.AskAsync(Ann, "When do the talks in Istanbul resume?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_chosen_in_the_language_of_the_persons_app()
    {
        await using var bot = await StartAsync();
        Assert.StartsWith("Щоденний огляд\nО котрій годині", (await bot.AskAsync(Ann, "/subscribe", language: "uk")).Text, StringComparison.Ordinal);
        bot.Telegram.TapsButton(Ann, Ann, "07:00", language: "uk");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.BotMessages(Ann)[0].Edits == 1);
        Assert.StartsWith("Київ ", ButtonOf(bot.Telegram.BotMessages(Ann)[0], "Київ"), StringComparison.Ordinal);
        Assert.Equal("uk", (await FindAsync(bot, Ann)).Language);
    }

    [Fact]
    public async Task A_question_typed_instead_is_answered()
    {
        await using var bot = await StartAsync();
        await bot.AskAsync(Ann, "/subscribe");
        await bot.TapAsync(Ann, Ann, "07:00");
        await bot.TapAsync(Ann, Ann, "⌨️ Another city");
        Assert.StartsWith("Wednesday", (await bot.AskAsync(Ann, "When do the talks in Istanbul resume?")).Text, StringComparison.Ordinal);
        Assert.Null((await FindAsync(bot, Ann)).Awaits);
    }

    [Fact]
    public async Task Every_choice_has_its_button_and_is_kept()
    {
        await using var bot = await StartAsync();
        await SubscribeAsync(bot, Ann, new Place(Ann, null));
        Assert.Contains("This chat gets the daily summary.", (await bot.AskAsync(Ann, "/subscribe")).Text, StringComparison.Ordinal);
        await bot.TapAsync(Ann, Ann, "📏 5 stories");
        await bot.TapAsync(Ann, Ann, "💬 No news: a line that says so");
        await bot.TapAsync(Ann, Ann, "🌐 Articles in any language");
        await bot.TapAsync(Ann, Ann, "🗓 Every day");
        await bot.TapAsync(Ann, Ann, "✅ Sun");
        await bot.TapAsync(Ann, Ann, "‹ Daily summary");
        await bot.TapAsync(Ann, Ann, "🔇 Nothing left out");
        await bot.TapAsync(Ann, Ann, "▫️ Prague");
        await bot.TapAsync(Ann, Ann, "‹ Daily summary");
        await bot.TapAsync(Ann, Ann, "🏷 On everything");
        await bot.TapAsync(Ann, Ann, "⌨️ Type it");
        var page = await bot.AskAsync(Ann, "Ukraine,  NASA <b>,, nasa <B>");
        Assert.Contains(page.Keyboard.SelectMany(row => row), button => button.Text == "✅ NASA <b>");
        var chosen = await FindAsync(bot, Ann);
        Assert.Equal(["Ukraine", "NASA <b>"], chosen.Topics);
        Assert.Equal(["Prague"], chosen.Mutes);
        Assert.Equal((10, true, "en", DigestDays.All ^ DigestDays.Sunday), (chosen.MaxStories, chosen.IsQuietWhenEmpty, chosen.ArticleLanguage, chosen.Days));

        await bot.AskAsync(Ann, "/settings");
        var home = await bot.TapAsync(Ann, Ann, "🗞 Daily summary: 07:00");
        Assert.Contains("\n🏷 Ukraine, NASA <b>\n🔇 Prague", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_sent_once_and_asked_about()
    {
        await using var bot = await StartAsync();
        await SubscribeAsync(bot, Ann, new Place(Ann, null));
        var digest = await SendAsync(bot, Ann);
        Assert.StartsWith("Daily summary · ", digest.Text, StringComparison.Ordinal);
        Assert.Contains("\n\n1. " + Bridge + "\n", digest.Text, StringComparison.Ordinal);
        Assert.Contains("[1]", digest.Text, StringComparison.Ordinal);
        await ServiceOf(bot).ServeAsync(Stop);

        // A tap tells more on a story, a reply asks about it.
        bot.Telegram.TapsButton(Ann, Ann, "➕ 1");
        var more = (await bot.MessagesAsync(Ann, 2))[1];
        Assert.Contains("Vltava", more.Text, StringComparison.Ordinal);
        var answer = await bot.AskAsync(Ann, "how many people were hurt?", replyTo: digest.Id);
        Assert.Contains("Fourteen people", answer.Text, StringComparison.Ordinal);
        Assert.Equal(3, bot.Telegram.BotMessages(Ann).Count);
    }

    [Fact]
    public async Task The_buttons_under_it_leave_it_as_it_is()
    {
        await using var bot = await StartAsync();
        await SubscribeAsync(bot, Ann, new Place(Ann, null));
        var digest = await SendAsync(bot, Ann);
        bot.Telegram.TapsButton(Ann, Ann, "🕗 Change the hour");
        Assert.StartsWith("Daily summary\nAt what time", (await bot.MessagesAsync(Ann, 2))[1].Text, StringComparison.Ordinal);
        await bot.TapAsync(Ann, Ann, "21:00");
        Assert.Equal(new TimeOnly(21, 0), (await FindAsync(bot, Ann)).At);

        bot.Telegram.TapsButton(Ann, Ann, "🔇 Mute a topic");
        await bot.MessagesAsync(Ann, 3);
        await bot.TapAsync(Ann, Ann, "▫️ Prague");
        var muted = await bot.TapAsync(Ann, Ann, "▫️ The Daily Planet");
        Assert.Equal(["Prague", "The Daily Planet"], (await FindAsync(bot, Ann)).Mutes);
        Assert.Equal(
            ["✅ Prague", "✅ The Daily Planet", "▫️ Vltava", "▫️ The Evening Star", "‹ Daily summary"], muted.Keyboard.SelectMany(row => row).Select(button => button.Text));

        bot.Telegram.Taps(Ann, Ann, digest.Id, "d:end");
        Assert.StartsWith("The daily summary is stopped.", (await bot.MessagesAsync(Ann, 4))[3].Text, StringComparison.Ordinal);
        Assert.Equal((SubscriptionState.Stopped, null), ((await FindAsync(bot, Ann)).State, (await FindAsync(bot, Ann)).NextDue));
        Assert.Equal(digest, bot.Telegram.BotMessages(Ann)[0]);

        await bot.TapAsync(Ann, Ann, "▶️ Send it again");
        var again = await FindAsync(bot, Ann);
        Assert.Equal(SubscriptionState.Active, again.State);
        Assert.NotNull(again.LastDate);
        Assert.True(again.NextDue > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task In_a_group_administrators_choose_and_it_comes_in_their_topic()
    {
        await using var bot = await StartAsync();
        bot.Telegram.AddGroup(Group, isForum: true, administrators: Ann);
        var topic = bot.Telegram.AddTopic(Group);
        bot.Telegram.SaysIn(Group, Bob, "/subscribe", threadId: topic);
        Assert.Equal("Only administrators of this group can change its settings.", (await bot.MessagesAsync(Group, 1))[0].Text);
        bot.Telegram.SaysIn(Group, Ann, "/subscribe", threadId: topic);
        var hours = (await bot.MessagesAsync(Group, 2))[1];
        var (_, tap) = bot.Telegram.TapsButton(Bob, Group, "07:00");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.TapAnswers.ContainsKey(tap));
        Assert.Equal("Only administrators of this group can change its settings.", bot.Telegram.TapAnswers[tap]);

        await bot.TapAsync(Ann, Group, "07:00");
        await bot.TapAsync(Ann, Group, "⌨️ Another city");

        // A reply of another member is no choice of the administrator's.
        bot.Telegram.SaysIn(Group, Bob, "Lviv", threadId: topic, replyTo: hours.Id);
        await bot.MessagesAsync(Group, 3);
        Assert.Null((await FindAsync(bot, Group)).Zone);
        bot.Telegram.SaysIn(Group, Ann, "Lviv", threadId: topic, replyTo: hours.Id);
        await bot.MessagesAsync(Group, 4);
        await bot.TapAsync(Ann, Group, "✔️ Done");
        await bot.MessagesAsync(Group, 5);
        Assert.Equal(new Place(Group, topic), (await FindAsync(bot, Group)).Place);
        Assert.Equal(topic, (await SendAsync(bot, Group)).ThreadId);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_paused_and_offered_to_go_on()
    {
        await using var bot = await StartAsync();
        await SubscribeAsync(bot, Ann, new Place(Ann, null));
        bot.Telegram.Blocks(Ann);
        while ((await FindAsync(bot, Ann)).State != SubscriptionState.Blocked)
            await Task.Delay(10, Stop);
        bot.Telegram.Unblocks(Ann);
        Assert.StartsWith("Good to see you again.", (await bot.MessagesAsync(Ann, 1))[0].Text, StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Blocked, (await FindAsync(bot, Ann)).State);
        await bot.TapAsync(Ann, Ann, "▶️ Send it again");
        Assert.Equal(SubscriptionState.Active, (await FindAsync(bot, Ann)).State);
    }

    [Fact]
    public async Task Who_had_wanted_it_before_hours_could_be_chosen_is_asked_once()
    {
        await using var bot = await StartAsync();
        bot.Telegram.Says(Ann, "/help");
        await bot.MessagesAsync(Ann, 1);
        await bot.Services.GetRequiredService<ISubscriptionStore>().ChangeAsync(Ann, _ => new Subscription(new Place(Ann, null)) { NextDue = DateTimeOffset.UnixEpoch }, Stop);
        await ServiceOf(bot).ServeAsync(Stop);
        await ServiceOf(bot).ServeAsync(Stop);
        Assert.StartsWith("This chat asked for the daily summary in an earlier version of me.", (await bot.MessagesAsync(Ann, 2))[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("Daily summary\nWhich clock", (await bot.TapAsync(Ann, Ann, "07:00")).Text, StringComparison.Ordinal);
        Assert.Equal(2, bot.Telegram.BotMessages(Ann).Count);
    }

    [Theory]
    [InlineData("d:z:Europe/Atlantis")]
    [InlineData("d:h:9999")]
    [InlineData("d:day:7")]
    [InlineData("d:len:1000")]
    [InlineData("d:more:1")]
    [InlineData("d:mute")]
    [InlineData("d:")]
    public async Task A_forged_button_changes_nothing(string data)
    {
        await using var bot = await StartAsync();
        await SubscribeAsync(bot, Ann, new Place(Ann, null));
        var help = await bot.AskAsync(Ann, "/help");
        var before = await FindAsync(bot, Ann);
        var (_, tap) = bot.Telegram.Taps(Ann, Ann, help.Id, data);
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.TapAnswers.ContainsKey(tap));
        Assert.NotNull(bot.Telegram.TapAnswers[tap]);
        Assert.Equal(before.Revision, (await FindAsync(bot, Ann)).Revision);
    }

    /// <summary>The bot, with a story of today in its archive.</summary>
    private static async Task<BotHost> StartAsync()
    {
        var bot = await BotHost.StartAsync(Stop);
        var at = TimeProvider.System.GetUtcNow().AddHours(-2);
        await bot.Services.GetRequiredService<IArticleStore>().AddAsync(
            [
                Article("bridge-1", "The Daily Planet", Bridge,
                    "A bridge over the Vltava in Prague collapsed on Tuesday morning. Fourteen people were hurt, the fire service of Prague said.", at),
                Article("bridge-2", "The Evening Star", "Prague bridge over the Vltava collapses, 14 hurt",
                    "Part of a bridge over the Vltava in Prague collapsed on Tuesday. Divers were looking for cars in the Vltava.", at.AddMinutes(20)),
            ],
            Stop);
        await bot.Services.GetRequiredService<ArchiveIndex>().UpdateAsync(onProgress: null, Stop);
        return bot;
    }

    private static Article Article(string id, string outlet, string title, string body, DateTimeOffset at) =>
        new() { Id = id, Source = outlet, Title = title, Body = body, Url = $"https://n.example/{id}", PublishedAt = at, Language = "en" };

    private static async Task SubscribeAsync(BotHost bot, long chatId, Place place)
    {
        // The room is there once somebody wrote.
        var hello = await bot.AskAsync(chatId, "/privacy");
        bot.Telegram.Deletes(chatId, hello.Id);
        await bot.Services.GetRequiredService<SubscriptionChoices>().ChangeAsync(
            place, "en", old => old with { At = new TimeOnly(7, 0), Zone = "Europe/Kyiv", State = SubscriptionState.Active }, Stop);
    }

    /// <summary>Makes a summary due now; gives the message that comes.</summary>
    private static async Task<FakeBotApiMessage> SendAsync(BotHost bot, long chatId)
    {
        var count = bot.Telegram.BotMessages(chatId).Count;
        var now = TimeProvider.System.GetUtcNow();
        await bot.Services.GetRequiredService<ISubscriptionStore>().ChangeAsync(
            chatId, old => old! with { Zone = "Etc/UTC", At = TimeOnly.FromDateTime(now.AddMinutes(-1).UtcDateTime), NextDue = now }, Stop);
        await ServiceOf(bot).ServeAsync(Stop);
        return (await bot.MessagesAsync(chatId, count + 1))[count];
    }

    private static DigestService ServiceOf(BotHost bot) => bot.Services.GetRequiredService<DigestService>();

    private static async Task<Subscription> FindAsync(BotHost bot, long chatId) => (await bot.Services.GetRequiredService<ISubscriptionStore>().FindAsync(chatId, Stop))!;

    private static string ButtonOf(FakeBotApiMessage message, string begins) =>
        message.Keyboard.SelectMany(row => row).First(button => button.Text.StartsWith(begins, StringComparison.Ordinal)).Text;
}
