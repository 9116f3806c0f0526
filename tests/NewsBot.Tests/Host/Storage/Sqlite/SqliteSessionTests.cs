using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteSessionTests : IDisposable
{
    private readonly SqliteChatFolder folder = new();
    private readonly SqliteSession session;

    public SqliteSessionTests() => session = new SqliteSession(folder.Archive().Open);

    public void Dispose()
    {
        session.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Columns_set_properties_by_their_names_in_any_order()
    {
        var row = session.Query<Thing>("SELECT 1 AS is_told, 'a' AS first_name, 7 AS number").Single();
        Assert.Equal(new Thing { FirstName = "a", Number = 7, IsTold = true }, row);
        Assert.Equal(new Thing { FirstName = "b" }, session.Find<Thing>("SELECT 'b' AS first_name"));
    }

    [Fact]
    public void Columns_set_the_parameters_of_a_record_and_another_order_is_refused()
    {
        Assert.Equal(new Pair(1, "a"), session.Find<Pair>("SELECT 1 AS chat_id, 'a' AS full_name"));
        Assert.Throws<InvalidOperationException>(() => session.Find<Pair>("SELECT 'a' AS full_name, 1 AS chat_id"));
        Assert.Throws<InvalidOperationException>(() => session.Find<Pair>("SELECT 1 AS chat_id, 'a' AS name"));
    }

    [Fact]
    public void A_column_may_be_empty_in_the_first_row_and_not_in_the_next()
    {
        session.Run("INSERT INTO chats (chat_id, language) VALUES (1, NULL), (2, 'uk')");
        const string Select = "SELECT chat_id, language AS full_name FROM chats ORDER BY chat_id";
        Assert.Equal([new Pair(1, null), new Pair(2, "uk")], session.Query<Pair>(Select));
        session.Run("UPDATE chats SET language = NULL WHERE chat_id = 2");
        Assert.Equal([new Pair(1, null), new Pair(2, null)], session.Query<Pair>(Select));
        Assert.Equal([null, 3L], session.Query<Sum>("SELECT NULL AS total UNION ALL SELECT 3").Select(row => row.Total));
    }

    [Fact]
    public void Nothing_found_is_an_empty_list_or_null()
    {
        Assert.Empty(session.Query<Pair>("SELECT chat_id, language AS full_name FROM chats"));
        Assert.Null(session.Find<Pair>("SELECT chat_id, language AS full_name FROM chats"));
        Assert.Null(session.Number("SELECT max(chat_id) FROM chats"));
        Assert.Equal([1L, 2L], session.Query<long>("SELECT 1 AS number UNION ALL SELECT 2"));
    }

    private sealed record Thing
    {
        public string FirstName { get; init; } = "";

        public int Number { get; init; }

        public bool IsTold { get; init; }
    }

    private sealed record Pair(long ChatId, string? FullName);

    private sealed record Sum
    {
        public long? Total { get; init; }
    }
}
