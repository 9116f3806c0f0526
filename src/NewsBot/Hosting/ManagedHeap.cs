using System.Runtime;

namespace NewsBot.Hosting;

/// <summary>Has the runtime's heap compacted when it has grown well beyond what was in use after the last time.</summary>
/// <remarks>
/// The collector by itself collects beside the work and leaves gaps where arrays of megabytes were: after some minutes a heap of 54 MB in use took 98. To compact it takes some
/// 50 milliseconds, in which nothing else runs. A service without work does not come to it.
/// </remarks>
internal sealed class ManagedHeap : IPeriodicWork
{
    /// <summary>What the heap may hold beyond what was in use, in bytes: new objects, and gaps.</summary>
    private const long Slack = 16 << 20;

    // A large heap takes longer to compact, so it may have larger gaps.
    private const int SlackShare = 4;

    private long inUse;

    public string Name => "Compacting the heap";

    public string? Lease => null;

    public TimeSpan Interval => TimeSpan.FromSeconds(15);

    public Task StepAsync(CancellationToken cancellationToken)
    {
        if (GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes > inUse + Math.Max(Slack, inUse / SlackShare))
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            inUse = GC.GetGCMemoryInfo(GCKind.FullBlocking).HeapSizeBytes;
        }

        return Task.CompletedTask;
    }
}
