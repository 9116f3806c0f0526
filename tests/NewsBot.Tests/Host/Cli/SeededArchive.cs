using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Cli;

/// <summary>An archive that holds the seeds, made once for the tests of a class.</summary>
public sealed class SeededArchive : IAsyncLifetime
{
    private readonly TempFolder folder = new();

    public string Path => System.IO.Path.Combine(folder.Path, "data");

    public async ValueTask InitializeAsync()
    {
        var run = await CommandRun.OfAsync("ingest", "--data", Path, RepositoryFiles.At("seeds"));
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The stored article.</summary>
    public async Task<Article> FindAsync(string id)
    {
        using var store = new SqliteArticleStore(new SqliteArchive(Options.Create(new ArchiveOptions { Path = Path })), TimeProvider.System);
        return (await store.FindAsync(id, TestContext.Current.CancellationToken))!.Article;
    }
}
