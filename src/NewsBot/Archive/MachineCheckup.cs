using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Looks at what the archive's folder asks of the machine: room on its disk, and a clock that does not run behind the archive.</summary>
internal sealed class MachineCheckup(IOptions<ArchiveOptions> options, TimeProvider time) : ICheckup
{
    /// <summary>The least room, in bytes, that building the index again may need.</summary>
    public const long LeastFreeBytes = 500_000_000;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    public Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([FindRoom(), FindClock()]);

    private Finding FindRoom()
    {
        var folder = new DirectoryInfo(options.Value.Directory);
        var there = folder;
        while (!there.Exists && there.Parent is { } parent)
            there = parent;
        var free = new DriveInfo(there.FullName).AvailableFreeSpace;
        var used = folder.Exists ? folder.EnumerateFiles().Sum(file => file.Length) : 0;
        var sentence = string.Create(
            CultureInfo.InvariantCulture, $"{free / 1e9:N1} GB are free for the archive's folder {folder.FullName}, which takes {used / 1e9:N1} GB.");

        // A backup and a second copy of the index may lie beside the archive.
        return free >= Math.Max(LeastFreeBytes, used)
            ? Finding.Ok("disk", sentence)
            : Finding.Mend("disk", sentence + " Make room, let Archive:KeepDays delete old articles, or choose a folder on a larger disk with --data.");
    }

    private Finding FindClock()
    {
        var now = time.GetUtcNow();
        var folder = new DirectoryInfo(options.Value.Directory);
        var latest = folder.Exists ? folder.EnumerateFiles().Select(file => (DateTimeOffset)file.LastWriteTimeUtc).DefaultIfEmpty().Max() : default;
        var sentence = string.Create(CultureInfo.InvariantCulture, $"It says {now:yyyy-MM-dd HH:mm} UTC");
        return latest <= now + Tolerance
            ? Finding.Ok("clock", sentence + ".")
            : Finding.Mend("clock", string.Create(
                CultureInfo.InvariantCulture, $"{sentence}, but the archive was written at {latest:yyyy-MM-dd HH:mm} UTC. Set the machine's clock, best by a time service."));
    }
}
