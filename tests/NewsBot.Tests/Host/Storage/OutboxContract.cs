using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every outbox does; one thin class per provider.</summary>
public abstract class OutboxContract : ChatStorageContract
{
    [Fact]
    public async Task Messages_wait_in_order_through_a_restart()
    {
        var outbox = Open().Outbox;
        Assert.Empty(await outbox.AddAsync([], Stop));
        var added = await outbox.AddAsync([Sends(Anna, "a"), Sends(Bohdan, "b", MessagePurpose.Digest), Sends(Anna, "c", exchange: 5)], Stop);
        Assert.Equal(["a", "b", "c"], added.Select(call => TextOf(call)));
        Assert.All(added, call => Assert.Equal(Time.Now, call.CreatedAt));

        outbox = Open().Outbox;
        var read = await outbox.ReadWaitingAsync(0, 10, Stop);
        Assert.Equal(added, read);
        Assert.Equal(added[1].Id, Assert.Single(await outbox.ReadWaitingAsync(added[0].Id, 1, Stop)).Id);
    }

    [Fact]
    public async Task A_request_comes_back_as_it_was_given()
    {
        NewOutboxMessage[] messages =
        [
            new(Anna, new BotRequest("sendMessage", """{ "text":"<b>Привіт</b>", "chat_id":101 }""")),
            new(Anna, new BotRequest("sendDocument", """{"document":"attach://a.json"}""", "{\n}")),
            new(Group, new BotRequest("editMessageText", "{}"), MessagePurpose.Digest, 7) { EditsReply = true },
        ];
        await Open().Outbox.AddAsync(messages, Stop);
        Assert.Equal(messages, (await Open().Outbox.ReadWaitingAsync(0, 10, Stop)).Select(message => message.Content));
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Any_text_comes_back_unchanged(string text)
    {
        await Open().Outbox.AddAsync([Sends(Anna, text)], Stop);
        Assert.Equal(text, TextOf(Assert.Single(await Open().Outbox.ReadWaitingAsync(0, 10, Stop))));
    }

    [Fact]
    public async Task A_message_that_was_sent_is_gone_with_its_text()
    {
        var outbox = Open().Outbox;
        var calls = await outbox.AddAsync([WithFile(Sends(Anna, "unmistakable one")), Sends(Anna, "unmistakable two"), Sends(Anna, "three")], Stop);
        await outbox.BeginAsync(calls[0], Stop);
        Assert.Equal([calls[1].Id, calls[2].Id], (await outbox.ReadWaitingAsync(0, 10, Stop)).Select(call => call.Id));
        await outbox.CompleteAsync(calls[0], 5, Stop);
        await outbox.BeginAsync(calls[1], Stop);
        await outbox.GiveUpAsync(calls[1].Id, "It is refused.", Stop);
        await outbox.ReturnAsync(calls[0].Id, "Too late.", Stop);
        await outbox.ReturnAsync(calls[1].Id, "Too late.", Stop);
        Assert.Null(await outbox.BeginAsync(calls[0], Stop));
        Assert.Null(await outbox.BeginAsync(calls[1], Stop));
        Assert.Equal((0, 0), await Open().Outbox.RecoverAsync(Stop));
        Assert.Equal(calls[2].Id, Assert.Single(await outbox.ReadWaitingAsync(0, 10, Stop)).Id);
        Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_refused_for_now_waits_again_however_often()
    {
        var outbox = Open().Outbox;
        var call = Assert.Single(await outbox.AddAsync([Sends(Anna, "digest", MessagePurpose.Digest)], Stop));
        for (var time = 0; time < 3; time++)
        {
            await outbox.BeginAsync(call, Stop);
            Assert.Empty(await outbox.ReadWaitingAsync(0, 10, Stop));
            await outbox.ReturnAsync(call.Id, "Too many requests.", Stop);
            Assert.Single(await outbox.ReadWaitingAsync(0, 10, Stop));
        }
    }

    [Fact]
    public async Task After_a_kill_an_answer_is_sent_once_more_and_a_digest_never()
    {
        var killed = Open().Outbox;
        var calls = await killed.AddAsync([Sends(Anna, "answer"), Sends(Bohdan, "unmistakable", MessagePurpose.Digest), Sends(Anna, "waits")], Stop);
        await killed.BeginAsync(calls[0], Stop);
        await killed.BeginAsync(calls[1], Stop);

        var next = Open().Outbox;
        Assert.Equal((1, 1), await next.RecoverAsync(Stop));
        Assert.Equal([calls[0].Id, calls[2].Id], (await next.ReadWaitingAsync(0, 10, Stop)).Select(call => call.Id));
        Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));
        await next.BeginAsync(calls[0], Stop);

        var last = Open();
        Assert.Equal((0, 1), await last.Outbox.RecoverAsync(Stop));
        Assert.Equal([calls[2].Id], (await last.Outbox.ReadWaitingAsync(0, 10, Stop)).Select(call => call.Id));
        Assert.Equal(2, (await last.Chats.GetStatisticsAsync(Stop)).MessagesGivenUp);
    }

    [Fact]
    public async Task A_process_reads_and_recovers_the_messages_of_its_slots_only()
    {
        long[] chats = [5, 69, -4, 60, 6];
        var (mine, others) = (SlotSet.OfChats([5, -4]), SlotSet.OfChats([6]));
        var outbox = Open().Outbox;
        var calls = await outbox.AddAsync([.. chats.Select(chat => Sends(chat, "one")), .. chats.Select(chat => Sends(chat, "two"))], Stop);
        foreach (var call in calls.Take(chats.Length))
            await outbox.BeginAsync(call, Stop);
        await outbox.HoldAsync(5, TimeSpan.FromMinutes(1), Stop);
        await outbox.HoldAsync(6, TimeSpan.FromMinutes(1), Stop);

        outbox = Open().Outbox;
        Assert.Equal([5, 69, -4, 60], (await outbox.ReadWaitingAsync(mine, 0, 99, Stop)).Select(call => call.Content.ChatId));
        Assert.Equal(6, Assert.Single(await outbox.ReadWaitingAsync(others, 0, 99, Stop)).Content.ChatId);
        Assert.Empty(await outbox.ReadWaitingAsync(SlotSet.None, 0, 99, Stop));
        Assert.Equal((4, 0), await outbox.RecoverAsync(mine, Stop));
        Assert.Equal((0, 0), await outbox.RecoverAsync(mine, Stop));
        Assert.Equal((1, 0), await outbox.RecoverAsync(others, Stop));
        Assert.Equal(5, Assert.Single(await outbox.ReadHoldsAsync(mine, Stop)).ChatId);
    }

    [Fact]
    public async Task The_message_sent_is_noted_in_the_exchange_and_told_to_the_edits_after_it()
    {
        var storage = Open();
        var edit = new NewOutboxMessage(Anna, new BotRequest("editMessageText", "{}")) { EditsReply = true };
        var calls = await Handle(storage, 1, new UpdateResult
        {
            Exchange = Exchange(1, Anna),
            Messages = [Sends(Anna, "Sent.", exchange: 1), edit with { ExchangeId = 1 }, edit, edit with { ExchangeId = 99 }, edit with { ExchangeId = 1, EditsReply = false }],
        });
        Assert.Null((await storage.Outbox.BeginAsync(calls[0], Stop))!.ReplyId);
        Assert.Null((await storage.Outbox.BeginAsync(calls[1], Stop))!.ReplyId);
        await storage.Outbox.CompleteAsync(calls[0], 77, Stop);

        storage = Open();
        Assert.Equal(77, (await storage.Outbox.BeginAsync(calls[1], Stop))!.ReplyId);
        await storage.Outbox.CompleteAsync(calls[1], 78, Stop);
        Assert.Null((await storage.Outbox.BeginAsync(calls[2], Stop))!.ReplyId);
        Assert.Null((await storage.Outbox.BeginAsync(calls[3], Stop))!.ReplyId);
        Assert.Null((await storage.Outbox.BeginAsync(calls[4], Stop))!.ReplyId);
        Assert.Equal(77, (await storage.Conversations.FindAsync(1, Stop))!.ReplyMessageId);
    }

    [Fact]
    public async Task A_blocked_chat_loses_its_pending_messages_and_takes_no_new_ones_until_it_is_unblocked()
    {
        var storage = Open();
        await storage.Outbox.AddAsync([Sends(Anna, "unmistakable"), Sends(Bohdan, "b")], Stop);
        await storage.Chats.SetMayWriteAsync(Anna, false, Stop);
        Assert.Equal(Bohdan, Assert.Single(await storage.Outbox.ReadWaitingAsync(0, 10, Stop)).Content.ChatId);
        Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));

        storage = Open();
        Assert.Equal("d", TextOf(Assert.Single(await storage.Outbox.AddAsync([Sends(Anna, "c"), Sends(Bohdan, "d")], Stop))));
        await storage.Chats.SetMayWriteAsync(Anna, true, Stop);
        Assert.Single(await storage.Outbox.AddAsync([Sends(Anna, "e")], Stop));
    }

    [Fact]
    public async Task Pruning_keeps_what_waits_and_ids_go_on_growing()
    {
        var outbox = Open().Outbox;
        var calls = await outbox.AddAsync([Sends(Anna, "a"), Sends(Anna, "b"), Sends(Anna, "c"), Sends(Anna, "d")], Stop);
        await outbox.CompleteAsync(calls[0], 1, Stop);
        await outbox.GiveUpAsync(calls[3].Id, "Refused.", Stop);
        await outbox.BeginAsync(calls[1], Stop);
        Time.Now = Time.Now.AddDays(1);
        await outbox.PruneAsync(Time.Now, Stop);

        var storage = Open();
        Assert.Equal(0, (await storage.Chats.GetStatisticsAsync(Stop)).MessagesGivenUp);
        Assert.Equal((1, 0), await storage.Outbox.RecoverAsync(Stop));
        Assert.Equal([calls[1].Id, calls[2].Id], (await storage.Outbox.ReadWaitingAsync(0, 10, Stop)).Select(call => call.Id));
        Assert.True(Assert.Single(await storage.Outbox.AddAsync([Sends(Anna, "e")], Stop)).Id > calls[3].Id);
    }

    [Fact]
    public async Task A_wait_that_the_service_asked_for_outlives_the_process()
    {
        var outbox = Open().Outbox;
        await outbox.HoldAsync(Anna, TimeSpan.FromSeconds(3), Stop);
        await outbox.HoldAsync(Anna, TimeSpan.FromSeconds(7), Stop);
        await outbox.HoldAsync(Bohdan, TimeSpan.FromSeconds(1), Stop);
        PassOfWaits(TimeSpan.FromSeconds(2));
        var (chat, left) = Assert.Single(await Open().Outbox.ReadHoldsAsync(Stop));
        Assert.Equal(Anna, chat);
        Assert.InRange(left, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        PassOfWaits(TimeSpan.FromSeconds(5));
        await outbox.PruneAsync(Time.Now, Stop);
        Assert.Empty(await outbox.ReadHoldsAsync(Stop));
    }

    [Fact]
    public async Task A_clock_that_was_wrong_makes_no_wait_longer_than_it_was_told()
    {
        var right = Time.Now;
        Time.Now = right.AddDays(1);
        await Open().Outbox.HoldAsync(Anna, TimeSpan.FromSeconds(3), Stop);
        Time.Now = right;
        var (chat, left) = Assert.Single(await Open().Outbox.ReadHoldsAsync(Stop));
        Assert.Equal(Anna, chat);
        Assert.InRange(left, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(3));
    }

    /// <summary>Lets time pass by the clock that waits go by.</summary>
    private protected virtual void PassOfWaits(TimeSpan time) => Time.Now += time;

    private static NewOutboxMessage WithFile(NewOutboxMessage message) => message with { Request = message.Request with { File = "an unmistakable file" } };
}
