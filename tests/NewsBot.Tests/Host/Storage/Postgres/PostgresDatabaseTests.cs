using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Storage;
using NewsBot.Storage.Postgres;
using Npgsql;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresDatabaseTests : IDisposable
{
    private readonly PostgresServer server = new(isEmpty: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => server.Dispose();

    [Fact]
    public void An_empty_database_becomes_an_archive_once()
    {
        using var database = server.Open();
        Assert.False(database.Exists);
        Assert.Equal((1, "articles, their log, near duplicates, vectors, feeds"), database.Migrate()[0]);
        Assert.Empty(database.Migrate());
        Assert.Empty(server.Open().Migrate());
        Assert.True(database.Exists);
    }

    [Fact]
    public async Task Processes_that_start_at_once_apply_each_step_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => server.Open().Migrate(), Stop)));
        Assert.Equal(PostgresMigrations.All.Select(step => step.Number), applied.SelectMany(steps => steps).Select(step => step.Number).Order());
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        server.Execute("CREATE TABLE theirs (id bigint)");
        var refused = Assert.Throws<StoreException>(() => server.Open().Migrate());
        Assert.Contains("belongs to another program", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsTransient);
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused()
    {
        server.Open().Migrate();
        server.Execute("INSERT INTO schema_versions (number, name) VALUES (9999, 'of tomorrow')");
        Assert.Contains("newer version", Assert.Throws<StoreException>(() => server.Open().Migrate()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_that_another_one_was_in_the_way_of_is_run_again()
    {
        var database = server.Open();
        server.Open().Migrate();
        server.Execute("CREATE TABLE pairs (id bigint PRIMARY KEY, value bigint); INSERT INTO pairs VALUES (1, 0), (2, 0)");
        using var both = new Barrier(2);
        await Task.WhenAll(AddAsync(1, 2), AddAsync(2, 1));
        Assert.Equal(4L, server.Ask("SELECT sum(value)::bigint FROM pairs"));

        // Each takes the other's row second: the server stops one of the two.
        Task<int> AddAsync(long first, long second)
        {
            var hasMet = false;
            return database.WriteAsync(
                async session =>
                {
                    await session.RunAsync("UPDATE pairs SET value = value + 1 WHERE id = @id", ("@id", first));
                    if (!hasMet)
                    {
                        hasMet = true;
                        await Task.Run(() => both.SignalAndWait(Stop), Stop);
                    }

                    return await session.RunAsync("UPDATE pairs SET value = value + 1 WHERE id = @id", ("@id", second));
                },
                Stop);
        }
    }

    [Fact]
    public async Task A_connection_that_was_closed_while_it_was_idle_fails_nobody()
    {
        var database = server.Open();
        await database.ReadAsync(session => session.NumberAsync("SELECT 1::bigint"), Stop);
        server.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        Assert.Equal(2, await database.ReadAsync(session => session.NumberAsync("SELECT 2::bigint"), Stop));
        server.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        Assert.Equal(3, await database.WriteAsync(session => session.NumberAsync("SELECT 3::bigint"), Stop));
    }

    [Fact]
    public async Task Nothing_of_a_failed_transaction_is_stored()
    {
        var database = server.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(
            async session =>
            {
                await session.RunAsync("INSERT INTO vector_models (model_key, dimensions, stamp) VALUES ('a', 1, '')");
                throw new InvalidOperationException();
            },
            Stop));
        Assert.Equal(0L, server.Ask("SELECT count(*) FROM vector_models"));
    }

    [Fact]
    public void A_server_that_is_away_is_told_without_the_password_and_may_come_back()
    {
        var away = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Port = 1, Password = "secret-word" };
        using var database = new PostgresDatabase(Options.Create(new StorageOptions { Provider = "postgres", ConnectionString = away.ConnectionString }));
        var failure = Assert.Throws<StoreException>(() => database.Migrate());
        Assert.True(failure.IsTransient);
        Assert.Contains("cannot be reached", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", failure.Message + database.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_hosts_the_one_that_takes_writes_is_used()
    {
        var two = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        two.Host = $"127.0.0.1:1,{two.Host}:{two.Port}";
        two.TargetSessionAttributes = "primary";
        using var database = new PostgresDatabase(Options.Create(new StorageOptions { Provider = "postgres", ConnectionString = two.ConnectionString }));
        Assert.NotEmpty(database.Migrate());
    }

    [Theory]
    [InlineData("53100", "cannot grow: the disk is full.")]
    [InlineData("53200", "has no memory left")]
    [InlineData("58030", "check the server's disk")]
    [InlineData("57P03", "starts or stops just now")]
    [InlineData("25006", "name every host")]
    public async Task What_the_server_lacks_for_now_is_told_and_may_be_tried_again(string code, string sentence)
    {
        var database = server.Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => database.WriteAsync(
            session => session.RunAsync($"DO $$ BEGIN RAISE EXCEPTION 'pg' USING ERRCODE = '{code}'; END $$"), Stop));
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task Text_that_utf_8_cannot_hold_is_stored_as_long_as_it_was()
    {
        const string text = "a\0b\uD800c😀\uDC00";
        var database = server.Open();
        var row = await database.ReadAsync(session => session.FindAsync<string>("SELECT @text::text", ("@text", text)), Stop);
        Assert.Equal("a\uFFFDb\uFFFDc😀\uFFFD", row);
        Assert.Equal("plain 😀", PostgresText.Clean("plain 😀"));
    }
}
