using Microsoft.Data.Sqlite;
using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteSubscriptionStoreTests : SubscriptionStoreContract, IDisposable
{
    private readonly SqliteChatFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_chat_that_wanted_the_summary_before_it_had_an_hour_is_asked_and_not_guessed()
    {
        var archive = folder.Archive();
        Directory.CreateDirectory(archive.Folder);
        await using (var connection = new SqliteConnection($"Data Source={archive.Path};Pooling=False"))
        {
            await connection.OpenAsync(Stop);
            SqliteMigrations.Apply(connection, [.. SqliteMigrations.All.TakeWhile(migration => migration.Name != "daily summaries")]);
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO chats (chat_id, may_write, is_subscribed) VALUES (1, 1, 1), (2, 0, 1), (3, 1, 0)";
            await command.ExecuteNonQueryAsync(Stop);
        }

        var subscriptions = Open().Subscriptions;
        var asked = Assert.Single(await subscriptions.ReadDueAsync(Time.Now, 10, Stop));
        Assert.Equal((1, SubscriptionState.Unfinished, null, null), (asked.Place.ChatId, asked.State, asked.Zone, asked.At));
        Assert.Equal(SubscriptionState.Blocked, (await subscriptions.FindAsync(2, Stop))!.State);
        Assert.Null(await subscriptions.FindAsync(3, Stop));
    }

    private protected override ChatStorage Open() => folder.Open(Time);

    protected override IReadOnlyList<string> ReadAllTexts() => folder.ReadAllTexts();
}
