using System.Diagnostics;
using NewsBot.Cli;
using NewsBot.Hosting;
using NewsBot.Storage.Postgres;
using NewsBot.Tests.Host.Cli;
using Npgsql;

namespace NewsBot.Tests.Host.Storage.Postgres;

/// <summary>The commands on PostgreSQL, in the composition that serves.</summary>
public sealed class PostgresCommandTests : IDisposable
{
    private readonly PostgresServer server = new(isEmpty: true);
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        folder.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task An_empty_database_is_migrated_takes_articles_in_answers_and_is_whole()
    {
        Assert.Contains("is up to date now", (await RunAsync("migrate")).Output, StringComparison.Ordinal);
        var articles = folder.File("a.jsonl", Line("Mayor Ilse Brandt cut the ribbon."));
        Assert.Equal(ExitCode.Done, (await RunAsync("ingest", articles)).Code);
        Assert.Contains("Ilse Brandt", (await RunAsync("ask", "Who cut the ribbon at the harbour of Varn?")).Output, StringComparison.Ordinal);
        Assert.Contains("store: whole, 1 articles", (await RunAsync("check")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_holds_everything_shows_no_password_and_overwrites_nothing()
    {
        Assert.Equal(ExitCode.Done, (await RunAsync("ingest", folder.File("a.jsonl", Line("Mayor Ilse Brandt cut the ribbon.")))).Code);
        var copy = Path.Combine(folder.Path, "archive.dump");
        var made = await RunAsync("backup", copy);
        Assert.Equal("", made.Error);
        Assert.Contains("is a copy of postgres://", made.Output, StringComparison.Ordinal);
        Assert.Equal("PGDMP", System.Text.Encoding.ASCII.GetString((await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken))[..5]));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
        Assert.Contains("is there already", (await RunAsync("backup", copy)).Error, StringComparison.Ordinal);

        using var restored = new PostgresServer(isEmpty: true);
        Restore(copy, restored.ConnectionString);
        Assert.Equal(1L, restored.Ask("SELECT count(*) FROM articles"));
    }

    [Fact]
    public void A_machine_without_the_program_is_told_what_to_install_and_a_refused_copy_leaves_nothing()
    {
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        var copy = Path.Combine(folder.Path, "archive.dump");
        Assert.Contains("postgresql-client", Assert.Throws<StoreException>(() => new PostgresDump("pg_dump-of-nobody").Write(settings, copy)).Message, StringComparison.Ordinal);
        settings.Password = "wrong-and-secret";
        var refused = Assert.Throws<StoreException>(() => new PostgresDump().Write(settings, copy)).Message;
        Assert.StartsWith("pg_dump failed: ", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-and-secret", refused, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    private static void Restore(string copy, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(
            "pg_restore", [$"--host={settings.Host}", $"--port={settings.Port}", $"--username={settings.Username}", $"--dbname={settings.Database}", copy]);
        start.Environment["PGPASSWORD"] = settings.Password;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task An_archive_on_SQLite_is_copied_and_compared()
    {
        var articles = folder.File("a.jsonl", Line(""));
        var there = Path.Combine(folder.Path, "there");
        Assert.Equal(ExitCode.Done, (await CommandRun.OfAsync("ingest", articles, "--data", there)).Code);
        var copy = await RunAsync("migrate", "--from", "sqlite:" + there);
        Assert.Equal(ExitCode.Done, copy.Code);
        Assert.Contains("articles: 1 rows there, 1 here, the same", copy.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not the same", copy.Output, StringComparison.Ordinal);
        Assert.Contains("Harbour opens", (await RunAsync("search", "harbour Varn")).Output, StringComparison.Ordinal);
    }

    private static string Line(string end) =>
        $$"""{"title":"Harbour opens","body":"The harbour of Varn opened on Monday after four years. {{end}}","published_at":"2024-05-06"}""" + "\n";

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(
        new NewsBotApp([new("Storage:Provider", "postgres"), new("Storage:ConnectionString", server.ConnectionString)]),
        [.. arguments, "--data", Path.Combine(folder.Path, "data")]);
}
