using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteArchiveTests : IDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_process_killed_in_mid_batch_leaves_an_archive_that_opens_without_the_batch()
    {
        using var store = new SqliteArticleStore(Archive(), TimeProvider.System);
        await store.AddAsync([Article("kept")], Stop);
        using var connection = Archive().Open();
        Run(connection, "BEGIN IMMEDIATE");
        // Large enough that SQLite writes pages of the open transaction into its journal.
        Run(connection, "INSERT INTO article_log (revision_id) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT i FROM n");

        // What a killed process leaves behind is what lies on the disk now.
        using var crashed = new TempFolder();
        foreach (var file in Directory.GetFiles(folder.Path).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(crashed.Path, Path.GetFileName(file)));

        using var reopened = new SqliteArticleStore(Archive(crashed.Path), TimeProvider.System);
        Assert.Equal(1, await reopened.GetLastSequenceAsync(Stop));
        Assert.Equal([IngestOutcome.Unchanged, IngestOutcome.Added], await reopened.AddAsync([Article("kept"), Article("next")], Stop));
    }

    [Fact]
    public async Task An_archive_of_an_older_version_is_brought_up_to_date_with_its_articles()
    {
        using (var old = Raw())
        {
            Assert.Single(SqliteMigrations.Apply(old, [.. SqliteMigrations.All.Take(1)]));
            Run(old, """
                INSERT INTO articles VALUES (1, 'old', NULL, 7, 0);
                INSERT INTO revisions VALUES (7, 1, 1, 'hash', 'Title', NULL, NULL, NULL, NULL, NULL, NULL, 0, 'Body.');
                """);
        }

        var archive = Archive();
        Assert.Equal(SqliteMigrations.All.Count - 1, archive.Migrate().Count);
        Assert.Empty(archive.Migrate());
        using var store = new SqliteArticleStore(archive, TimeProvider.System);
        Assert.Equal(new ArticleLogEntry(1, 7, null), Assert.Single(await store.ReadLogAsync(0, Stop).ToListAsync(Stop)));
        Assert.Equal("Body.", (await store.FindAsync("old", Stop))!.Article.Body);
    }

    [Fact]
    public void An_empty_file_that_lies_there_is_no_new_archive()
    {
        var path = Path.Combine(folder.Path, "archive.db");
        File.WriteAllBytes(path, []);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddYears(50));
        Assert.Contains("delete it to start a new archive", Assert.Throws<StoreException>(() => Archive().Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_that_was_made_just_now_becomes_an_archive()
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "archive.db"), []);
        Archive().Open().Dispose();
    }

    [Fact]
    public void A_step_that_fails_leaves_the_version_before_it()
    {
        using var connection = Raw();
        var bad = new SqliteMigration(SqliteMigrations.All.Count + 1, "bad", "CREATE TABLE t (x); SELECT nothing FROM nowhere;");
        Assert.Throws<SqliteException>(() => SqliteMigrations.Apply(connection, [.. SqliteMigrations.All, bad]));
        Assert.Empty(SqliteMigrations.Apply(connection, SqliteMigrations.All));
    }

    [Fact]
    public void The_steps_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, SqliteMigrations.All.Count), SqliteMigrations.All.Select(migration => migration.Number));

    [Fact]
    public async Task Several_that_start_at_once_migrate_once()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Archive().Migrate().Count)));
        Assert.Equal(SqliteMigrations.All.Count, opened.Sum());
    }

    [Fact]
    public void An_archive_of_a_newer_version_is_refused()
    {
        using (var connection = Archive().Open())
            Run(connection, "PRAGMA user_version = 9999");
        Refused("written by a newer version");
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        using (var connection = Raw())
            Run(connection, "CREATE TABLE bookmarks (url TEXT)");
        Refused("belongs to another program");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        folder.File("archive.db", string.Concat(Enumerable.Repeat("This is a text. ", 1000)));
        Refused("is not a newsbot archive");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_sentence()
    {
        var file = folder.File("file", "x");
        var failure = Assert.Throws<StoreException>(() => Archive(Path.Combine(file, "below")).Open());
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task A_damaged_archive_is_a_sentence()
    {
        using (var store = new SqliteArticleStore(Archive(), TimeProvider.System))
            await store.AddAsync([.. Enumerable.Range(0, 100).Select(number => Article($"n{number}"))], Stop);
        using (var file = File.OpenWrite(Path.Combine(folder.Path, "archive.db")))
        {
            file.Position = 8192;
            file.Write(new byte[file.Length - 8192].AsSpan());
        }

        using var damaged = new SqliteArticleStore(Archive(), TimeProvider.System);
        var failure = await Assert.ThrowsAsync<StoreException>(() => damaged.AddAsync([Article("x")], Stop));
        Assert.Contains("is damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_archive_is_worth_another_try()
    {
        using var other = Archive().Open();
        Run(other, "BEGIN IMMEDIATE");
        var impatient = new SqliteArchive(Options.Create(new ArchiveOptions { Path = folder.Path })) { BusyTimeout = TimeSpan.Zero };
        using (var waiting = new SqliteArticleStore(impatient, TimeProvider.System))
        {
            Assert.Equal(0, await waiting.CountAsync(Stop));
            var failure = await Assert.ThrowsAsync<StoreException>(() => waiting.AddAsync([Article("x")], Stop));
            Assert.True(failure.IsTransient);
            Assert.Contains("in use by another process", failure.Message, StringComparison.Ordinal);
        }

        Run(other, "ROLLBACK");
        using var store = new SqliteArticleStore(Archive(), TimeProvider.System);
        Assert.Equal([IngestOutcome.Added], await store.AddAsync([Article("x")], Stop));
    }

    [Theory]
    [InlineData("3.50.4", true)]
    [InlineData("3.51.2", true)]
    [InlineData("3.51.3", false)]
    [InlineData("3.53.4", false)]
    public void A_library_that_damages_archives_is_refused(string version, bool isRefused)
    {
        var failure = Record.Exception(() => SqliteLibrary.RefuseFaulty(new Version(version)));
        Assert.Equal(isRefused, failure is StoreException);
    }

    [Fact]
    public void The_library_that_comes_with_the_bot_is_one_without_the_fault() => SqliteLibrary.RefuseFaulty(SqliteLibrary.Version);

    [Theory]
    [InlineData(10, 0, "cannot grow: the disk is full.")]
    [InlineData(14, 4096, "cannot grow: the disk is full.")]
    [InlineData(13, 1_000_000, "cannot grow: the disk is full.")]
    [InlineData(10, 1_000_000, "cannot be read or written; check the disk.")]
    [InlineData(14, 1_000_000, "cannot be opened for writing; check the folder and its permissions.")]
    public void A_full_disk_is_told_as_one_whatever_it_made_impossible(int code, long freeBytes, string sentence)
    {
        var failure = SqliteFailures.From(new SqliteException("x", code), "a.db", freeBytes);
        Assert.Equal($"The archive a.db {sentence}", failure.Message);

        // What could not be stored is tried again once there is room.
        Assert.Equal(sentence.Contains("full", StringComparison.Ordinal), failure.IsTransient);
    }

    private static Article Article(string id) => new() { Id = id, Title = "Title", Body = $"The text of {id}." };

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteArchive Archive(string? path = null) => new(Options.Create(new ArchiveOptions { Path = path ?? folder.Path }));

    private SqliteConnection Raw()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "archive.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Refused(string reason)
    {
        var failure = Assert.Throws<StoreException>(() => Archive().Open());
        Assert.False(failure.IsTransient);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
