using NewsBot.Archive;

namespace NewsBot.Tests.Host.Archive;

/// <summary>When the file is written, and where else it may come from.</summary>
public sealed partial class ArchiveIndexTests
{
    [Fact]
    public async Task Who_follows_leaves_a_file_that_is_there_to_the_merge()
    {
        var index = Open();
        await AddAsync(1, 500, "talks");
        await index.FollowAsync(Stop);
        Assert.Equal(500, PassagesOfFile());

        for (var round = 1; round <= 30; round++)
        {
            await AddAsync(round * 1_000, 40, "talks");
            await index.FollowAsync(Stop);
            Assert.InRange(index.Current.Segments.Count, 2, ArchiveIndex.MaxRecentSegments + 1);
            Assert.Equal(500 + (40 * round), Found(index, "talk").Count);
        }

        Assert.Equal(500, PassagesOfFile());
        Assert.True(await index.MergeAsync(Stop));
        Assert.False(await index.MergeAsync(Stop));
        Assert.Equal(1_700, PassagesOfFile());
        Assert.Single(index.Current.Segments);
    }

    [Fact]
    public async Task What_comes_and_goes_while_the_file_is_written_is_found_and_gone_at_once_and_after_a_start()
    {
        // On a busy machine, the other thread may need more rounds than usual to come to a second merge.
        const int MaxRounds = 400;
        var index = Open();
        await AddAsync(1, 500, "talks");
        await index.UpdateAsync(null, Stop);
        var (done, merges) = (false, 0);
        var merging = Task.Run(
            async () =>
            {
                while (!Volatile.Read(ref done))
                {
                    if (await index.MergeAsync(Stop))
                        Interlocked.Increment(ref merges);
                    await Task.Yield();
                }
            },
            Stop);
        for (var round = 1; round <= 60 || (round <= MaxRounds && Volatile.Read(ref merges) < 2); round++)
        {
            await AddAsync(round * 1_000, 50, "talks");
            store.Remove($"n{round}");
            store.Remove($"n{(round * 1_000) + 7}");
            await index.FollowAsync(Stop);
            Assert.Equal(500 + (48 * round), Found(index, "talk").Count);
        }

        Volatile.Write(ref done, true);
        await merging;
        Assert.True(merges > 1);
        var again = Open();
        await again.UpdateAsync(null, Stop);
        Assert.Equal(Found(index, "talk").Select(hit => hit.RevisionId).Order(), Found(again, "talk").Select(hit => hit.RevisionId).Order());
    }

    [Fact]
    public async Task A_merge_rests_ten_times_as_long_as_it_took()
    {
        var index = Open();
        var merger = new IndexMerger(index, new SlowTime());
        await AddAsync(1, 500, "talks");
        await index.FollowAsync(Stop);
        var steps = new List<int>();
        for (var round = 1; round <= 40; round++)
        {
            await AddAsync(round * 1_000, 500, "talks");
            await index.FollowAsync(Stop);
            await merger.StepAsync(Stop);
            if (index.Current.Segments.Count == 1)
                steps.Add(round);
        }

        Assert.Equal(1, steps[0]);
        Assert.InRange(steps[1] - steps[0], 9, 11);
    }

    [Fact]
    public async Task A_process_without_an_index_takes_the_one_of_the_shared_folder_and_builds_it_when_that_is_damaged_or_of_another_archive()
    {
        using var shared = new TempFolder();
        await AddAsync(1, 500, "talks");
        await Open(shared.Path).UpdateAsync(null, Stop);
        var file = Assert.Single(Directory.GetFiles(shared.Path));
        await AddAsync(600, 7, "talks");
        Assert.Equal(7, await ReadsOfAStartAsync(shared.Path));

        var bytes = await File.ReadAllBytesAsync(file, Stop);
        bytes[bytes.Length / 2] ^= 0x10;
        await File.WriteAllBytesAsync(file, bytes, Stop);
        Assert.Equal(507, await ReadsOfAStartAsync(shared.Path));

        // A file that another process put there a moment ago is left alone, and an old one is replaced.
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, Stop));
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        Assert.Equal(507, await ReadsOfAStartAsync(shared.Path));
        Assert.Equal(0, await ReadsOfAStartAsync(shared.Path));
        Assert.Single(Directory.GetFiles(shared.Path));

        // The clock of the machine that wrote it may be wrong.
        file = Directory.GetFiles(shared.Path)[0];
        var kept = await File.ReadAllBytesAsync(file, Stop);
        kept[kept.Length / 2] ^= 0x10;
        await File.WriteAllBytesAsync(file, kept, Stop);
        File.SetLastWriteTimeUtc(file, new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await File.WriteAllBytesAsync(file + ".half.tmp", [1], Stop);
        File.SetLastWriteTimeUtc(file + ".half.tmp", DateTime.UnixEpoch);
        Assert.Equal(507, await ReadsOfAStartAsync(shared.Path));
        Assert.Equal(0, await ReadsOfAStartAsync(shared.Path));
        Assert.Single(Directory.GetFiles(shared.Path));
    }

    [Fact]
    public async Task A_process_that_has_an_index_follows_the_log_from_there()
    {
        using var shared = new TempFolder();
        await AddAsync(1, 500, "talks");
        await Open().UpdateAsync(null, Stop);
        await AddAsync(600, 500, "talks");
        using (var other = new TempFolder())
            await new ArchiveIndex(store, new PassageIndexFiles(other.Path, logger, shared.Path)).UpdateAsync(null, Stop);
        var reads = store.Reads;
        await Open(shared.Path).UpdateAsync(null, Stop);
        Assert.Equal(500, store.Reads - reads);
    }

    private async Task<int> ReadsOfAStartAsync(string shared)
    {
        foreach (var file in Directory.GetFiles(folder.Path))
            File.Delete(file);
        var reads = store.Reads;
        var index = Open(shared);
        await index.UpdateAsync(null, Stop);
        Assert.Equal(507, Found(index, "talk").Count);
        return store.Reads - reads;
    }

    /// <summary>A clock on which each look takes a second.</summary>
    private sealed class SlowTime : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => now++;
    }
}
