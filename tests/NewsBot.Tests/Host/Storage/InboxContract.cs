using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every inbox does; one thin class per provider.</summary>
public abstract class InboxContract : ChatStorageContract
{
    [Fact]
    public async Task An_empty_inbox_is_empty()
    {
        var inbox = Open().Inbox;
        Assert.Empty(await inbox.ReadWaitingAsync(0, 10, Stop));
        Assert.Empty(await inbox.AddAsync([], Stop));
        Assert.Empty(await inbox.CompleteAsync(1, UpdateResult.Nothing, Stop));
        Assert.Null(await inbox.BeginAsync(1, Stop));
    }

    [Fact]
    public async Task An_update_comes_back_as_it_came()
    {
        // Not even blanks, the order of fields or half a character change.
        StoredUpdate[] updates = [Empty(2), new(3, Group, """{ "message": {"text":"a\ud83d", "x":[1, 2.50]},"update_id":3 }"""), new(4, Anna, """{"update_id":4,"poll":null}""")];
        await Open().Inbox.AddAsync(updates, Stop);
        var found = await Open().Inbox.ReadWaitingAsync(0, 10, Stop);
        Assert.Equal(updates, found.Select(received => received.Update));
        Assert.All(found, received => Assert.Equal(Time.Now, received.ReceivedAt));
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Any_text_comes_back_unchanged(string text)
    {
        await Open().Inbox.AddAsync([Message(1, Anna, text)], Stop);
        var received = Assert.Single(await Open().Inbox.ReadWaitingAsync(0, 10, Stop));
        Assert.Equal(text, TextOf(received));
    }

    [Fact]
    public async Task A_repeat_is_dropped_whether_handled_or_not_and_after_a_restart_too()
    {
        var inbox = Open().Inbox;
        StoredUpdate[] first = [Message(1, Anna, "one"), Message(2, Anna, "two"), Message(1, Anna, "again")];
        Assert.Equal([1, 2], (await inbox.AddAsync(first, Stop)).Select(received => received.Update.Id));
        await inbox.CompleteAsync(1, UpdateResult.Nothing, Stop);

        inbox = Open().Inbox;
        Assert.Equal([3], (await inbox.AddAsync([Message(2, Anna, "x"), Message(3, Anna, "three"), Message(1, Anna, "y")], Stop)).Select(received => received.Update.Id));
        Assert.Equal(["two", "three"], (await inbox.ReadWaitingAsync(0, 10, Stop)).Select(received => TextOf(received)));
    }

    [Fact]
    public async Task What_waits_is_read_by_id_page_by_page()
    {
        var inbox = Open().Inbox;
        await inbox.AddAsync([.. new long[] { 5, 3, 9, 1, 7 }.Select(id => Message(id, Anna, "text"))], Stop);
        Assert.Equal([1, 3], (await inbox.ReadWaitingAsync(0, 2, Stop)).Select(received => received.Update.Id));
        Assert.Equal([5, 7, 9], (await inbox.ReadWaitingAsync(3, 9, Stop)).Select(received => received.Update.Id));
    }

    [Fact]
    public async Task A_process_reads_the_updates_of_its_slots_only()
    {
        var inbox = Open().Inbox;
        await inbox.AddAsync([Message(1, 5, "a"), Message(2, 69, "b"), Message(3, -4, "c"), Message(4, 60, "d"), Message(5, 6, "e"), Empty(6)], Stop);
        var mine = SlotSet.OfChats([5, -4]);
        Assert.Equal([1, 2, 3, 4], (await inbox.ReadWaitingAsync(mine, 0, 9, Stop)).Select(received => received.Update.Id));
        Assert.Equal([3], (await inbox.ReadWaitingAsync(mine, 2, 1, Stop)).Select(received => received.Update.Id));
        Assert.Equal([5], (await inbox.ReadWaitingAsync(SlotSet.Of(6), 0, 9, Stop)).Select(received => received.Update.Id));
        Assert.Empty(await inbox.ReadWaitingAsync(SlotSet.None, 0, 9, Stop));
    }

    [Fact]
    public async Task Tries_are_counted_through_restarts()
    {
        await Open().Inbox.AddAsync([Message(1, Anna, "text")], Stop);
        Assert.Equal(1, (await Open().Inbox.BeginAsync(1, Stop))!.Beginnings);
        var begun = (await Open().Inbox.BeginAsync(1, Stop))!;
        Assert.Equal((2, Message(1, Anna, "text"), Time.Now), (begun.Beginnings, begun.Received.Update, begun.Received.ReceivedAt));
        Assert.Single(await Open().Inbox.ReadWaitingAsync(0, 10, Stop));
    }

    [Fact]
    public async Task An_update_is_handled_once_and_its_text_is_gone()
    {
        var storage = Open();
        await storage.Inbox.AddAsync([Message(1, Anna, "unmistakable"), Message(2, Anna, "next")], Stop);
        Assert.Contains(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));
        var outcome = new UpdateResult { Messages = [Sends(Anna, "a"), Sends(Bohdan, "b", MessagePurpose.Digest, 1)], Exchange = Exchange(1, Anna) };
        var calls = await storage.Inbox.CompleteAsync(1, outcome, Stop);
        Assert.Equal(outcome.Messages, calls.Select(call => call.Content));
        Assert.True(calls[0].Id < calls[1].Id);

        storage = Open();
        Assert.Empty(await storage.Inbox.CompleteAsync(1, new UpdateResult { Messages = outcome.Messages, Exchange = Exchange(9, Anna) }, Stop));
        Assert.Null(await storage.Conversations.FindAsync(9, Stop));
        Assert.Equal(2, (await storage.Outbox.ReadWaitingAsync(0, 10, Stop)).Count);
        Assert.Equal(2, Assert.Single(await storage.Inbox.ReadWaitingAsync(0, 10, Stop)).Update.Id);
        Assert.Null(await storage.Inbox.BeginAsync(1, Stop));
        Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_given_again_replaces_the_exchange_but_for_its_reply()
    {
        var storage = Open();
        var call = Assert.Single(await Handle(storage, 1, new UpdateResult { Messages = [Sends(Anna, "First.", exchange: 1)], Exchange = Exchange(1, Anna, "First?") }));
        await storage.Outbox.CompleteAsync(call, 77, Stop);
        var again = Exchange(1, Anna, "Second?") with { Answer = "Second.", IsSupported = false, ArticleIds = ["a", "b"], Citations = [new(1, 2, 3, 4)] };
        await Handle(storage, 2, new UpdateResult { Exchange = again });

        AssertSame(again with { ReplyMessageId = 77 }, await Open().Conversations.FindAsync(1, Stop));
        Assert.Null(await storage.Conversations.FindAsync(2, Stop));
    }

    [Fact]
    public async Task Calls_into_a_chat_that_may_not_be_written_to_are_dropped()
    {
        var storage = Open();
        await storage.Chats.SetMayWriteAsync(Anna, false, Stop);
        var calls = await Handle(storage, 1, new UpdateResult { Messages = [Sends(Anna, "a"), Sends(Bohdan, "b")] });
        Assert.Equal(Bohdan, Assert.Single(calls).Content.ChatId);
        Assert.Single(await storage.Outbox.ReadWaitingAsync(0, 10, Stop));
    }

    [Fact]
    public async Task What_is_set_aside_does_not_wait_and_is_not_handled()
    {
        var storage = Open();
        await storage.Inbox.AddAsync([Message(1, Anna, "text")], Stop);
        await storage.Inbox.SetAsideAsync(1, "It failed.", Stop);
        Assert.Empty(await Open().Inbox.ReadWaitingAsync(0, 10, Stop));
        Assert.Empty(await storage.Inbox.CompleteAsync(1, new UpdateResult { Messages = [Sends(Anna, "a")] }, Stop));
        Assert.Empty(await storage.Outbox.ReadWaitingAsync(0, 10, Stop));
        Assert.Equal(1, (await storage.Chats.GetStatisticsAsync(Stop)).UpdatesSetAside);
    }

    [Fact]
    public async Task Pruning_keeps_what_waits_and_what_is_new()
    {
        var inbox = Open().Inbox;
        await inbox.AddAsync([.. Enumerable.Range(1, 1000).Select(id => Message(id, Anna, "text"))], Stop);
        foreach (var id in Enumerable.Range(1, 1000).Where(id => id != 4))
            await (id == 3 ? inbox.SetAsideAsync(id, "It failed.", Stop) : inbox.CompleteAsync(id, UpdateResult.Nothing, Stop));
        await inbox.PruneAsync(Time.Now, Stop);
        Assert.Empty(await inbox.AddAsync([Message(1, Anna, "text")], Stop));

        Time.Now = Time.Now.AddDays(1);
        await inbox.PruneAsync(Time.Now, Stop);
        Assert.Equal(
            [1, 3, 999, 1000], (await inbox.AddAsync([.. new long[] { 1, 3, 4, 999, 1000 }.Select(id => Message(id, Anna, "x"))], Stop)).Select(received => received.Update.Id));
        Assert.Equal([1, 3, 4, 999, 1000], (await inbox.ReadWaitingAsync(0, 10, Stop)).Select(received => received.Update.Id));
    }

    [Fact]
    public async Task Many_callers_at_once_lose_nothing_and_handle_nothing_twice()
    {
        var (one, two) = (Open(), Open());
        await Task.WhenAll(Enumerable.Range(1, 200).SelectMany(id => new[] { Handled(one, id), Handled(two, id) }));
        var calls = await Open().Outbox.ReadWaitingAsync(0, 1000, Stop);
        Assert.Equal(Enumerable.Range(1, 200).Select(id => (long)id), calls.Select(call => call.Content.ChatId).Order());
        Assert.Equal(200, (await one.Chats.GetStatisticsAsync(Stop)).Questions);

        async Task Handled(ChatStorage storage, long id)
        {
            await Task.Yield();
            await storage.Inbox.AddAsync([Message(id, id, "text")], Stop);
            await storage.Inbox.BeginAsync(id, Stop);
            await storage.Inbox.CompleteAsync(id, new UpdateResult { Messages = [Sends(id, "answer")], Exchange = Exchange(id, id) }, Stop);
        }
    }

    [Fact]
    public async Task A_cancelled_caller_stores_nothing()
    {
        var inbox = Open().Inbox;
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inbox.AddAsync([Message(1, Anna, "text")], cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inbox.ReadWaitingAsync(0, 10, cancelled.Token));
        Assert.Empty(await inbox.ReadWaitingAsync(0, 10, Stop));
    }
}
