using System.Runtime;

namespace NewsBot.Hosting;

/// <summary>Has the runtime's heap compacted when a good part of it is gaps, or when it has grown well beyond what was in use after the last time.</summary>
/// <remarks>
/// The collector by itself collects beside the work and leaves gaps where arrays of megabytes were: after some minutes a heap of 54 MB in use took 98. To compact it takes some
/// 50 milliseconds, in which nothing else runs. A service without work does not come to it.
/// </remarks>
internal sealed class ManagedHeap : IPeriodicWork
{
    /// <summary>What the heap may hold beyond what is in use, in bytes.</summary>
    private const long Slack = 16 << 20;

    // A large heap takes longer to compact, so it may have larger gaps.
    private const int SlackShare = 4;

    private long inUse;
    private long compacted;

    public string Name => "Compacting the heap";

    public string? Lease => null;

    public TimeSpan Interval => TimeSpan.FromSeconds(15);

    public Task StepAsync(CancellationToken cancellationToken)
    {
        var last = GC.GetGCMemoryInfo(GCKind.Any);
        if (last.Index != compacted && (last.FragmentedBytes > SlackOf(last.HeapSizeBytes) || last.TotalCommittedBytes > inUse + SlackOf(inUse)))
            Compact();
        return Task.CompletedTask;
    }

    private void Compact()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var done = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        (inUse, compacted) = (done.HeapSizeBytes, done.Index);
    }

    private static long SlackOf(long heap) => Math.Max(Slack, heap / SlackShare);
}
