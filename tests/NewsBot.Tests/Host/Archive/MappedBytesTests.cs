using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Tests.Host.Archive;

public sealed class MappedBytesTests : IDisposable
{
    private const int Length = 16 << 20;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Pages_that_were_read_are_let_go_of_and_can_be_read_again()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Only on Linux is known what a process has in memory.");
        var path = Path.Combine(folder.Path, "let-go.index");
        var content = new byte[Length];
        new Random(1).NextBytes(content);
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        using var mapped = new MappedBytes(path);
        Assert.True(mapped.GetSpan().SequenceEqual(content));
        Assert.Equal(Length, Resident());

        await new MappedPages().StepAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, Resident());
        Assert.True(mapped.GetSpan().SequenceEqual(content));
    }

    [Fact]
    public void A_file_that_is_no_longer_mapped_is_left_alone()
    {
        var path = Path.Combine(folder.Path, "closed.index");
        File.WriteAllBytes(path, [1, 2, 3]);
        var mapped = new MappedBytes(path);
        ((IDisposable)mapped).Dispose();
        mapped.LetGo();
        MappedBytes.LetGoOfAll();
    }

    /// <summary>The bytes of the test's file that are in memory.</summary>
    private static long Resident() => File.ReadLines("/proc/self/smaps")
        .SkipWhile(line => !line.Contains("let-go.index", StringComparison.Ordinal))
        .Where(line => line.StartsWith("Rss:", StringComparison.Ordinal))
        .Select(line => 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
