using NewsBot.Cli;
using NewsBot.Tests.Host.Cli;

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
        Assert.Contains("pg_dump", (await RunAsync("backup", Path.Combine(folder.Path, "copy.db"))).Error, StringComparison.Ordinal);
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
