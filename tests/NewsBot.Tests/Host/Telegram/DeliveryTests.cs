using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Sending;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>What goes wrong between the bot and Telegram, and what people see of it: nothing.</summary>
public sealed class DeliveryTests
{
    private const long Ann = 11;
    private const string Talks = "When do the talks in Istanbul resume?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => ["cut", "502", "429", "500"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_failed_call_is_made_again(string name)
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.FailNext("sendMessage", Fault(name));
        var answer = await bot.AskAsync(Ann, Talks);
        Assert.StartsWith("Wednesday", answer.Text, StringComparison.Ordinal);
        await bot.AskAsync(Ann, "/help");
        Assert.Equal(2, bot.Telegram.BotMessages(Ann).Count);
        Assert.Empty(bot.Telegram.Flood.Early);
    }

    [Fact]
    public async Task A_poll_that_fails_is_repeated()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        foreach (var name in Faults)
            bot.Telegram.FailNext("getUpdates", Fault(name));
        Assert.StartsWith("Wednesday", (await bot.AskAsync(Ann, Talks)).Text, StringComparison.Ordinal);
        Assert.StartsWith("How to use me", (await bot.AskAsync(Ann, "/help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_the_formatting_gets_the_plain_text()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.FailNext("sendMessage", FakeBotApiFault.Refusal(400, "Bad Request: can't parse entities"));
        var answer = await bot.AskAsync(Ann, Talks);
        Assert.StartsWith("Wednesday", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Entities);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_not_written_to_until_unblocked()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        await bot.AskAsync(Ann, "/subscribe");
        bot.Telegram.Blocks(Ann);
        var chats = bot.Services.GetRequiredService<IChatStore>();
        while ((await chats.GetStatisticsAsync(Stop)).BlockedChats == 0)
            await Task.Delay(10, Stop);
        bot.Telegram.Unblocks(Ann);
        Assert.StartsWith("How to use me", (await bot.AskAsync(Ann, "/help")).Text, StringComparison.Ordinal);
        Assert.Equal(0, (await chats.GetStatisticsAsync(Stop)).BlockedChats);
    }

    [Fact]
    public async Task Who_was_given_up_is_answered_again_when_that_person_writes()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        bot.Telegram.FailNext("sendMessage", FakeBotApiFault.Refusal(403, "Forbidden: bot was blocked by the user"));
        bot.Telegram.Says(Ann, Talks);
        var chats = bot.Services.GetRequiredService<IChatStore>();
        while ((await chats.GetStatisticsAsync(Stop)).BlockedChats == 0)
            await Task.Delay(10, Stop);
        Assert.StartsWith("Wednesday", (await bot.AskAsync(Ann, Talks)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_a_question_whose_answer_was_deleted_gets_a_new_answer()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        var posted = bot.Telegram.Says(Ann, "Who won the cricket world cup in Freedonia?");
        var first = Assert.Single(await bot.MessagesAsync(Ann, 1));
        bot.Telegram.Deletes(Ann, first.Id);
        bot.Telegram.Edits(posted, Talks);
        var answer = Assert.Single(await bot.MessagesAsync(Ann, 1));
        Assert.StartsWith("Wednesday", answer.Text, StringComparison.Ordinal);
        Assert.NotEqual(first.Id, answer.Id);
        Assert.Equal(posted.MessageId, answer.ReplyTo);
    }

    [Fact]
    public async Task Groups_at_their_limit_keep_nobody_else_waiting()
    {
        await using var bot = await BotHost.StartAsync(Stop, null, ("Limits:PerGroupPerMinute", "1"), ("Workers", "2"));
        for (var group = 1; group <= 70; group++)
        {
            bot.Telegram.AddGroup(-1_000 - group);
            for (var i = 0; i < 8; i++)
                bot.Telegram.SaysIn(-1_000 - group, 1_000 + group, "/help@newsbot");
        }

        await bot.MessagesAsync(-1_070, 1);
        Assert.StartsWith("Wednesday", (await bot.AskAsync(Ann, Talks)).Text, StringComparison.Ordinal);
        Assert.Single(bot.Telegram.BotMessages(-1_001));
    }

    [Fact]
    public async Task Commands_are_limited_by_person_like_questions()
    {
        await using var bot = await BotHost.StartAsync(Stop, null, ("Limits:QuestionsPerMinute", "3"));
        for (var i = 0; i < 9; i++)
            bot.Telegram.Says(Ann, "/help");
        await bot.AskAsync(22, "/help");
        await bot.AskAsync(22, "/help");
        Assert.Equal(["How", "How", "How", "You"], (await bot.MessagesAsync(Ann, 4)).Select(message => message.Text[..3]));
    }

    [Fact]
    public async Task An_update_that_cannot_be_handled_is_set_aside_and_the_rest_goes_on()
    {
        await using var bot = await BotHost.StartAsync(Stop, new FailingAnswerer());
        Assert.StartsWith("Something went wrong on my side", (await bot.AskAsync(Ann, "poison")).Text, StringComparison.Ordinal);
        Assert.StartsWith("How to use me", (await bot.AskAsync(Ann, "/help")).Text, StringComparison.Ordinal);
        Assert.Equal(1, (await bot.Services.GetRequiredService<IChatStore>().GetStatisticsAsync(Stop)).UpdatesSetAside);
    }

    [Fact]
    public async Task A_slow_answer_delays_its_own_chat_only()
    {
        var answerer = new WritingAnswerer();
        await using var bot = await BotHost.StartAsync(Stop, answerer);
        bot.Telegram.Says(Ann, Talks);
        bot.Telegram.Says(Ann, "/help");
        await answerer.Begun;
        Assert.StartsWith("How to use me", (await bot.AskAsync(22, "/help")).Text, StringComparison.Ordinal);
        Assert.Empty(bot.Telegram.BotMessages(Ann));
        answerer.Finish();
        var messages = await bot.MessagesAsync(Ann, 2);
        Assert.StartsWith("The archive has nothing on this.", messages[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("How to use me", messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_being_written_is_shown_in_private_as_a_draft_that_is_not_final()
    {
        var answerer = new WritingAnswerer();
        await using var bot = await BotHost.StartAsync(Stop, answerer);
        bot.Telegram.Says(Ann, Talks);
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.Draft(Ann) is not null);
        Assert.Equal("I am still writing and checking this. It may change:\n\nHalf a <thought> …", bot.Telegram.Draft(Ann));
        answerer.Finish();
        Assert.Equal("The archive has nothing on this.", Assert.Single(await bot.MessagesAsync(Ann, 1)).Text);
        Assert.Null(bot.Telegram.Draft(Ann));
    }

    [Fact]
    public async Task Who_stops_the_writing_is_answered_at_once_without_it()
    {
        var answerer = new WritingAnswerer();
        await using var bot = await BotHost.StartAsync(Stop, answerer);
        bot.Telegram.Says(Ann, Talks);
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.Draft(Ann) is not null);
        var id = bot.Telegram.StopsDraft(Ann);
        Assert.Equal("The archive has nothing on this.", Assert.Single(await bot.MessagesAsync(Ann, 1)).Text);
        await bot.Telegram.WaitUntilAsync(() => !bot.Telegram.WaitingUpdates.Contains(id));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_draft_that_fails_delays_no_answer(string name)
    {
        var answerer = new WritingAnswerer();
        await using var bot = await BotHost.StartAsync(Stop, answerer);
        bot.Telegram.FailNext("sendMessageDraft", name == "429" ? FakeBotApiFault.TooManyRequests(600) : Fault(name));
        bot.Telegram.Says(Ann, Talks);
        await bot.Telegram.WaitForAsync("sendMessageDraft");
        answerer.Finish();
        Assert.Equal("The archive has nothing on this.", Assert.Single(await bot.MessagesAsync(Ann, 1)).Text);
        Assert.Null(bot.Telegram.Draft(Ann));
    }

    [Fact]
    public async Task In_a_group_only_typing_is_shown_while_an_answer_is_written()
    {
        const long Group = -1_001_000_000_009;
        var answerer = new WritingAnswerer();
        await using var bot = await BotHost.StartAsync(Stop, answerer);
        bot.Telegram.AddGroup(Group);
        bot.Telegram.SaysIn(Group, Ann, "@newsbot " + Talks);
        await answerer.Begun;
        await bot.Telegram.WaitForAsync("sendChatAction");
        Assert.Empty(bot.Telegram.BotMessages(Group));
        answerer.Finish();
        Assert.Equal("The archive has nothing on this.", Assert.Single(await bot.MessagesAsync(Group, 1)).Text);
        Assert.Empty(bot.Telegram.RequestsOf("sendMessageDraft"));
    }

    [Fact]
    public async Task Messages_of_a_chat_keep_their_order_and_its_rate()
    {
        await using var bot = await BotHost.StartAsync(Stop, null, ("Limits:PerChatPerSecond", "20"));
        for (var i = 0; i < 12; i++)
            bot.Telegram.Says(Ann, i % 2 == 0 ? "/help" : "/privacy");
        var messages = await bot.MessagesAsync(Ann, 12);
        Assert.All(messages.Index(), pair => Assert.StartsWith(pair.Index % 2 == 0 ? "How to use me" : "What is kept", pair.Item.Text, StringComparison.Ordinal));
        Assert.True(messages[^1].SentAt - messages[0].SentAt > TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task What_is_asked_while_digests_wait_is_answered_first()
    {
        await using var bot = await BotHost.StartAsync(Stop, null, ("Limits:PerSecond", "100"));
        await bot.AskAsync(22, "/help");
        var digests = Enumerable.Range(0, 100).Select(number => BotRequests.Message(22, topicId: null, $"Digest {number}").ToOutbox(MessagePurpose.Digest));
        bot.Services.GetRequiredService<OutboxSender>().Enqueue(await bot.Services.GetRequiredService<IOutbox>().AddAsync([.. digests], Stop));
        Assert.StartsWith("How to use me", (await bot.AskAsync(Ann, "/help")).Text, StringComparison.Ordinal);

        // In the chat where they wait, too.
        bot.Telegram.Says(22, "/privacy");
        await bot.Telegram.WaitUntilAsync(() => bot.Telegram.BotMessages(22).Any(message => message.Text.StartsWith("What is kept", StringComparison.Ordinal)));
        Assert.InRange(bot.Telegram.BotMessages(22).Count, 2, 90);
        Assert.Equal(102, (await bot.MessagesAsync(22, 102)).Count);
        Assert.Equal([.. Enumerable.Range(0, 100).Select(number => $"Digest {number}")],
            bot.Telegram.BotMessages(22).Select(message => message.Text).Where(text => text.StartsWith("Digest", StringComparison.Ordinal)));
    }

    private static FakeBotApiFault Fault(string name) => name switch
    {
        "cut" => FakeBotApiFault.CutBefore,
        "429" => FakeBotApiFault.TooManyRequests(1),
        "500" => FakeBotApiFault.Refusal(500, "Internal Server Error"),
        _ => FakeBotApiFault.BadGateway,
    };

    private sealed class FailingAnswerer : IQuestionAnswerer
    {
        public Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken) => throw new InvalidOperationException("It is a poison.");
    }

    private sealed class WritingAnswerer : IQuestionAnswerer
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public void Finish() => finished.SetResult();

        public async Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
        {
            begun.TrySetResult();
            asked.Progress?.Report("Half a <thought>");
            await Task.WhenAny(finished.Task, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, asked.StopWriting)).WaitAsync(cancellationToken);
            var answer = new Answer { Refusal = new Refusal(RefusalKind.NothingFound) };
            return new Reply(QuestionAnalyzer.Analyze(asked.Text, asked.AsOf!.Value), answer, [], null, TimeSpan.Zero);
        }
    }
}
