using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Brings the index up to the archive, whichever process adds articles to it.</summary>
internal sealed class IndexFollower(IArchiveIndex index) : IPeriodicWork
{
    /// <inheritdoc/>
    public string Name => "Indexing new articles";

    /// <inheritdoc/>
    public TimeSpan Interval => TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public Task StepAsync(CancellationToken cancellationToken) => index.UpdateAsync(onProgress: null, cancellationToken);
}
