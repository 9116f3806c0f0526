using NewsBot.Chats;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresInboxTests : InboxContract, IDisposable
{
    private readonly PostgresChatDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Two_processes_that_complete_the_same_update_give_one_set_of_messages()
    {
        var processes = new[] { Open(), Open(), Open() };
        await processes[0].Inbox.AddAsync([.. Enumerable.Range(1, 60).Select(id => Empty(id))], Stop);
        var given = await Task.WhenAll(Enumerable.Range(1, 60).SelectMany(id => processes.Select((process, number) => Task.Run(
            () => process.Inbox.CompleteAsync(
                id, new UpdateResult { Messages = [Sends(id, $"{number} first"), Sends(id, $"{number} second")], Exchange = Exchange(id, id, $"{number}") }, Stop), Stop))));

        var waiting = await Open().Outbox.ReadWaitingAsync(0, 1000, Stop);
        Assert.Equal(given.SelectMany(messages => messages).Select(message => message.Id).Order(), waiting.Select(message => message.Id));
        foreach (var messages in waiting.GroupBy(message => message.Content.ChatId))
        {
            var winner = TextOf(messages.First())[..1];
            Assert.Equal([$"{winner} first", $"{winner} second"], messages.Select(message => TextOf(message)));
            Assert.Equal(winner, (await processes[0].Conversations.FindAsync(messages.Key, Stop))!.Question);
        }

        Assert.Equal(60, waiting.GroupBy(message => message.Content.ChatId).Count());
    }

    [Fact]
    public async Task Two_processes_that_get_the_same_updates_in_another_order_store_each_once()
    {
        var (one, two) = (Open().Inbox, Open().Inbox);
        var updates = Enumerable.Range(1, 300).Select(id => Message(id, Anna, "text")).ToList();
        var added = await Task.WhenAll(one.AddAsync(updates, Stop), two.AddAsync([.. Enumerable.Reverse(updates)], Stop));
        Assert.Equal(updates.Select(update => update.Id), added.SelectMany(part => part).Select(received => received.Update.Id).Order());
    }

    [Fact]
    public async Task What_another_process_keeps_from_being_completed_is_waited_for()
    {
        var storage = Open();
        await storage.Inbox.AddAsync([Message(1, Anna, "text")], Stop);
        using var other = database.Hold("SELECT 1 FROM updates WHERE update_id = 1 FOR UPDATE");
        var completing = storage.Inbox.CompleteAsync(1, new UpdateResult { Messages = [Sends(Anna, "late")] }, Stop);
        database.WaitForWaiters(1);
        other.Commit("UPDATE updates SET ended_at = 5, state = 'handled', payload = NULL, lane = NULL WHERE update_id = 1");
        Assert.Empty(await completing);
        Assert.Empty(await storage.Outbox.ReadWaitingAsync(0, 10, Stop));
    }

    private protected override ChatStorage Open() => database.Open(Time);

    protected override string Kept(string text) => PostgresChatDatabase.Kept(text);

    protected override IReadOnlyList<string> ReadAllTexts() => database.ReadAllTexts();
}
