using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

/// <summary>A process that was stopped, lost its chats to another and goes on without knowing it.</summary>
public sealed class PostgresFenceTests : IDisposable
{
    private const long Ann = 101;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    private readonly PostgresChatDatabase database = new();
    private readonly ManualTime time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task It_can_neither_end_an_update_nor_begin_another_and_the_next_holder_can()
    {
        var (old, oldLeases) = await OpenAsync("old");
        await old.Inbox.AddAsync([Update(1), Update(2)], Stop);
        Assert.NotNull(await old.Inbox.BeginAsync(1, Stop));
        var (next, _) = await TakeOverAsync("next");

        Assert.True(oldLeases.HasChat(Ann));
        Assert.Empty(await old.Inbox.CompleteAsync(1, Sends("stale"), Stop));
        Assert.Null(await old.Inbox.BeginAsync(2, Stop));
        await old.Inbox.SetAsideAsync(1, "It failed.", Stop);
        Assert.Equal([1, 2], (await next.Inbox.ReadWaitingAsync(0, 9, Stop)).Select(update => update.Update.Id));
        Assert.NotNull(await next.Inbox.BeginAsync(1, Stop));
        Assert.Single(await next.Inbox.CompleteAsync(1, Sends("fresh"), Stop));
        Assert.Empty(await old.Inbox.CompleteAsync(1, Sends("stale"), Stop));
        Assert.Contains("fresh", Assert.Single(await next.Outbox.ReadWaitingAsync(0, 9, Stop)).Content.Request.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_begins_no_message_and_gives_none_up_but_what_it_sent_is_noted()
    {
        var (old, _) = await OpenAsync("old");
        var messages = await old.Outbox.AddAsync([.. Sends("one").Messages, .. Sends("two").Messages], Stop);
        Assert.NotNull(await old.Outbox.BeginAsync(messages[0], Stop));
        var (next, _) = await TakeOverAsync("next");
        Assert.Equal((1, 0), await next.Outbox.RecoverAsync(SlotSet.All, Stop));

        Assert.Null(await old.Outbox.BeginAsync(messages[1], Stop));
        await old.Outbox.GiveUpAsync(messages[1].Id, "It failed.", Stop);
        await old.Outbox.CompleteAsync(messages[0], 5, Stop);
        Assert.Null(await next.Outbox.BeginAsync(messages[0], Stop));
        Assert.NotNull(await next.Outbox.BeginAsync(messages[1], Stop));
        await old.Outbox.ReturnAsync(messages[1].Id, "Too many requests.", Stop);
        Assert.Empty(await next.Outbox.ReadWaitingAsync(0, 9, Stop));
    }

    [Fact]
    public async Task A_process_that_was_not_replaced_goes_on_whatever_the_clock_says()
    {
        var (old, _) = await OpenAsync("old");
        await old.Inbox.AddAsync([Update(1)], Stop);
        database.Server.Execute("UPDATE processes SET until = until - interval '1 hour'");
        Assert.NotNull(await old.Inbox.BeginAsync(1, Stop));
        Assert.Single(await old.Inbox.CompleteAsync(1, Sends("answer"), Stop));
    }

    [Fact]
    public async Task A_group_that_moves_goes_to_the_slot_of_its_new_id()
    {
        var (storage, _) = await OpenAsync("old");
        await storage.Inbox.AddAsync([new StoredUpdate(1, -5, """{"update_id":1,"message":{"chat":{"id":-5},"from":{"id":101},"text":"a"}}""")], Stop);
        await storage.Outbox.AddAsync([new NewOutboxMessage(-5, new BotRequest("sendMessage", """{"chat_id":-5,"text":"b"}"""))], Stop);
        await storage.Chats.MoveAsync(-5, -100_006, Stop);
        Assert.Equal(-100_006, Assert.Single(await storage.Inbox.ReadWaitingAsync(SlotSet.OfChats([-100_006]), 0, 9, Stop)).Update.Lane);
        Assert.Equal(-100_006, Assert.Single(await storage.Outbox.ReadWaitingAsync(SlotSet.OfChats([-100_006]), 0, 9, Stop)).Content.ChatId);
    }

    private static StoredUpdate Update(long id) => new(id, Ann, $$"""{"update_id":{{id}},"message":{"chat":{"id":101},"from":{"id":101},"text":"a"} }""");

    private static UpdateResult Sends(string text) => new() { Messages = [new NewOutboxMessage(Ann, new BotRequest("sendMessage", $$"""{"chat_id":101,"text":"{{text}}"}"""))] };

    private async Task<(ChatStorage Storage, Leases Leases)> OpenAsync(string owner)
    {
        var leases = new Leases(isShared: true, time);
        var wish = new LeaseWish(owner, Length) { TakesSlots = true };
        leases.Apply(wish, await new PostgresLeaseStore(database.Server.Open()).RenewAsync(wish, Stop), time.GetTimestamp());
        return (database.Open(time, leases), leases);
    }

    private Task<(ChatStorage Storage, Leases Leases)> TakeOverAsync(string owner)
    {
        database.Server.Execute("UPDATE processes SET until = until - interval '1 hour'");
        return OpenAsync(owner);
    }
}
