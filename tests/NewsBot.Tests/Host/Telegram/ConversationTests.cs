using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Notices;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>Conversations as people have them, over the whole bot and real HTTP.</summary>
public sealed class ConversationTests
{
    private const long Ann = 11;
    private const string Talks = "When do the talks in Istanbul resume?";
    private const string Unknown = "Who won the cricket world cup in Freedonia?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_answered_with_marks_quotations_and_buttons()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        var posted = bot.Telegram.Says(Ann, Talks);
        var answer = Assert.Single(await bot.MessagesAsync(Ann, 1));
        Assert.StartsWith("Wednesday\n\nPeace talks between Ukraine and Russia resume in Istanbul on Wednesday. [1]", answer.Text, StringComparison.Ordinal);
        Assert.Contains("[1] “Peace talks between Ukraine and Russia resume in Istanbul on Wednesday.”\nUkraine and Russia to meet again in Istanbul\nNewsBot seeds · 22 Jul 2025",
            answer.Text, StringComparison.Ordinal);
        Assert.Contains("As of 22 Jul 2025", answer.Text, StringComparison.Ordinal);
        Assert.Equal(posted.MessageId, answer.ReplyTo);
        Assert.Contains(bot.Telegram.RequestsOf("sendChatAction"), request => request.ChatId == Ann);
    }

    [Fact]
    public async Task A_follow_up_is_answered_in_the_light_of_the_exchange()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        await bot.AskAsync(Ann, "Who threw soup at the Mona Lisa?");
        var answer = await bot.AskAsync(Ann, "and who painted it?");
        Assert.Contains("Leonardo da Vinci", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_an_answer_asks_about_its_articles()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        var talks = await bot.AskAsync(Ann, Talks);
        await bot.AskAsync(Ann, "Which film won best picture at the Oscars?");
        var answer = await bot.AskAsync(Ann, "tell me more", replyTo: talks.Id);
        Assert.Contains("Ukraine and Russia to meet again in Istanbul", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Oppenheimer", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_question_is_answered_by_editing_the_reply()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        var posted = bot.Telegram.Says(Ann, Unknown);
        var first = Assert.Single(await bot.MessagesAsync(Ann, 1));
        bot.Telegram.Edits(posted, Talks);
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.BotMessages(Ann)[0].Edits == 1);
        var edited = Assert.Single(bot.Telegram.BotMessages(Ann));
        Assert.Equal(first.Id, edited.Id);
        Assert.StartsWith("Wednesday", edited.Text, StringComparison.Ordinal);
        Assert.Contains(edited.Keyboard.SelectMany(row => row), button => button.Data == $"s:{posted.UpdateId}");
    }

    [Fact]
    public async Task The_buttons_under_an_answer_work()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        await bot.AskAsync(Ann, Talks);
        bot.Telegram.TapsButton(Ann, Ann, "📄 Sources");
        Assert.StartsWith("Sources\n\n[1] Ukraine and Russia to meet again in Istanbul", (await bot.MessagesAsync(Ann, 2))[1].Text, StringComparison.Ordinal);
        bot.Telegram.TapsButton(Ann, Ann, "➕ More on this");
        var more = (await bot.MessagesAsync(Ann, 3))[2];
        Assert.DoesNotContain("resume in Istanbul on Wednesday", more.Text, StringComparison.Ordinal);

        var (_, tap) = bot.Telegram.TapsButton(Ann, Ann, "👍 Helpful");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.TapAnswers.ContainsKey(tap));
        Assert.Equal("Thank you, noted.", bot.Telegram.TapAnswers[tap]);
        Assert.Equal(1, (await bot.Services.GetRequiredService<IChatStore>().GetStatisticsAsync(Stop)).Helpful);
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.BotMessages(Ann)[2].Keyboard.Count == 1);
    }

    [Theory]
    [InlineData("s:1")]
    [InlineData("w:99999999999")]
    [InlineData("t:nothing")]
    [InlineData("nonsense")]
    public async Task A_button_that_is_none_of_the_bots_is_answered_and_does_nothing(string data)
    {
        await using var bot = await BotHost.StartAsync(Stop);
        var answer = await bot.AskAsync(Ann, Talks);
        var (_, tap) = bot.Telegram.Taps(Ann, Ann, answer.Id, data);
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.TapAnswers.ContainsKey(tap));
        Assert.NotNull(bot.Telegram.TapAnswers[tap]);
        Assert.Single(bot.Telegram.BotMessages(Ann));
    }

    [Fact]
    public async Task Nobody_reaches_an_exchange_of_another_chat_by_a_forged_button()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        var posted = bot.Telegram.Says(Ann, Talks);
        await bot.MessagesAsync(Ann, 1);
        var own = await bot.AskAsync(22, "/help");
        var (_, tap) = bot.Telegram.Taps(22, 22, own.Id, $"s:{posted.UpdateId}");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.TapAnswers.ContainsKey(tap));
        Assert.Equal("That answer is no longer kept. Ask again.", bot.Telegram.TapAnswers[tap]);
    }

    [Fact]
    public async Task Who_waits_for_coverage_is_told_once()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        var refused = await bot.AskAsync(Ann, Unknown);
        Assert.DoesNotContain("[1]", refused.Text, StringComparison.Ordinal);
        var (_, tap) = bot.Telegram.TapsButton(Ann, Ann, "🔔 Tell me when it is covered");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.TapAnswers.ContainsKey(tap));

        var watching = bot.Services.GetRequiredService<WatchService>();
        await bot.AddArticleAsync("Unrelated", "A bridge was closed for repairs in the town on Monday.", Stop);
        await watching.LookAsync(Stop);
        await bot.AddArticleAsync(
            "Sylvania wins the cricket world cup in Freedonia",
            "The winner of the cricket world cup in Freedonia is Sylvania, whose team beat the hosts by four wickets in the final on Sunday.",
            Stop);
        await watching.LookAsync(Stop);
        await watching.LookAsync(Stop);
        var messages = await bot.MessagesAsync(Ann, 3);
        Assert.StartsWith("Now there is coverage\nYou asked: " + Unknown, messages[1].Text, StringComparison.Ordinal);
        Assert.Contains("The winner of the cricket world cup in Freedonia is Sylvania", messages[2].Text, StringComparison.Ordinal);
        await bot.AskAsync(Ann, "/help");
        Assert.Equal(4, bot.Telegram.BotMessages(Ann).Count);
    }

    [Fact]
    public async Task A_watch_waits_on_while_the_archive_is_not_sure()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        await bot.AskAsync(Ann, Unknown);
        var (_, tap) = bot.Telegram.TapsButton(Ann, Ann, "🔔 Tell me when it is covered");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.TapAnswers.ContainsKey(tap));
        var watching = ActivatorUtilities.CreateInstance<WatchService>(bot.Services, new NeverSure(bot.Services.GetRequiredService<IQuestionAnswerer>()));
        await bot.AddArticleAsync("Sylvania wins the cricket world cup in Freedonia", "Sylvania won the cricket world cup in Freedonia on Sunday.", Stop);
        await watching.LookAsync(Stop);
        Assert.Equal(Unknown, Assert.Single(await bot.Services.GetRequiredService<IWatchStore>().ReadOpenAsync(10, Stop)).Question);
    }

    [Fact]
    public async Task Forgotten_means_gone_and_the_export_says_what_is_kept()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        await bot.AskAsync(Ann, Talks);
        var export = await bot.AskAsync(Ann, "/mydata");
        Assert.Equal("newsbot-my-data.json", export.FileName);
        Assert.Contains(Talks, export.FileContent, StringComparison.Ordinal);
        await bot.AskAsync(Ann, "/forget");
        Assert.DoesNotContain(Talks, (await bot.AskAsync(Ann, "/mydata")).FileContent, StringComparison.Ordinal);
        Assert.Equal(0, (await bot.Services.GetRequiredService<IChatStore>().GetStatisticsAsync(Stop)).Questions);
    }

    [Fact]
    public async Task Settings_edit_themselves_and_are_kept()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        await bot.AskAsync(Ann, "/settings");
        bot.Telegram.TapsButton(Ann, Ann, "✅ Quotations under answers");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.BotMessages(Ann)[0].Edits == 1);
        Assert.DoesNotContain("“", (await bot.AskAsync(Ann, Talks)).Text, StringComparison.Ordinal);

        bot.Telegram.TapsButton(Ann, Ann, "🌐 Language: The language of your app");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.BotMessages(Ann)[0].Edits == 2);
        bot.Telegram.TapsButton(Ann, Ann, "Українська");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.BotMessages(Ann)[0].Edits == 3);
        Assert.StartsWith("Налаштування", bot.Telegram.BotMessages(Ann)[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Як зі мною працювати", (await bot.AskAsync(Ann, "/help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_follows_the_persons_app() => await WithBotAsync(async bot =>
        Assert.StartsWith("Як зі мною працювати", (await bot.AskAsync(Ann, "/help", language: "uk")).Text, StringComparison.Ordinal));

    [Theory]
    [InlineData("/start", "News Bot\n\nAsk me about the news")]
    [InlineData("/start latest", "Latest in the archive\n\n1. Ukraine and Russia to meet again in Istanbul\nNewsBot seeds · 22 Jul 2025")]
    [InlineData("/start ask-V2hlbiBkbyB0aGUgdGFsa3MgaW4gSXN0YW5idWwgcmVzdW1lPw", "Wednesday")]
    [InlineData("/ask When do the talks in Istanbul resume?", "Wednesday")]
    [InlineData("/ask", "Write your question after the command")]
    [InlineData("/help", "How to use me")]
    [InlineData("/latest", "Latest in the archive")]
    [InlineData("/sources", "The archive has 13 articles\n\nNewsBot seeds: 13 articles")]
    [InlineData("/subscribe", "Daily summary\nAt what time of day shall it come?")]
    [InlineData("/unsubscribe", "This chat gets no daily summary.")]
    [InlineData("/digest", "The last 24 hours\n\nNo news about your topics this time.")]
    [InlineData("/language", "Which language shall I speak here?")]
    [InlineData("/privacy", "What is kept about you")]
    [InlineData("/latst", "There is no command /latst. Did you mean /latest?")]
    [InlineData("/weather", "There is no command /weather.")]
    [InlineData("/stats", "This command is for the bot's administrators.")]
    [InlineData("hello", "Hello!")]
    public async Task Each_command_is_answered(string text, string begins) => await WithBotAsync(async bot =>
        Assert.StartsWith(begins, (await bot.AskAsync(Ann, text)).Text, StringComparison.Ordinal));

    [Fact]
    public async Task Administrators_see_counts_and_take_articles_in()
    {
        // Who has never written has no chat yet, and no commands of its own.
        await using var bot = await BotHost.StartAsync((_, telegram) => telegram.Says(Ann, "/help"), answerer: null, [("Administrators:0", "11")], Stop);
        await bot.MessagesAsync(Ann, 1);
        Assert.StartsWith("Statistics\n\nArticles: 13", (await bot.AskAsync(Ann, "/stats")).Text, StringComparison.Ordinal);
        Assert.StartsWith("No feeds are followed yet.", (await bot.AskAsync(Ann, "/feeds")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Reply with /ingest", (await bot.AskAsync(Ann, "/ingest")).Text, StringComparison.Ordinal);
        const string Article = "/ingest A <bridge> opens\nThe bridge over the Vltava opened to trams on Tuesday.";
        Assert.Equal("Added: A <bridge> opens", (await bot.AskAsync(Ann, Article)).Text);
        Assert.Equal("Already in the archive: A <bridge> opens", (await bot.AskAsync(Ann, Article)).Text);
        Assert.Equal(
            "Not added: http://127.0.0.1/ cannot be fetched: The host has a private or reserved address, which is not asked.",
            (await bot.AskAsync(Ann, "/ingest http://127.0.0.1/")).Text);
        foreach (var given in (string[])["/etc/hostname", "file:///etc/hostname", "htp://town.example/a", "javascript:alert(1)"])
            Assert.Equal($"Not added: {given} is no http or https address", (await bot.AskAsync(Ann, $"/ingest {given}")).Text);
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.Commands.Keys.Any(key => key.ChatId == Ann));
    }

    [Fact]
    public async Task An_administrator_who_writes_for_the_first_time_is_offered_the_commands_at_once()
    {
        await using var bot = await BotHost.StartAsync(Stop, null, ("Administrators:0", "11"));
        await bot.Telegram.WaitForAsync(call => call is { IsOver: true, Method: "setMyCommands", Status: 400 });
        Assert.DoesNotContain(bot.Telegram.Commands.Keys, key => key.ChatId == Ann);
        await bot.AskAsync(Ann, "/start");
        Assert.Equal([null, "uk"], bot.Telegram.Commands.Keys.Where(key => key.ChatId == Ann).Select(key => key.Language).Order());
    }

    [Fact]
    public async Task Who_asks_too_fast_or_too_long_is_told_kindly()
    {
        await using var bot = await BotHost.StartAsync(Stop, null, ("Limits:QuestionsPerMinute", "2"), ("MaxQuestionLength", "50"));
        Assert.StartsWith("Your message has 60 characters", (await bot.AskAsync(Ann, new string('x', 60))).Text, StringComparison.Ordinal);
        await bot.AskAsync(Ann, Talks);
        Assert.StartsWith("You are faster than I am: I answer 2 questions and commands a minute", (await bot.AskAsync(Ann, Talks)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_is_not_on_the_list_is_told_so()
    {
        await using var bot = await BotHost.StartAsync(Stop, null, ("AllowedChats:0", "22"));
        Assert.StartsWith("I answer in chosen chats only, and this one (number 11)", (await bot.AskAsync(Ann, Talks)).Text, StringComparison.Ordinal);
        Assert.StartsWith("Wednesday", (await bot.AskAsync(22, Talks)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inline_questions_get_a_few_cited_answers()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        var (_, query) = bot.Telegram.AsksInline(Ann, Talks);
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.InlineAnswers.ContainsKey(query));
        Assert.InRange(bot.Telegram.InlineAnswers[query].Count, 1, 4);
        var (_, other) = bot.Telegram.AsksInline(Ann, Unknown);
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.InlineAnswers.ContainsKey(other));
        Assert.Empty(bot.Telegram.InlineAnswers[other]);
    }

    private static async Task WithBotAsync(Func<BotHost, Task> test)
    {
        await using var bot = await BotHost.StartAsync(Stop);
        await test(bot);
    }

    /// <summary>An answerer whose sure answers are quoted as unsure.</summary>
    private sealed class NeverSure(IQuestionAnswerer answerer) : IQuestionAnswerer
    {
        public async Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
        {
            var reply = await answerer.AnswerAsync(asked, cancellationToken);
            return reply with { Answer = reply.Answer with { Short = null, IsUnsure = true, Refusal = new Refusal(RefusalKind.NotSaid) } };
        }
    }
}
