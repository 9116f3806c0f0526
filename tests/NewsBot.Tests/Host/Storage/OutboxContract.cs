using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Telegram.Api;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every outbox does; one thin class per provider.</summary>
public abstract class OutboxContract : ChatStorageContract
{
    [Fact]
    public async Task Calls_wait_in_order_through_a_restart()
    {
        var outbox = Open().Outbox;
        Assert.Empty(await outbox.AddAsync([], Stop));
        var added = await outbox.AddAsync([Call(Anna, "a"), Call(Bohdan, "b", MessagePurpose.Digest), Call(Anna, "c", exchange: 5)], Stop);
        Assert.Equal(["a", "b", "c"], added.Select(call => ((SendMessage)call.Call).Html));
        Assert.All(added, call => Assert.Equal(Time.Now, call.CreatedAt));

        outbox = Open().Outbox;
        var read = await outbox.ReadWaitingAsync(0, 10, Stop);
        Assert.Equal(added.Select(Plain), read.Select(Plain));
        Assert.Equal(added[1].Id, Assert.Single(await outbox.ReadWaitingAsync(added[0].Id, 1, Stop)).Id);

        // Two lists are never equal; what they hold is compared below.
        static OutboxMessage Plain(OutboxMessage call) => call with { Call = new ShowTyping(call.Call.ChatId, null) };
    }

    [Fact]
    public async Task Every_kind_of_call_comes_back_unchanged()
    {
        IReadOnlyList<IReadOnlyList<Button>> keyboard = [[new Button("a", "data"), new Button("b", null, "https://a.com/?x=1&y='2'")], [new Button("c", "d")]];
        ChatCall[] calls =
        [
            new SendMessage(Anna, "<b>Привіт</b>") { ThreadId = 4, ReplyTo = 5, Keyboard = keyboard, PreviewUrl = "https://a.com" },
            new EditMessage(Anna, 0, "x") { Keyboard = keyboard, PreviewUrl = "https://a.com" },
            new EditKeyboard(Anna, 7, keyboard),
            new SendDocument(Anna, "a.json", "{\n}") { ThreadId = 3, CaptionHtml = "caption" },
            new ShowTyping(Anna, 6),
            new SendDraft(Anna, null, 9, ""),
        ];
        await Open().Outbox.AddAsync([.. calls.Select(call => new NewOutboxMessage(call))], Stop);
        var found = (await Open().Outbox.ReadWaitingAsync(0, 10, Stop)).Select(call => call.Call).ToList();
        Assert.Equal(calls.Select(call => Lists(call, keyboard)), found.Select(call => Lists(call, keyboard)));
        Assert.Equal(keyboard, ((SendMessage)found[0]).Keyboard);
        Assert.Equal(keyboard, ((EditMessage)found[1]).Keyboard);
        Assert.Equal(keyboard, ((EditKeyboard)found[2]).Keyboard);

        static ChatCall Lists(ChatCall call, IReadOnlyList<IReadOnlyList<Button>> keyboard) => call switch
        {
            SendMessage send => send with { Keyboard = keyboard },
            EditMessage edit => edit with { Keyboard = keyboard },
            EditKeyboard edit => edit with { Keyboard = keyboard },
            _ => call,
        };
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Any_text_comes_back_unchanged(string text)
    {
        await Open().Outbox.AddAsync([Call(Anna, text)], Stop);
        Assert.Equal(text, ((SendMessage)Assert.Single(await Open().Outbox.ReadWaitingAsync(0, 10, Stop)).Call).Html);
    }

    [Fact]
    public async Task A_call_that_was_made_is_gone_with_its_text()
    {
        var outbox = Open().Outbox;
        var calls = await outbox.AddAsync([Call(Anna, "unmistakable one"), Call(Anna, "unmistakable two"), Call(Anna, "three")], Stop);
        await outbox.BeginAsync(calls[0], Stop);
        Assert.Equal([calls[1].Id, calls[2].Id], (await outbox.ReadWaitingAsync(0, 10, Stop)).Select(call => call.Id));
        await outbox.CompleteAsync(calls[0], 5, Stop);
        await outbox.BeginAsync(calls[1], Stop);
        await outbox.GiveUpAsync(calls[1].Id, "It is refused.", Stop);
        await outbox.ReturnAsync(calls[0].Id, "Too late.", Stop);
        await outbox.ReturnAsync(calls[1].Id, "Too late.", Stop);
        Assert.Equal((0, 0), await Open().Outbox.RecoverAsync(Stop));
        Assert.Equal(calls[2].Id, Assert.Single(await outbox.ReadWaitingAsync(0, 10, Stop)).Id);
        Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_refused_for_now_waits_again_however_often()
    {
        var outbox = Open().Outbox;
        var call = Assert.Single(await outbox.AddAsync([Call(Anna, "digest", MessagePurpose.Digest)], Stop));
        for (var time = 0; time < 3; time++)
        {
            await outbox.BeginAsync(call, Stop);
            Assert.Empty(await outbox.ReadWaitingAsync(0, 10, Stop));
            await outbox.ReturnAsync(call.Id, "Too many requests.", Stop);
            Assert.Single(await outbox.ReadWaitingAsync(0, 10, Stop));
        }
    }

    [Fact]
    public async Task After_a_kill_an_answer_is_made_once_more_and_a_digest_never()
    {
        var killed = Open().Outbox;
        var calls = await killed.AddAsync([Call(Anna, "answer"), Call(Bohdan, "unmistakable", MessagePurpose.Digest), Call(Anna, "waits")], Stop);
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
        Assert.Equal(2, (await last.Chats.GetStatisticsAsync(Stop)).CallsGivenUp);
    }

    [Fact]
    public async Task The_message_sent_is_noted_in_the_exchange_and_told_to_the_edits_after_it()
    {
        var storage = Open();
        var place = new EditMessage(Anna, 0, "Edited.");
        var calls = await Handle(storage, 1, new UpdateOutcome
        {
            Exchange = Exchange(1, Anna),
            Calls = [Call(Anna, "Sent.", exchange: 1), new NewOutboxMessage(place, ExchangeId: 1), new NewOutboxMessage(place), new NewOutboxMessage(place, ExchangeId: 99), new NewOutboxMessage(place with { MessageId = 5 }, ExchangeId: 1)],
        });
        Assert.Null(await storage.Outbox.BeginAsync(calls[0], Stop));
        Assert.Null(await storage.Outbox.BeginAsync(calls[1], Stop));
        await storage.Outbox.CompleteAsync(calls[0], 77, Stop);

        storage = Open();
        Assert.Equal(77, await storage.Outbox.BeginAsync(calls[1], Stop));
        await storage.Outbox.CompleteAsync(calls[1], 78, Stop);
        Assert.Null(await storage.Outbox.BeginAsync(calls[2], Stop));
        Assert.Null(await storage.Outbox.BeginAsync(calls[3], Stop));
        Assert.Null(await storage.Outbox.BeginAsync(calls[4], Stop));
        Assert.Equal(77, (await storage.Conversations.FindAsync(1, Stop))!.ReplyMessageId);
    }

    [Fact]
    public async Task A_blocked_chat_loses_its_waiting_calls_and_takes_no_new_ones_until_it_is_unblocked()
    {
        var storage = Open();
        await storage.Outbox.AddAsync([Call(Anna, "unmistakable"), Call(Bohdan, "b")], Stop);
        await storage.Chats.SetMayWriteAsync(Anna, false, Stop);
        Assert.Equal(Bohdan, Assert.Single(await storage.Outbox.ReadWaitingAsync(0, 10, Stop)).Call.ChatId);
        Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));

        storage = Open();
        Assert.Equal("d", ((SendMessage)Assert.Single(await storage.Outbox.AddAsync([Call(Anna, "c"), Call(Bohdan, "d")], Stop)).Call).Html);
        await storage.Chats.SetMayWriteAsync(Anna, true, Stop);
        Assert.Single(await storage.Outbox.AddAsync([Call(Anna, "e")], Stop));
    }

    [Fact]
    public async Task Pruning_keeps_what_waits_and_ids_go_on_growing()
    {
        var outbox = Open().Outbox;
        var calls = await outbox.AddAsync([Call(Anna, "a"), Call(Anna, "b"), Call(Anna, "c"), Call(Anna, "d")], Stop);
        await outbox.CompleteAsync(calls[0], 1, Stop);
        await outbox.GiveUpAsync(calls[3].Id, "Refused.", Stop);
        await outbox.BeginAsync(calls[1], Stop);
        Time.Now = Time.Now.AddDays(1);
        await outbox.PruneAsync(Time.Now, Stop);

        var storage = Open();
        Assert.Equal(0, (await storage.Chats.GetStatisticsAsync(Stop)).CallsGivenUp);
        Assert.Equal((1, 0), await storage.Outbox.RecoverAsync(Stop));
        Assert.Equal([calls[1].Id, calls[2].Id], (await storage.Outbox.ReadWaitingAsync(0, 10, Stop)).Select(call => call.Id));
        Assert.True(Assert.Single(await storage.Outbox.AddAsync([Call(Anna, "e")], Stop)).Id > calls[3].Id);
    }

    [Fact]
    public async Task A_wait_that_the_service_asked_for_outlives_the_process()
    {
        var outbox = Open().Outbox;
        await outbox.HoldAsync(Anna, Time.Now.AddSeconds(7), Stop);
        await outbox.HoldAsync(Anna, Time.Now.AddSeconds(3), Stop);
        await outbox.HoldAsync(Bohdan, Time.Now.AddSeconds(1), Stop);
        Time.Now = Time.Now.AddSeconds(2);
        Assert.Equal([(Anna, Time.Now.AddSeconds(5))], await Open().Outbox.ReadHoldsAsync(Stop));
        Time.Now = Time.Now.AddSeconds(5);
        await outbox.PruneAsync(Time.Now, Stop);
        Assert.Empty(await outbox.ReadHoldsAsync(Stop));
    }
}
