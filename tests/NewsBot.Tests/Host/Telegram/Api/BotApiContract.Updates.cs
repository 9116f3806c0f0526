using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>What arrives.</summary>
public abstract partial class BotApiContract
{
    private const string Secret = "s3cret_-";

    [Fact]
    public async Task The_bot_learns_who_it_is() => Assert.Equal(new BotIdentity(123456789, "newsbot", "News Bot"), await Api.GetMeAsync(Stop));

    [Fact]
    public async Task A_private_message_comes_whole()
    {
        var posted = Fake.Says(Ann, "/ask@newsbot who won?", language: "pt-br");
        var update = await NextAsync<MessageArrived>();
        var message = update.Message;
        Assert.Equal((posted.UpdateId, false, Ann), (update.Id, update.IsEdit, update.Lane));
        Assert.Equal((posted.MessageId, new Chat(Ann, ChatKind.Private, null)), (message.Id, message.Chat));
        Assert.Equal(new Person(Ann, "Ann", "pt-br", IsBot: false), message.Sender);
        Assert.Equal("/ask@newsbot who won?", message.Text);
        Assert.Equal([new TextEntity(TextEntityKind.Command, 0, 12, null)], message.Entities);
        Assert.InRange(message.SentAt!.Value, TimeProvider.System.GetUtcNow().AddMinutes(-2), TimeProvider.System.GetUtcNow());
        Assert.Equal((null, null, null, null), (message.ThreadId, message.ReplyTo, message.ViaBotId, message.MigratedTo));
    }

    [Fact]
    public async Task A_mention_a_topic_and_a_reply_are_seen_in_a_group()
    {
        Fake.AddGroup(Group, "Klub", isForum: true);
        var topic = Fake.AddTopic(Group);
        Fake.SaysIn(Group, Ann, "hello @newsbot", topic);
        var message = (await NextAsync<MessageArrived>()).Message;
        Assert.Equal((new Chat(Group, ChatKind.Supergroup, "Klub"), topic), (message.Chat, message.ThreadId));
        Assert.Equal([new TextEntity(TextEntityKind.Mention, 6, 8, null)], message.Entities);
        // What opened the topic is no message that anybody replied to.
        Assert.Null(message.ReplyTo);

        var sent = await Api.CallAsync(new SendMessage(Group, "It was <b>them</b>.") { ThreadId = topic }, Stop);
        Fake.SaysIn(Group, Ann, "why?", topic, replyTo: sent);
        Assert.Equal(new RepliedMessage(sent!.Value, 123456789, "It was them."), (await NextAsync<MessageArrived>()).Message.ReplyTo);
    }

    [Fact]
    public async Task An_edit_is_told_from_a_new_message()
    {
        var posted = Fake.Says(Ann, "who wno?");
        Fake.Edits(posted, "who won?");
        var update = await NextAsync<MessageArrived>();
        Assert.Equal((true, "who won?", posted.MessageId), (update.IsEdit, update.Message.Text, update.Message.Id));
    }

    [Fact]
    public async Task A_tap_comes_with_its_place_and_is_answered()
    {
        Fake.AddGroup(Group, isForum: true);
        var topic = Fake.AddTopic(Group);
        var sent = await Api.CallAsync(new SendMessage(Group, "x") { ThreadId = topic, Keyboard = [[new Button("More", "more:1")]] }, Stop);
        var (updateId, tapId) = Fake.TapsButton(Ann, Group, "More");
        var tap = await NextAsync<ButtonTapped>();
        Assert.Equal(
            new ButtonTapped(updateId, tapId, new Person(Ann, "Ann", "en", false), new Chat(Group, ChatKind.Supergroup, "News Club"), topic, sent!.Value, "more:1"),
            tap);
        Assert.Null(await Api.CallAsync(new AnswerTap(tapId, "Here you are"), Stop));
        Assert.Equal("Here you are", Fake.TapAnswers[tapId]);
        await FailsAsync(BotApiFailure.Rejected, () => Api.CallAsync(new AnswerTap(tapId, null), Stop));
    }

    [Fact]
    public async Task A_tap_under_a_message_that_is_gone_still_has_its_place()
    {
        Fake.Says(Ann, "x");
        Fake.Taps(Ann, Ann, messageId: 7, "\u0000😀'; drop table");
        var tap = await NextAsync<ButtonTapped>();
        Assert.Equal((Ann, 7, "\u0000😀'; drop table"), (tap.Chat?.Id, tap.MessageId, tap.Data));
    }

    [Fact]
    public async Task A_tap_under_an_inline_message_has_no_chat()
    {
        Fake.Add(Parse("""{"callback_query":{"id":"5","from":{"id":9,"is_bot":false,"first_name":"Bo"},"inline_message_id":"x","chat_instance":"1","data":"d"}}"""));
        var tap = await NextAsync<ButtonTapped>();
        Assert.Equal((null, 0, 9), (tap.Chat, tap.MessageId, tap.Lane));
    }

    [Fact]
    public async Task An_inline_question_comes_and_is_answered()
    {
        var (updateId, queryId) = Fake.AsksInline(Ann, "who won", language: null);
        Assert.Equal(new InlineAsked(updateId, queryId, new Person(Ann, "Ann", null, false), "who won"), await NextAsync<InlineAsked>());
        InlineResult[] results = [new("a", "They won", "On Sunday", "<b>They</b> won."), new("b", "Title", null, "Text &amp; more")];
        Assert.Null(await Api.CallAsync(new AnswerInline(queryId, results, TimeSpan.FromMinutes(5)), Stop));
        var sent = (await Fake.WaitForAsync("answerInlineQuery"))[0].Parameters;
        Assert.Equal(300, sent.Number("cache_time"));
        Assert.True(sent.Flag("is_personal"));
        Assert.Equal(["a", "b"], Fake.InlineAnswers[queryId].Select(result => (string?)result!["id"]));
        Assert.Equal("<b>They</b> won.", (string?)Fake.InlineAnswers[queryId][0]!["input_message_content"]!["message_text"]);
    }

    [Fact]
    public async Task No_inline_results_are_an_answer()
    {
        var (_, queryId) = Fake.AsksInline(Ann, "");
        await Api.CallAsync(new AnswerInline(queryId, [], TimeSpan.Zero), Stop);
        Assert.Empty(Fake.InlineAnswers[queryId]);
    }

    [Fact]
    public async Task A_block_and_its_end_are_told_apart()
    {
        Fake.Says(Ann, "hello");
        var blocked = Fake.Blocks(Ann);
        Assert.Equal(
            new MembershipChanged(blocked, new Chat(Ann, ChatKind.Private, null), new Person(Ann, "Ann", "en", false), MayWrite: false),
            await NextAsync<MembershipChanged>());
        Fake.Unblocks(Ann);
        Assert.True((await NextAsync<MembershipChanged>()).MayWrite);
    }

    [Theory]
    [InlineData("creator", true)]
    [InlineData("administrator", true)]
    [InlineData("member", true)]
    [InlineData("restricted\",\"is_member\":true,\"x\":\"", true)]
    [InlineData("restricted\",\"is_member\":false,\"x\":\"", false)]
    [InlineData("left", false)]
    [InlineData("kicked", false)]
    public async Task Whether_the_bot_may_write_follows_from_its_status(string status, bool mayWrite)
    {
        Fake.Add(Parse($$$"""
            {"my_chat_member":{"chat":{"id":-7,"type":"group","title":"G"},"from":{"id":9,"is_bot":false,"first_name":"Bo"},"date":1,
            "old_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"N"},"status":"left"},
            "new_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"N"},"status":"{{{status}}}"} } }
            """));
        Assert.Equal(mayWrite, (await NextAsync<MembershipChanged>()).MayWrite);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_says_its_new_id()
    {
        Fake.AddGroup(-77, isSupergroup: false);
        var newId = Fake.BecomesSupergroup(-77);
        var message = (await NextAsync<MessageArrived>()).Message;
        Assert.Equal((new Chat(-77, ChatKind.Group, "News Club"), newId), (message.Chat, message.MigratedTo));
        Assert.Equal(newId, (await FailsAsync(BotApiFailure.GroupMigrated, () => Api.CallAsync(new SendMessage(-77, "x"), Stop))).MigratedTo);
    }

    [Fact]
    public async Task A_caption_is_the_text_of_a_picture()
    {
        Fake.Add(Parse("""
            {"message":{"message_id":5,"date":1700000000,"chat":{"id":9,"type":"private","first_name":"Bo"},"from":{"id":9,"is_bot":false,"first_name":"Bo"},
            "photo":[{"file_id":"f","file_unique_id":"u","width":1,"height":1}],"caption":"/ask this","caption_entities":[{"type":"bot_command","offset":0,"length":4}]}}
            """));
        var message = (await NextAsync<MessageArrived>()).Message;
        Assert.Equal(("/ask this", 1), (message.Text, message.Entities.Count));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), message.SentAt);
    }

    [Fact]
    public async Task What_is_written_in_the_name_of_a_chat_has_no_sender()
    {
        Fake.Add(Parse("""
            {"message":{"message_id":5,"date":1700000000,"chat":{"id":-9,"type":"supergroup","title":"G"},"sender_chat":{"id":-9,"type":"supergroup","title":"G"},
            "from":{"id":1087968824,"is_bot":true,"first_name":"Group"},"text":"Bo asks","via_bot":{"id":123456789,"is_bot":true,"first_name":"N"},
            "entities":[{"type":"text_mention","offset":0,"length":2,"user":{"id":8,"is_bot":false,"first_name":"Bo"}},{"type":"bold","offset":0,"length":2},
            {"type":"invented","offset":0,"length":2}],"message_thread_id":3}}
            """));
        var message = (await NextAsync<MessageArrived>()).Message;
        Assert.Null(message.Sender);
        Assert.Equal(123456789, message.ViaBotId);
        Assert.Equal([new TextEntity(TextEntityKind.NamedMention, 0, 2, 8)], message.Entities);
        // A thread that is no topic is a chain of replies.
        Assert.Null(message.ThreadId);
    }

    [Fact]
    public async Task What_cannot_be_read_is_passed_over_under_its_id()
    {
        var ids = new[]
        {
            Fake.Add(Parse("""{"message":"not an object"}""")),
            Fake.Add(Parse("""{"message":{"message_id":1,"date":"yesterday","chat":{"id":"x"}}}""")),
            Fake.Add(Parse("""{"message":{"message_id":1,"date":1}}""")),
            Fake.Add(Parse("""{"callback_query":{"id":"5","from":{"id":9,"is_bot":false,"first_name":"Bo"},"chat_instance":"1","game_short_name":"g"}}""")),
            Fake.Add(Parse("""{"poll":{"id":"1"}}""")),
            Fake.Add(Parse("""{"invented_in_2030":{"x":[1,2,{"y":null}]}}""")),
        };
        Fake.Add("garbage");
        Fake.Add(Parse("[1,2]"));
        var last = Fake.Says(Ann, "hello").UpdateId;
        var updates = await Api.GetUpdatesAsync(0, 100, TimeSpan.Zero, Stop);
        Assert.Equal([.. ids, last], updates.Select(update => update.Id));
        Assert.All(updates.SkipLast(1), update => Assert.IsType<OtherUpdate>(update));
    }

    [Fact]
    public async Task Unknown_kinds_of_chats_and_fields_do_not_hide_a_message()
    {
        Fake.Add(Parse("""{"message":{"message_id":5,"date":1700000000,"chat":{"id":-9,"type":"circle","title":"C","new":[1]},"text":"hi","new":{"a":1}},"new":1}"""));
        Assert.Equal(new Chat(-9, ChatKind.Supergroup, "C"), (await NextAsync<MessageArrived>()).Message.Chat);
        Fake.Add(Parse("""{"message":{"message_id":5,"date":1700000000,"chat":{"id":9,"type":"circle"},"text":"hi"}}"""));
        Assert.Equal(ChatKind.Private, (await NextAsync<MessageArrived>()).Message.Chat.Kind);
    }

    [Fact]
    public async Task A_date_that_is_none_spoils_nothing_else()
    {
        Fake.Add(Parse("""{"message":{"message_id":5,"date":0,"chat":{"id":9,"type":"private"},"text":"hi"}}"""));
        var message = (await NextAsync<MessageArrived>()).Message;
        Assert.Equal(("hi", null), (message.Text, message.SentAt));
    }

    [Fact]
    public async Task An_update_comes_again_until_a_higher_offset_confirms_it()
    {
        var first = Fake.Says(Ann, "one").UpdateId;
        var second = Fake.Says(Ann, "two").UpdateId;
        Assert.Equal([first], (await Api.GetUpdatesAsync(0, 1, TimeSpan.Zero, Stop)).Select(update => update.Id));
        Assert.Equal([first, second], (await Api.GetUpdatesAsync(0, 100, TimeSpan.Zero, Stop)).Select(update => update.Id));
        Assert.Equal([second], (await Api.GetUpdatesAsync(second, 100, TimeSpan.Zero, Stop)).Select(update => update.Id));
        Assert.Empty(await Api.GetUpdatesAsync(second + 1, 100, TimeSpan.Zero, Stop));
        Assert.Empty(Fake.WaitingUpdates);
    }

    [Fact]
    public async Task A_long_poll_ends_with_the_first_update()
    {
        var polling = Api.GetUpdatesAsync(0, 100, TimeSpan.FromSeconds(50), Stop);
        var poll = (await Fake.WaitForAsync(request => request.Method == "getUpdates"))[0];
        Assert.False(polling.IsCompleted);
        var id = Fake.Says(Ann, "hello").UpdateId;
        Assert.Equal(id, Assert.Single(await polling).Id);
        Assert.Equal((0, 100, 50), (poll.Parameters.Number("offset") ?? 0, poll.Parameters.Number("limit"), poll.Parameters.Number("timeout")));
        Assert.Equal(
            ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"],
            poll.Parameters.List("allowed_updates").Select(kind => (string)kind!));
    }

    [Fact]
    public async Task A_long_poll_in_which_nothing_came_is_empty()
    {
        Assert.Empty(await Api.GetUpdatesAsync(0, 100, TimeSpan.FromSeconds(1), Stop));
    }

    [Fact]
    public async Task A_long_poll_outlasts_the_time_out_of_a_call()
    {
        var impatient = Open(Fake.Token, Fake.BaseUrl, TimeSpan.FromMilliseconds(700));
        Assert.Empty(await impatient.GetUpdatesAsync(0, 100, TimeSpan.FromSeconds(1), Stop));
    }

    [Fact]
    public async Task The_earlier_of_two_pollers_is_told_so()
    {
        var first = Api.GetUpdatesAsync(0, 100, TimeSpan.FromSeconds(50), Stop);
        await Fake.WaitUntilAsync(() => Fake.IsPolled);
        var second = Api.GetUpdatesAsync(0, 100, TimeSpan.FromSeconds(50), Stop);
        Assert.True((await FailsAsync(BotApiFailure.Conflict, () => first)).IsTransient);
        Fake.Says(Ann, "hello");
        Assert.Single(await second);
    }

    [Fact]
    public async Task A_webhook_delivers_until_it_is_taken_and_ends_polling_meanwhile()
    {
        var got = new List<(string? Secret, BotUpdate Update)>();
        await using var app = Listen(got);
        await app.StartAsync(Stop);
        var first = Fake.Says(Ann, "one").UpdateId;
        await Api.SetWebhookAsync(new Uri(app.Urls.First() + "/hook"), Secret, 7, Stop);
        var second = Fake.Says(Ann, "two").UpdateId;
        await FailsAsync(BotApiFailure.Conflict, () => Api.GetUpdatesAsync(0, 100, TimeSpan.Zero, Stop));
        await Fake.WaitUntilAsync(() => Fake.Deliveries.Count == 3);
        Assert.Equal([(first, 500), (first, 200), (second, 200)], Fake.Deliveries);
        Assert.Equal([first, first, second], got.Select(call => call.Update.Id));
        Assert.All(got, call => Assert.Equal(Secret, call.Secret));
        Assert.Equal("two", Assert.IsType<MessageArrived>(got[^1].Update).Message.Text);

        await Api.DeleteWebhookAsync(Stop);
        var third = Fake.Says(Ann, "three").UpdateId;
        Assert.Equal([third], (await Api.GetUpdatesAsync(0, 100, TimeSpan.Zero, Stop)).Select(update => update.Id));
        Assert.Equal(7, Fake.RequestsOf("setWebhook")[0].Parameters.Number("max_connections"));
    }

    [Fact]
    public async Task Waiting_updates_outlast_the_end_of_a_webhook()
    {
        var id = Fake.Says(Ann, "one").UpdateId;
        await Api.DeleteWebhookAsync(Stop);
        Assert.Equal([id], Fake.WaitingUpdates);
        await FailsAsync(BotApiFailure.Rejected, () => Api.SetWebhookAsync(new Uri("https://a.com/x"), "no spaces", 7, Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"update_id\":\"x\"}")]
    [InlineData("{\"message\":{}}")]
    [InlineData("{\"update_id\":1} {\"update_id\":2}")]
    public void A_delivery_that_is_no_update_is_refused(string json) =>
        Assert.Throws<FormatException>(() => Api.ReadUpdate(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_delivery_is_read_like_a_polled_update()
    {
        Assert.Equal(new OtherUpdate(1), Api.ReadUpdate("""{"update_id":1}"""u8));
        Assert.Equal(new OtherUpdate(2), Api.ReadUpdate("""{"update_id":2,"message":[]}"""u8));
        var update = Api.ReadUpdate("""{"update_id":3,"message":{"message_id":5,"date":1,"chat":{"id":9,"type":"private"},"text":"hi"}}"""u8);
        Assert.Equal("hi", Assert.IsType<MessageArrived>(update).Message.Text);
    }

    private protected static JsonNode Parse(string json) => JsonNode.Parse(json)!;

    /// <summary>A webhook that fails at its first call.</summary>
    private WebApplication Listen(List<(string? Secret, BotUpdate Update)> got)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            got.Add((context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"], Api.ReadUpdate(body.ToArray())));
            context.Response.StatusCode = got.Count == 1 ? 500 : 200;
        });
        return app;
    }
}
