using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Tests.Core.Retrieval;

namespace NewsBot.Tests.Host.Archive;

public sealed class PassageIndexFilesTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ListLogger<PassageIndexFiles> logger = new();
    private readonly FakeArticleStore store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_written_is_opened_and_older_files_go()
    {
        await WriteAsync(1);
        var written = await WriteAsync(3);
        Assert.Equal(["passages-000000000003.index"], Names());
        var opened = await Files().OpenAsync(store, Stop);
        Assert.Equal(written!.RevisionIds(), opened!.RevisionIds());
        Assert.Equal(written.Position, opened.Position);
        Assert.Empty(logger.Warnings);
    }

    [Fact]
    public async Task A_damaged_newest_file_is_removed_and_the_older_used()
    {
        await WriteAsync(2);
        var older = await File.ReadAllBytesAsync(PathOf(2), Stop);
        await WriteAsync(3);
        await File.WriteAllBytesAsync(PathOf(2), older, Stop);
        Damage(PathOf(3));
        Assert.Equal(2, (await Files().OpenAsync(store, Stop))!.Position.Sequence);
        Assert.Equal(["passages-000000000002.index"], Names());
        Assert.Contains("it is damaged", Assert.Single(logger.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "it is empty")]
    [InlineData(10, "it is too short")]
    [InlineData(5_000, "it is other format")]
    public async Task A_file_that_is_no_index_is_removed(int length, string problem)
    {
        await AddAsync(3);
        folder.File("passages-000000000003.index", new byte[length]);
        Assert.Null(await Files().OpenAsync(store, Stop));
        Assert.Empty(Names());
        Assert.Contains(problem, Assert.Single(logger.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_archive_is_refused_even_with_as_many_lines()
    {
        await WriteAsync(3);
        var another = new FakeArticleStore();
        await another.AddAsync([.. Enumerable.Range(0, 3).Select(number => MadeUpArticles.Article(number, "Other text.").Article)], Stop);
        Assert.Null(await Files().OpenAsync(another, Stop));
        Assert.Contains("another archive", Assert.Single(logger.Warnings), StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task A_file_that_claims_more_or_other_lines_than_the_log_has_is_refused()
    {
        await WriteAsync(3);
        File.Copy(PathOf(3), PathOf(2));
        File.Move(PathOf(3), PathOf(9));
        Assert.Null(await Files().OpenAsync(store, Stop));
        Assert.Equal(2, logger.Warnings.Count);
    }

    [Fact]
    public async Task What_a_killed_process_left_goes_after_an_hour_and_what_another_is_writing_stays()
    {
        var left = folder.File("passages-000000000002.index.abc.tmp", "half");
        File.SetLastWriteTimeUtc(left, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        folder.File("passages-000000000009.index.def.tmp", "half");
        folder.File("passages-old.index", "a person's own");
        folder.File("notes.txt", "a person's own");
        await WriteAsync(1);
        Assert.Equal(["notes.txt", "passages-000000000001.index", "passages-000000000009.index.def.tmp", "passages-old.index"], Names());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_gives_no_file_and_one_warning()
    {
        await AddAsync(1);
        var files = new PassageIndexFiles(folder.File("file", "no folder"), logger);
        var position = (await store.FindLogPositionAsync(1, Stop))!.Value;
        Assert.Null(await files.OpenAsync(store, Stop));
        Assert.Null(files.Write(output => output.Write(MadeUpArticles.Bytes([], position)), position));
        Assert.Null(files.Write(output => output.Write(MadeUpArticles.Bytes([], position)), position));
        Assert.Contains("stays in memory", Assert.Single(logger.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_segment_outlives_its_file()
    {
        var segment = await WriteAsync(2);
        File.Delete(PathOf(2));
        Assert.NotEmpty(MadeUpArticles.Index(segment!).Search(new PassageQuery { Terms = [new WeightedTerm("word", 1)] }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4_096)]
    public async Task A_file_that_is_cut_while_it_is_searched_ends_nothing(int length)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows lets nobody cut a mapped file");
            return;
        }

        await AddAsync(1);
        var position = (await store.FindLogPositionAsync(1, Stop))!.Value;
        var bytes = MadeUpArticles.Bytes(MadeUpArticles.Random(1, 2_000), position);
        var segment = Files().Write(output => output.Write(bytes), position)!;
        await using (var file = new FileStream(PathOf(1), FileMode.Open, FileAccess.Write))
            file.SetLength(length);
        using var copied = new MemoryStream();
        segment.WriteTo(copied);
        Assert.Equal(bytes, copied.ToArray());
    }

    [Fact]
    public async Task A_file_that_another_program_overwrites_or_removes_is_written_again_and_told_once()
    {
        var files = Files();
        var stored = (await WriteAsync(3, files))!;
        var whole = await File.ReadAllBytesAsync(PathOf(3), Stop);
        foreach (var harm in new Action[]
        {
            () => File.WriteAllBytes(PathOf(3), new byte[whole.Length]),
            () => File.WriteAllBytes(PathOf(3), whole[..100]),
            () => File.Delete(PathOf(3)),
        })
        {
            logger.Warnings.Clear();
            harm();
            // The same moment and length would hide a change; a person's clock goes on.
            if (File.Exists(PathOf(3)))
                File.SetLastWriteTimeUtc(PathOf(3), new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            files.Restore(stored);
            files.Restore(stored);
            Assert.Equal(whole, await File.ReadAllBytesAsync(PathOf(3), Stop));
            Assert.Contains("passages-000000000003.index", Assert.Single(logger.Warnings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_another_newsbot_wrote_or_replaced_by_a_newer_one_stays_as_it_is()
    {
        var files = Files();
        var stored = (await WriteAsync(3, files))!;
        await WriteAsync(3);
        files.Restore(stored);
        await WriteAsync(5);
        files.Restore(stored);
        Assert.Equal(["passages-000000000005.index"], Names());
        Assert.Empty(logger.Warnings);
    }

    [Fact]
    public async Task A_newer_file_of_another_newsbot_is_looked_at_too()
    {
        var files = Files();
        var stored = (await WriteAsync(3, files))!;
        await WriteAsync(5);
        files.Restore(stored);
        await WriteAsync(7);
        files.Restore(stored);
        Assert.Equal(["passages-000000000007.index"], Names());
        Assert.Empty(logger.Warnings);

        await File.WriteAllBytesAsync(PathOf(7), new byte[100], Stop);
        files.Restore(stored);
        files.Restore(stored);
        Assert.Equal(["passages-000000000003.index"], Names());
        Assert.Contains("passages-000000000007.index", Assert.Single(logger.Warnings), StringComparison.Ordinal);

        // The older one is good, and what came later is in the archive.
        File.Delete(PathOf(3));
        files.Restore(stored);
        Assert.Equal(["passages-000000000003.index"], Names());
    }

    [Fact]
    public async Task Nobody_but_the_owner_reads_a_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights");
            return;
        }

        await WriteAsync(1);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf(1)));
    }

    private PassageIndexFiles Files() => new(folder.Path, logger);

    private string PathOf(int sequence) => Path.Combine(folder.Path, $"passages-{sequence:D12}.index");

    private IEnumerable<string> Names() => Directory.EnumerateFiles(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private async Task AddAsync(int lines)
    {
        while (await store.GetLastSequenceAsync(Stop) is var last && last < lines)
            await store.AddAsync([MadeUpArticles.Article(last, "Words of a text.").Article], Stop);
    }

    private async Task<PassageSegment?> WriteAsync(int lines, PassageIndexFiles? files = null)
    {
        await AddAsync(lines);
        var position = (await store.FindLogPositionAsync(lines, Stop))!.Value;
        var bytes = MadeUpArticles.Bytes(Enumerable.Range(1, lines).Select(id => MadeUpArticles.Article(id, "Words of a text.")), position);
        return (files ?? Files()).Write(output => output.Write(bytes), position);
    }

    private static void Damage(string path)
    {
        // A new file, as a copy over the old would be: what is mapped stays as it was.
        var bytes = File.ReadAllBytes(path);
        bytes[^9] ^= 1;
        File.Delete(path);
        File.WriteAllBytes(path, bytes);
    }
}
