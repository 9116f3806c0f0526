using NewsBot.Chats;
using NewsBot.Storage.Postgres;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Host.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresChatImportTests : ChatStorageContract, IDisposable
{
    private readonly PostgresChatDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Chats_that_are_copied_from_sqlite_go_on_as_they_were()
    {
        using var folder = new SqliteChatFolder();
        var there = folder.Open(Time);
        await there.Inbox.AddAsync([Message(1, Group, "unmistakable"), Message(2, Bohdan, "waits", Bohdan)], Stop);
        await there.Inbox.SetAsideAsync(1, "It failed.", Stop);
        await Keep(there, Exchange(5, Bohdan, person: Bohdan));
        var digest = await there.Subscriptions.KeepDigestAsync(new SentDigest(Time.Now, [new SentStory("One", "It rained.")]), Stop);
        var awaits = new AwaitedInput(AwaitedKind.City, Anna, 5, Time.Now);
        var subscription = await there.Subscriptions.ChangeAsync(
            Group, _ => new Subscription(new Place(Group, null)) { State = SubscriptionState.Active, NextDue = Time.Now, Awaits = awaits }, Stop);
        var before = Assert.Single(await there.Subscriptions.ServeAsync([Delivery(subscription!, 1, digest)], Stop));
        var import = new PostgresImport(database.Server.Open(), [new SqliteTableSource.Opener()]);
        for (var time = 0; time < 2; time++)
            Assert.All(await import.CopyAsync("sqlite:" + folder.Archive().Path, (_, _) => { }, Stop), table => Assert.True(table.IsSame, table.ToString()));

        var here = Open();
        Assert.Equal(await there.Chats.GetStatisticsAsync(Stop), await here.Chats.GetStatisticsAsync(Stop));
        var current = (await here.Subscriptions.FindAsync(Group, Stop))!;
        Assert.Equal(awaits, current.Awaits);
        var after = Assert.Single(await here.Subscriptions.ServeAsync([Delivery(current, 2, digest)], Stop));
        Assert.True(after.Id > before.Id);
        Assert.True(after.Content.ExchangeId < before.Content.ExchangeId);

        // Who sent an update, and who is awaited, stands in columns that SQLite does not have.
        await here.Chats.ForgetAsync(Anna, Stop);
        Assert.Null((await here.Subscriptions.FindAsync(Group, Stop))!.Awaits);
        Assert.DoesNotContain(ReadAllTexts(), text => text.Contains("unmistakable", StringComparison.Ordinal));
        Assert.Equal(1, (await here.Chats.GetStatisticsAsync(Stop)).WaitingUpdates);
    }

    private protected override ChatStorage Open() => database.Open(Time);

    protected override IReadOnlyList<string> ReadAllTexts() => database.ReadAllTexts();

    private DigestDelivery Delivery(Subscription subscription, int day, long digest) => new(subscription, Time.Now)
    {
        Date = new DateOnly(2026, 3, day),
        End = Time.Now,
        DigestId = digest,
        Messages = [Sends(subscription.Place.ChatId, "digest", MessagePurpose.Digest)],
    };
}
