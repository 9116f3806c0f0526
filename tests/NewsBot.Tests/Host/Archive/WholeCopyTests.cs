using NewsBot.Archive;

namespace NewsBot.Tests.Host.Archive;

public sealed class WholeCopyTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Copy => Path.Combine(folder.Path, "copy");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_a_killed_process_left_is_replaced_and_the_copy_is_its_owners()
    {
        folder.File("copy.tmp", "half of an earlier copy");
        Assert.Equal(5, WholeCopy.Write(Copy, path => File.WriteAllText(path, "whole")));
        Assert.Equal("whole", File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path))));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
    }

    [Fact]
    public void A_copy_that_fails_leaves_nothing()
    {
        Assert.Throws<InvalidOperationException>(() => WholeCopy.Write(Copy, path =>
        {
            File.WriteAllText(path, "half");
            throw new InvalidOperationException("No.");
        }));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_file_that_came_meanwhile_stays()
    {
        Assert.Throws<IOException>(() => WholeCopy.Write(Copy, _ => File.WriteAllText(Copy, "another")));
        Assert.Equal("another", File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path))));
    }
}
