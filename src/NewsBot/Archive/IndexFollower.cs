using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Brings the index up to the archive, whichever process adds articles to it.</summary>
internal sealed class IndexFollower(ArchiveIndex index) : IPeriodicWork
{
    public string Name => "Indexing new articles";

    public string? Lease => null;

    public TimeSpan Interval => TimeSpan.FromMilliseconds(500);

    public Task StepAsync(CancellationToken cancellationToken) => index.FollowAsync(cancellationToken);
}
