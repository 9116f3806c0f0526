using System.Runtime.InteropServices;
using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Hosting;

public sealed class NativeHeapTests
{
    private const int Blocks = 4_000;
    private const int BlockBytes = 32 << 10;

    [Fact]
    public async Task What_native_code_has_freed_goes_back_to_the_system()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out _))
            Assert.Skip("The C library is not glibc.");
        var last = Fragment();
        var before = Resident();
        await new NativeHeap().StepAsync(TestContext.Current.CancellationToken);
        Assert.InRange(before - Resident(), Blocks * (long)BlockBytes / 2, long.MaxValue);
        Marshal.FreeHGlobal(last);
    }

    /// <summary>Fills 128 MB and frees all but the last block, behind which the library would give all back by itself.</summary>
    private static nint Fragment()
    {
        var (blocks, bytes) = (new nint[Blocks], new byte[BlockBytes]);
        for (var i = 0; i < Blocks; i++)
        {
            blocks[i] = Marshal.AllocHGlobal(BlockBytes);
            Marshal.Copy(bytes, 0, blocks[i], BlockBytes);
        }

        foreach (var block in blocks.AsSpan(0, Blocks - 1))
            Marshal.FreeHGlobal(block);
        return blocks[^1];
    }

    /// <summary>The bytes of this process that are in memory.</summary>
    private static long Resident() => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * Environment.SystemPageSize;
}
