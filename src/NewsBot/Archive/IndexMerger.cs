using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Writes the index to its file as articles come in, beside what finds them; takes a small part of the time, however large the archive is.</summary>
internal sealed class IndexMerger(ArchiveIndex index, TimeProvider time) : IPeriodicWork
{
    /// <summary>After a merge, the next one waits so many times as long as it took.</summary>
    private const int Rest = 10;

    private TimeSpan pause;
    private long endedAt;

    public string Name => "Writing the index to its file";

    public string? Lease => null;

    public TimeSpan Interval => TimeSpan.FromSeconds(1);

    public async Task StepAsync(CancellationToken cancellationToken)
    {
        await index.RestoreAsync(cancellationToken);
        if (pause > TimeSpan.Zero && time.GetElapsedTime(endedAt) < pause)
            return;
        var began = time.GetTimestamp();
        if (!await index.MergeAsync(cancellationToken))
            return;
        endedAt = time.GetTimestamp();
        pause = Rest * time.GetElapsedTime(began, endedAt);
    }
}
