using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Hosting;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Core.Retrieval;

namespace NewsBot.Tests.Host.Archive;

public sealed partial class ArchiveIndexTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ListLogger<PassageIndexFiles> logger = new();
    private readonly FakeArticleStore store = new();
    private readonly List<ArchiveIndex> opened = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        opened.ForEach(index => index.Dispose());
        folder.Dispose();
    }

    [Fact]
    public async Task An_empty_archive_has_an_empty_index()
    {
        var index = Open();
        Assert.True(index.Current.IsEmpty);
        await index.UpdateAsync(null, Stop);
        Assert.True(index.Current.IsEmpty);
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public async Task What_comes_in_changes_and_goes_is_followed()
    {
        var index = Open();
        await AddAsync(1, 20, "talks");
        await index.UpdateAsync(null, Stop);
        Assert.Equal(20, Found(index, "talk").Count);

        await store.AddAsync([Article(3, "A volcano erupted."), Article(4, "Talks again."), Article(21, "Talks."), Article(21, "Volcano.")], Stop);
        store.Remove("n5");
        await index.UpdateAsync(null, Stop);
        Assert.Equal(18, Found(index, "talk").Count);
        Assert.Equal(2, Found(index, "volcano").Count);
    }

    [Fact]
    public async Task Many_small_updates_make_few_segments_and_a_file_at_the_threshold()
    {
        var index = Open();
        for (var round = 0; round < 30; round++)
        {
            await AddAsync((round * 10) + 1, 10, "talks");
            store.Remove($"n{(round * 10) + 1}");
            await index.UpdateAsync(null, Stop);
            Assert.InRange(index.Current.Segments.Count, 1, ArchiveIndex.MaxRecentSegments);
            Assert.Equal((round + 1) * 9, Found(index, "talk").Count);
        }

        await AddAsync(1_000, ArchiveIndex.MergeThreshold, "talks");
        await index.UpdateAsync(null, Stop);
        Assert.Single(index.Current.Segments);
        Assert.Single(Directory.EnumerateFiles(folder.Path));
        Assert.Equal(270 + ArchiveIndex.MergeThreshold, Found(index, "talk").Count);
    }

    [Fact]
    public async Task Another_start_reads_the_file_and_what_came_after_it()
    {
        await AddAsync(1, 500, "talks");
        await Open().UpdateAsync(null, Stop);
        await AddAsync(600, 7, "talks");
        var reads = store.Reads;

        var progress = new List<(int Done, int Of)>();
        var index = Open();
        await index.UpdateAsync((done, of) => progress.Add((done, of)), Stop);
        Assert.Equal(507, Found(index, "talk").Count);
        Assert.Equal(7, store.Reads - reads);
        Assert.Equal([(7, 7)], progress);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_missing_or_damaged_file_is_made_again(bool damaged)
    {
        await AddAsync(1, 500, "talks");
        await Open().UpdateAsync(null, Stop);
        var path = Assert.Single(Directory.GetFiles(folder.Path));
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        bytes[bytes.Length / 2] ^= 0x10;
        File.Delete(path);
        if (damaged)
            await File.WriteAllBytesAsync(path, bytes, Stop);

        var index = Open();
        await index.UpdateAsync(null, Stop);
        Assert.Equal(500, Found(index, "talk").Count);
        Assert.Equal(damaged ? 1 : 0, logger.Warnings.Count);
        Assert.Equal(500, PassagesOfFile());
    }

    [Fact]
    public async Task Two_indexes_over_one_folder_and_archive_agree()
    {
        var (first, second) = (Open(), Open());
        for (var round = 0; round < 6; round++)
        {
            await AddAsync((round * 300) + 1, 300, "talks");
            await Task.WhenAll(Task.Run(() => first.UpdateAsync(null, Stop), Stop), Task.Run(() => second.UpdateAsync(null, Stop), Stop));
            Assert.Equal((round + 1) * 300, Found(first, "talk").Count);
            Assert.Equal((round + 1) * 300, Found(second, "talk").Count);
        }

        Assert.Empty(logger.Warnings);
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.Path), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Questions_are_answered_while_updates_swap_and_merge()
    {
        var index = Open();
        await AddAsync(1, 300, "talks");
        await index.UpdateAsync(null, Stop);
        var done = false;
        var questions = Task.Run(
            () =>
            {
                var least = 300;
                while (!Volatile.Read(ref done))
                {
                    var count = Found(index, "talk").Count;
                    Assert.True(count >= least);
                    least = count;
                }
            },
            Stop);
        for (var round = 1; round <= 8; round++)
        {
            await AddAsync(round * 1_000, 150, "talks");
            await index.UpdateAsync(null, Stop);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Volatile.Write(ref done, true);
        await questions;
        Assert.Equal(1_500, Found(index, "talk").Count);
    }

    [Fact]
    public async Task A_cancelled_update_leaves_the_index_as_it_was_and_the_next_completes_it()
    {
        var index = Open();
        await AddAsync(1, 10, "talks");
        await index.UpdateAsync(null, Stop);
        await AddAsync(11, 400, "talks");
        await store.AddAsync([Article(1, "A volcano erupted.")], Stop);
        using var cancellation = new CancellationTokenSource();
        store.OnRead = cancellation.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.UpdateAsync(null, cancellation.Token));
        Assert.Equal(10, Found(index, "talk").Count);

        store.OnRead = () => { };
        await index.UpdateAsync(null, Stop);
        Assert.Equal(409, Found(index, "talk").Count);
    }

    [Fact]
    public async Task Without_a_folder_to_write_to_the_index_works_from_memory_and_says_so_once()
    {
        using var index = new ArchiveIndex(store, new PassageIndexFiles(folder.File("file", "no folder"), logger));
        for (var round = 0; round < 3; round++)
        {
            await AddAsync((round * 450) + 1, 450, "talks");
            await index.UpdateAsync(null, Stop);
            Assert.Equal((round + 1) * 450, Found(index, "talk").Count);
            Assert.InRange(index.Current.Segments.Count, 1, ArchiveIndex.MaxRecentSegments);
        }

        Assert.Contains("stays in memory", Assert.Single(logger.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_are_found_though_the_merge_that_they_cause_fails()
    {
        using var index = new ArchiveIndex(store, new PassageIndexFiles(folder.File("file", "no folder"), new FullLog()));
        await AddAsync(1, 450, "talks");
        await Assert.ThrowsAsync<InvalidOperationException>(() => index.UpdateAsync(null, Stop));
        Assert.Equal(450, Found(index, "talk").Count);
        await AddAsync(451, 10, "talks");
        await index.UpdateAsync(null, Stop);
        Assert.Equal(460, Found(index, "talk").Count);
    }

    [Fact]
    public async Task A_file_that_is_cut_while_serving_is_made_again_at_the_next_update()
    {
        var index = Open();
        await AddAsync(1, 500, "talks");
        await index.UpdateAsync(null, Stop);
        var path = Assert.Single(Directory.GetFiles(folder.Path));
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
            file.SetLength(10);
        Assert.Equal(500, Found(index, "talk").Count);
        await index.UpdateAsync(null, Stop);
        Assert.Equal(500, PassagesOfFile());
        Assert.Contains("written again", Assert.Single(logger.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_SQLite_a_new_database_with_as_many_lines_gets_an_index_of_its_own()
    {
        await IngestAsync("talks");
        File.Delete(Path.Combine(folder.Path, "archive.db"));
        await IngestAsync("volcano");
        Assert.Contains("another archive", Assert.Single(logger.Warnings), StringComparison.Ordinal);

        async Task IngestAsync(string word)
        {
            using var articles = SqliteStore();
            await articles.AddAsync([.. Enumerable.Range(1, 450).Select(id => Article(id, $"Of {word} number {id}."))], Stop);
            using var index = new ArchiveIndex(articles, new PassageIndexFiles(folder.Path, logger));
            await index.UpdateAsync(null, Stop);
            Assert.Equal(word == "talks" ? 450 : 0, Found(index, "talk").Count);
            Assert.Equal(word == "talks" ? 0 : 450, Found(index, "volcano").Count);
            Assert.Single(Directory.EnumerateFiles(folder.Path, "*.index"));
        }
    }

    [Fact]
    public async Task Over_SQLite_a_restored_backup_that_went_on_otherwise_gets_an_index_of_its_own()
    {
        var database = Path.Combine(folder.Path, "archive.db");
        using (var articles = SqliteStore())
            await articles.AddAsync([Article(1, "The first text.")], Stop);
        File.Copy(database, database + ".backup");
        await GoOnAsync("talks");
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
        File.Move(database + ".backup", database, overwrite: true);
        await GoOnAsync("volcano");
        Assert.Contains("another archive", Assert.Single(logger.Warnings), StringComparison.Ordinal);

        async Task GoOnAsync(string word)
        {
            using var articles = SqliteStore();
            await articles.AddAsync([.. Enumerable.Range(2, 450).Select(id => Article(id, $"Of {word} number {id}."))], Stop);
            using var index = new ArchiveIndex(articles, new PassageIndexFiles(folder.Path, logger));
            await index.UpdateAsync(null, Stop);
            Assert.Equal(450, Found(index, word == "talks" ? "talk" : word).Count);
        }
    }

    [Fact]
    public async Task Over_SQLite_an_archive_that_may_not_be_written_is_searched_all_the_same()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("root may write everything");
            return;
        }

        using (var articles = SqliteStore())
            await articles.AddAsync([.. Enumerable.Range(1, 450).Select(id => Article(id, $"Of talks number {id}."))], Stop);
        var mode = File.GetUnixFileMode(folder.Path);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            using var articles = SqliteStore();
            using var index = new ArchiveIndex(articles, new PassageIndexFiles(folder.Path, logger));
            await index.UpdateAsync(null, Stop);
            Assert.Equal(450, Found(index, "talk").Count);
            Assert.Contains("stays in memory", Assert.Single(logger.Warnings), StringComparison.Ordinal);
            await Assert.ThrowsAsync<StoreException>(() => articles.AddAsync([Article(999, "More.")], Stop));
        }
        finally
        {
            File.SetUnixFileMode(folder.Path, mode);
        }
    }

    [Fact]
    public async Task Over_SQLite_articles_on_damaged_pages_are_left_out_and_the_rest_is_found()
    {
        using (var articles = SqliteStore())
            await articles.AddAsync([.. Enumerable.Range(1, 450).Select(id => Article(id, $"Of talks number {id}. {new string('x', 300)}"))], Stop);
        var database = Path.Combine(folder.Path, "archive.db");
        var bytes = await File.ReadAllBytesAsync(database, Stop);
        var page = bytes.AsSpan().IndexOf("Of talks number 200."u8) / 8192 * 8192;
        bytes.AsSpan(page, 64).Fill(0xA5);
        await File.WriteAllBytesAsync(database, bytes, Stop);

        var (health, told) = (new ServiceHealth(), new ListLogger<SqliteArticleStore>());
        using var damaged = new SqliteArticleStore(new SqliteArchive(Options.Create(new ArchiveOptions { Path = folder.Path })), TimeProvider.System, health, told);
        using var index = new ArchiveIndex(damaged, new PassageIndexFiles(folder.Path, logger));
        await index.UpdateAsync(null, Stop);
        Assert.InRange(Found(index, "talk").Count, 380, 449);
        Assert.Contains("are damaged", Assert.Single(told.Warnings), StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Degraded, (await health.CheckHealthAsync(new HealthCheckContext(), Stop)).Status);
    }

    private SqliteArticleStore SqliteStore() =>
        new(new SqliteArchive(Options.Create(new ArchiveOptions { Path = folder.Path })), TimeProvider.System);

    private ArchiveIndex Open(string shared = "")
    {
        var index = new ArchiveIndex(store, new PassageIndexFiles(folder.Path, logger, shared));
        opened.Add(index);
        return index;
    }

    private int PassagesOfFile() =>
        MadeUpArticles.Open(File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder.Path)))).PassageCount;

    private async Task AddAsync(int first, int count, string word) =>
        await store.AddAsync([.. Enumerable.Range(first, count).Select(id => Article(id, $"There were {word} number {id}."))], Stop);

    private static Article Article(int id, string body) => new() { Id = $"n{id}", Title = "Untitled", Body = body };

    private static IReadOnlyList<PassageCandidate> Found(ArchiveIndex index, string term) =>
        index.Current.Search(new PassageQuery { Terms = [new WeightedTerm(term, 1)], Count = 10_000 });

    /// <summary>A log that fails: a bug in the middle of the merge.</summary>
    private sealed class FullLog : ILogger<PassageIndexFiles>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("There is no room left.");
    }
}
