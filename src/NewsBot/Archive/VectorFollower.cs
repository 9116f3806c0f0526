using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Brings this process's vector index up to the store, whichever process makes the vectors.</summary>
internal sealed class VectorFollower(ArchiveVectors vectors) : IPeriodicWork
{
    public string Name => "Following vectors";

    public string? Lease => null;

    public TimeSpan Interval => TimeSpan.FromSeconds(10);

    public Task StepAsync(CancellationToken cancellationToken) => vectors.UpdateAsync(cancellationToken);
}
