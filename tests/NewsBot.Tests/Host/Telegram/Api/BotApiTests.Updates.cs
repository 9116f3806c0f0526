using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Chats;
using NewsBot.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>What arrives.</summary>
public sealed partial class BotApiTests
{
    private const string Secret = "s3cret_-";

    [Fact]
    public async Task The_bot_learns_who_it_is()
    {
        var me = await Api.GetMeAsync(Stop);
        Assert.Equal((123456789L, "newsbot", "News Bot"), (me.Id, me.Username!, me.FirstName));
    }

    [Fact]
    public async Task A_private_message_comes_whole()
    {
        var posted = Fake.Says(Ann, "/ask@newsbot who won?", language: "pt-br");
        var stored = await NextStoredAsync();
        Assert.Equal((posted.UpdateId, Ann), (stored.Id, stored.Lane));
        var message = UpdateReader.Parse(stored.Json)!.Message!;
        Assert.Equal((posted.MessageId, Ann, false), (message.Id, message.Chat.Id, message.Chat.IsGroup()));
        Assert.Equal((Ann, "Ann", "pt-br"), (message.Author()!.Id, message.Author()!.FirstName, message.Author()!.LanguageCode));
        Assert.Equal("/ask@newsbot who won?", message.Words());
        Assert.InRange(new DateTimeOffset(message.Date, TimeSpan.Zero), TimeProvider.System.GetUtcNow().AddMinutes(-2), TimeProvider.System.GetUtcNow());
        Assert.Equal((null, null, null, null), (message.TopicId(), message.RepliedTo(), message.ViaBot, message.MigrateToChatId));
    }

    [Fact]
    public async Task A_mention_a_topic_and_a_reply_are_seen_in_a_group()
    {
        Fake.AddGroup(Group, "Klub", isForum: true);
        var topic = Fake.AddTopic(Group);
        Fake.SaysIn(Group, Ann, "hello @newsbot", topic);
        var message = await NextMessageAsync();
        Assert.Equal((Group, true, topic), (message.Chat.Id, message.Chat.IsGroup(), (long)message.TopicId()!));

        // Telegram gives every message in a topic the one that opened the topic, to which nobody replied.
        Assert.Null(message.RepliedTo());

        var sent = await SendAsync(Group, "It was <b>them</b>.", thread: topic);
        Fake.SaysIn(Group, Ann, "why?", topic, replyTo: sent);
        var replied = (await NextMessageAsync()).RepliedTo()!;
        Assert.Equal((sent!.Value, 123456789L, "It was them."), (replied.Id, replied.From!.Id, replied.Words()!));
    }

    [Fact]
    public async Task An_edit_is_told_from_a_new_message()
    {
        var posted = Fake.Says(Ann, "who wno?");
        Fake.Edits(posted, "who won?");
        var update = await NextAsync();
        Assert.Null(update.Message);
        Assert.Equal(("who won?", posted.MessageId), (update.EditedMessage!.Text, update.EditedMessage.Id));
    }

    [Fact]
    public async Task A_tap_comes_with_its_place_and_is_answered()
    {
        Fake.AddGroup(Group, isForum: true);
        var topic = Fake.AddTopic(Group);
        var sent = await SendAsync(Group, "x", thread: topic, keyboard: [[Button("More", "more:1")]]);
        var (updateId, tapId) = Fake.TapsButton(Ann, Group, "More");
        var stored = await NextStoredAsync();
        Assert.Equal((updateId, Group), (stored.Id, stored.Lane));
        var tap = UpdateReader.Parse(stored.Json)!.CallbackQuery!;
        Assert.Equal((tapId, Ann, Group, topic, sent, "more:1"), (tap.Id, tap.From.Id, tap.Message!.Chat.Id, (long)tap.Message.TopicId()!, (long?)tap.Message.Id, tap.Data));
        Assert.Null(await AnswerTapAsync(tapId, "Here you are"));
        Assert.Equal("Here you are", Fake.TapAnswers[tapId]);
        await FailsAsync(BotApiFailure.Rejected, () => AnswerTapAsync(tapId, null));
    }

    [Fact]
    public async Task A_tap_under_a_message_that_is_gone_still_has_its_place()
    {
        Fake.Says(Ann, "x");
        Fake.Taps(Ann, Ann, messageId: 7, "\u0000😀'; drop table");
        var tap = (await NextAsync()).CallbackQuery!;
        Assert.Equal((Ann, 7, "\u0000😀'; drop table"), (tap.Message!.Chat.Id, tap.Message.Id, tap.Data));
    }

    [Fact]
    public async Task A_tap_under_an_inline_message_has_no_chat()
    {
        Fake.Add(Parse("""{"callback_query":{"id":"5","from":{"id":9,"is_bot":false,"first_name":"Bo"},"inline_message_id":"x","chat_instance":"1","data":"d"}}"""));
        var stored = await NextStoredAsync();
        Assert.Equal(9, stored.Lane);
        Assert.Null(UpdateReader.Parse(stored.Json)!.CallbackQuery!.Message);
    }

    [Fact]
    public async Task An_inline_question_comes_by_the_person_who_asks()
    {
        var (updateId, queryId) = Fake.AsksInline(Ann, "who won", language: null);
        var stored = await NextStoredAsync();
        Assert.Equal((updateId, Ann), (stored.Id, stored.Lane));
        var query = UpdateReader.Parse(stored.Json)!.InlineQuery!;
        Assert.Equal((queryId, Ann, "who won"), (query.Id, query.From.Id, query.Query));
    }

    [Fact]
    public async Task A_block_and_its_end_are_told_apart()
    {
        Fake.Says(Ann, "hello");
        var blocked = Fake.Blocks(Ann);
        var stored = await NextStoredAsync();
        Assert.Equal((blocked, Ann), (stored.Id, stored.Lane));
        Assert.False(UpdateReader.Parse(stored.Json)!.MyChatMember!.NewChatMember.MayWrite());
        Fake.Unblocks(Ann);
        Assert.True((await NextAsync()).MyChatMember!.NewChatMember.MayWrite());
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
        Assert.Equal(mayWrite, (await NextAsync()).MyChatMember!.NewChatMember.MayWrite());
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_says_its_new_id()
    {
        Fake.AddGroup(-77, isSupergroup: false);
        var newId = Fake.BecomesSupergroup(-77);
        var message = await NextMessageAsync();
        Assert.Equal((-77, newId), (message.Chat.Id, message.MigrateToChatId));
        Assert.Equal(newId, (await FailsAsync(BotApiFailure.GroupMigrated, () => SendAsync(-77, "x"))).MigratedTo);
    }

    [Fact]
    public async Task A_caption_is_the_text_of_a_picture()
    {
        Fake.Add(Parse("""
            {"message":{"message_id":5,"date":1700000000,"chat":{"id":9,"type":"private","first_name":"Bo"},"from":{"id":9,"is_bot":false,"first_name":"Bo"},
            "photo":[{"file_id":"f","file_unique_id":"u","width":1,"height":1}],"caption":"Bo, this",
            "caption_entities":[{"type":"text_mention","offset":0,"length":2,"user":{"id":8,"is_bot":false,"first_name":"Bo"}}]}}
            """));
        var message = await NextMessageAsync();
        Assert.Equal("Bo, this", message.Words());
        Assert.True(message.Mentions(new User { Id = 8 }));
    }

    [Fact]
    public async Task Nobody_writes_in_the_name_of_a_person()
    {
        Fake.Add(Parse("""
            {"message":{"message_id":5,"date":1700000000,"chat":{"id":-9,"type":"supergroup","title":"G"},"sender_chat":{"id":9001,"type":"channel","title":"Nine"},
            "from":{"id":8,"is_bot":false,"first_name":"Bo"},"text":"/stats"}}
            """));
        Assert.Equal(8, (await NextMessageAsync()).Author()!.Id);
    }

    [Fact]
    public async Task A_message_in_the_name_of_a_chat_was_written_by_that_chat()
    {
        Fake.Add(Parse("""
            {"message":{"message_id":5,"date":1700000000,"chat":{"id":-9,"type":"supergroup","title":"G"},"sender_chat":{"id":-9,"type":"supergroup","title":"G"},
            "from":{"id":1087968824,"is_bot":true,"first_name":"Group"},"text":"Bo asks","via_bot":{"id":123456789,"is_bot":true,"first_name":"N"},
            "entities":[{"type":"text_mention","offset":0,"length":2,"user":{"id":8,"is_bot":false,"first_name":"Bo"}},{"type":"bold","offset":0,"length":2},
            {"type":"invented","offset":0,"length":2}],"message_thread_id":3}}
            """));
        var message = await NextMessageAsync();
        Assert.Equal((-9, false), (message.Author()!.Id, message.Author()!.IsBot));
        Assert.Equal(123456789, message.ViaBot!.Id);
        Assert.True(message.Mentions(new User { Id = 8 }));
        Assert.False(message.Mentions(new User { Id = 9 }));

        // A thread that is not a topic is a chain of replies.
        Assert.Null(message.TopicId());
    }

    [Fact]
    public async Task An_update_that_cannot_be_read_holds_up_none()
    {
        var ids = new[]
        {
            Fake.Add(Parse("""{"message":"not an object"}""")),
            Fake.Add(Parse("""{"message":{"message_id":1,"date":"yesterday","chat":{"id":"x"}}}""")),
            Fake.Add(Parse("""{"poll":{"id":"1"}}""")),
            Fake.Add(Parse("""{"invented_in_2030":{"x":[1,2,{"y":null}]}}""")),
        };
        Fake.Add("garbage");
        Fake.Add(Parse("[1,2]"));
        var last = Fake.Says(Ann, "hello").UpdateId;
        var updates = await Api.GetUpdatesAsync(0, 100, TimeSpan.Zero, Stop);
        Assert.Equal([.. ids, last], updates.Select(update => update.Id));
        Assert.All(updates.SkipLast(1), update => Assert.Equal(0, update.Lane));
        Assert.All(updates.Take(2), update => Assert.Null(UpdateReader.Parse(update.Json)));
    }

    [Theory]
    [InlineData("""{"message":{"message_id":5,"date":1700000000,"chat":{"id":-9,"type":"circle","title":"C","new":[1]},"text":"hi","new":{"a":1}},"new":1}""", true)]
    [InlineData("""{"message":{"message_id":5,"date":1700000000,"chat":{"id":9,"type":"circle"},"text":"hi"}}""", false)]
    public async Task Unknown_kinds_of_chats_and_fields_do_not_hide_a_message(string json, bool isGroup)
    {
        Fake.Add(Parse(json));
        var message = await NextMessageAsync();
        Assert.Equal(("hi", isGroup), (message.Text, message.Chat.IsGroup()));
    }

    [Fact]
    public async Task A_date_that_is_none_spoils_nothing_else()
    {
        Fake.Add(Parse("""{"message":{"message_id":5,"date":0,"chat":{"id":9,"type":"private"},"text":"hi"}}"""));
        Assert.Equal("hi", (await NextMessageAsync()).Text);
    }

    [Fact]
    public void Broken_characters_of_an_update_do_not_hide_the_rest()
    {
        var update = UpdateReader.Read([.. """{"update_id":3,"message":{"message_id":5,"chat":{"id":9,"type":"private"},"text":"a"""u8, 0xff, .. "\"}}"u8]);
        Assert.Equal((3, 9), (update.Id, update.Lane));
        Assert.Equal("a\ufffd", UpdateReader.Parse(update.Json)!.Message!.Text);
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
            ["message", "edited_message", "callback_query", "inline_query", "my_chat_member", "stopped_message_generation"],
            poll.Parameters.List("allowed_updates").Select(kind => (string)kind!));
    }

    [Fact]
    public async Task A_long_poll_in_which_nothing_came_is_empty()
    {
        Assert.Empty(await Api.GetUpdatesAsync(0, 100, TimeSpan.FromSeconds(1), Stop));
    }

    [Fact]
    public async Task A_long_poll_outlasts_the_time_out_of_a_request()
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
        var got = new List<(string? Secret, StoredUpdate Update)>();
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
        Assert.Equal("two", UpdateReader.Parse(got[^1].Update.Json)!.Message!.Text);

        await Api.SendAsync(new DeleteWebhookRequest(), Stop);
        var third = Fake.Says(Ann, "three").UpdateId;
        Assert.Equal([third], (await Api.GetUpdatesAsync(0, 100, TimeSpan.Zero, Stop)).Select(update => update.Id));
        Assert.Equal(7, Fake.RequestsOf("setWebhook")[0].Parameters.Number("max_connections"));
    }

    [Fact]
    public async Task Waiting_updates_outlast_the_end_of_a_webhook()
    {
        var id = Fake.Says(Ann, "one").UpdateId;
        await Api.SendAsync(new DeleteWebhookRequest(), Stop);
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
        Assert.Throws<FormatException>(() => UpdateReader.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_delivery_is_kept_as_it_came()
    {
        const string Json = """{ "message":{"chat":{"id":9}, "text":"hi"},"update_id":3 }""";
        Assert.Equal(new StoredUpdate(3, 9, Json), UpdateReader.Read(Encoding.UTF8.GetBytes(Json)));
        Assert.Equal(0, UpdateReader.Read("""{"update_id":2,"message":[]}"""u8).Lane);
    }

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;

    /// <summary>A webhook that fails at its first call.</summary>
    private WebApplication Listen(List<(string? Secret, StoredUpdate Update)> got)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            got.Add((context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"], UpdateReader.Read(body.ToArray())));
            context.Response.StatusCode = got.Count == 1 ? 500 : 200;
        });
        return app;
    }
}
