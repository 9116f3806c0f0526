using Microsoft.Data.Sqlite;
using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

public sealed class ArchiveCareTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    private string Copy => Path.Combine(folder.Path, "copy", "archive.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_copy_is_an_archive_with_the_same_articles()
    {
        await TakeInAsync("The harbour of Velmora opened its new pier on Monday.");
        Directory.CreateDirectory(Path.GetDirectoryName(Copy)!);
        var run = await CommandRun.OfAsync("backup", Copy, "--data", Data);
        Assert.Equal((0, ""), (run.Code, run.Error));

        var found = await CommandRun.OfAsync("search", "pier of Velmora", "--data", Path.GetDirectoryName(Copy)!);
        Assert.Contains("Velmora", found.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
    }

    [Fact]
    public async Task What_was_deleted_is_not_in_a_copy()
    {
        await TakeInAsync("The harbour of Velmora opened its new pier on Monday.");
        Change("PRAGMA secure_delete = OFF; CREATE TABLE secret (word TEXT); INSERT INTO secret VALUES ('ZXQJ-4711'); PRAGMA wal_checkpoint(TRUNCATE); DELETE FROM secret;");
        Directory.CreateDirectory(Path.GetDirectoryName(Copy)!);
        Assert.Equal(0, (await CommandRun.OfAsync("backup", Copy, "--data", Data)).Code);
        Assert.DoesNotContain("ZXQJ-4711", await File.ReadAllTextAsync(Copy, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await TakeInAsync("The harbour of Velmora opened its new pier on Monday.");
        var there = folder.File("copy/archive.db", "mine");
        Assert.Contains("is there already", (await CommandRun.OfAsync("backup", there, "--data", Data)).OneSentence(ExitCode.Failed), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(there, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("check")]
    public async Task Where_there_is_no_archive_none_is_made(string command)
    {
        string[] file = command == "backup" ? [Path.Combine(folder.Path, "copy.db")] : [];
        var run = await CommandRun.OfAsync([command, .. file, "--data", Data]);
        Assert.Contains("There is no archive", run.OneSentence(ExitCode.Failed), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_whole_archive_is_told_to_be_whole()
    {
        await TakeInAsync("The harbour of Velmora opened its new pier on Monday.");
        Assert.Equal(new CommandRun(0, "store: whole, 1 articles\nindex: whole, 1 passages\n", ""), await CommandRun.OfAsync("check", "--data", Data));
    }

    [Fact]
    public async Task A_letter_that_the_disk_changed_is_found()
    {
        await TakeInAsync("The harbour of Velmora opened its new pier on Monday.");
        Change("UPDATE revisions SET body = replace(body, 'Monday', 'Sunday')");
        var run = await CommandRun.OfAsync("check", "--data", Data);
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("is not the text that was stored", run.Output, StringComparison.Ordinal);
        Assert.Contains("the newest backup", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_without_a_text_is_found()
    {
        await TakeInAsync("The harbour of Velmora opened its new pier on Monday.");
        Change("UPDATE articles SET current_revision = 99");
        Assert.Contains("has no text", (await CommandRun.OfAsync("check", "--data", Data)).Output, StringComparison.Ordinal);
    }

    private async Task TakeInAsync(string text) =>
        Assert.Equal(0, (await CommandRun.OfAsync("ingest", "--data", Data, folder.File("in/a.txt", text))).Code);

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "archive.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those of the tests above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
