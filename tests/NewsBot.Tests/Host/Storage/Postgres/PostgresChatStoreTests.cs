using NewsBot.Chats;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresChatStoreTests : ChatStoreContract, IDisposable
{
    private readonly PostgresChatDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Who_is_forgotten_while_another_process_completes_an_update_leaves_nothing()
    {
        var (one, two) = (Open(), Open());
        await one.Inbox.AddAsync([Message(1, Group, "unmistakable")], Stop);

        // The other process has the update, and stands before the last row of its exchange.
        using var before = database.Hold("LOCK TABLE cited_articles");
        var completing = one.Inbox.CompleteAsync(1, new UpdateResult { Exchange = Exchange(1, Group, "unmistakable"), Messages = [Sends(Group, "answer")] }, Stop);
        database.WaitForWaiters(1);
        var forgetting = two.Chats.ForgetAsync(Anna, Stop);
        database.WaitForWaiters(2);
        before.Commit();
        Assert.Single(await completing);
        await forgetting;
        Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));
        Assert.Equal(0L, database.Server.Ask("SELECT count(*) FROM exchanges"));
    }

    [Fact]
    public async Task However_the_two_meet_nothing_of_a_forgotten_person_is_left()
    {
        var (one, two) = (Open(), Open());
        for (var id = 1; id <= 50; id++)
        {
            var chat = id % 2 == 0 ? Group : Anna;
            await one.Inbox.AddAsync([Message(id, chat, "unmistakable")], Stop);
            await one.Inbox.BeginAsync(id, Stop);
            await Task.WhenAll(
                Task.Run(() => one.Inbox.CompleteAsync(id, new UpdateResult { Exchange = Exchange(id, chat, "unmistakable") }, Stop), Stop),
                Task.Run(() => two.Chats.ForgetAsync(Anna, Stop), Stop));
            Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));
        }

        Assert.Equal(0L, database.Server.Ask("SELECT count(*) FROM chats WHERE chat_id = 101"));
    }

    [Fact]
    public async Task A_quoted_half_of_a_character_and_an_escaped_nul_are_no_obstacle()
    {
        var storage = Open();
        var update = new StoredUpdate(1, Group, """{"update_id":1,"message":{"chat":{"id":-200},"from":{"id":101},"text":"a\u0000b\ud83d","x":[{"chat":{"id":-200}}]}}""");
        await storage.Inbox.AddAsync([update], Stop);
        await storage.Chats.MoveAsync(Group, -300, Stop);
        var moved = Assert.Single(await storage.Inbox.ReadWaitingAsync(0, 10, Stop)).Update;
        Assert.Equal((-300, """{"update_id":1,"message":{"chat":{"id":-300},"from":{"id":101},"text":"a\u0000b\ud83d","x":[{"chat":{"id":-200}}]}}"""), (moved.Lane, moved.Json));
        await storage.Inbox.SetAsideAsync(1, "It failed.", Stop);
        await storage.Chats.ForgetAsync(Anna, Stop);
        Assert.Equal(0L, database.Server.Ask("SELECT count(*) FROM updates WHERE payload IS NOT NULL"));
    }

    private protected override ChatStorage Open() => database.Open(Time);

    protected override string Kept(string text) => PostgresChatDatabase.Kept(text);

    protected override IReadOnlyList<string> ReadAllTexts() => database.ReadAllTexts();
}
