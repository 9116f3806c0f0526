using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Hosting;

public sealed class ManagedHeapTests
{
    [Fact]
    public async Task A_heap_that_has_grown_is_compacted()
    {
        var kept = Leave();
        var before = GC.GetGCMemoryInfo(GCKind.FullBlocking).Index;
        await new ManagedHeap().StepAsync(TestContext.Current.CancellationToken);
        var last = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        Assert.True(last.Index > before);
        Assert.True(last.Compacted);
        GC.KeepAlive(kept);
    }

    /// <summary>Makes arrays of 100 MB and keeps every tenth, with gaps between them.</summary>
    private static byte[][] Leave() => [.. Enumerable.Range(0, 100).Select(_ => new byte[1 << 20]).ToArray().Where((_, index) => index % 10 == 0)];
}
