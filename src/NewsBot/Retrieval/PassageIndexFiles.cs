using System.Globalization;
using NewsBot.Core.Retrieval;

namespace NewsBot.Retrieval;

/// <summary>The index files beside the archive: 'passages-N.index', N being the last line of the article log that the file has seen.</summary>
/// <remarks>A file is written aside and renamed, so a name always stands for a whole file; the checksum tells what happened to it since.</remarks>
internal sealed partial class PassageIndexFiles(string folder, ILogger<PassageIndexFiles> logger)
{
    private const string Prefix = "passages-";
    private const string Suffix = ".index";

    /// <summary>Opens the newest whole file.</summary>
    /// <param name="lastSequence">The last line of the article log; a file that claims to have seen more belongs to another archive.</param>
    /// <returns>The segment; null when there is none to be had.</returns>
    public PassageSegment? Open(long lastSequence)
    {
        foreach (var (path, sequence) in List())
        {
            var problem = "belongs to another archive";
            if (sequence <= lastSequence && TryOpen(path, out var segment, out problem))
            {
                RemoveOthers(path);
                return segment;
            }

            LogUnusable(logger, Path.GetFileName(path), problem);
        }

        return null;
    }

    /// <summary>Writes a segment and opens it.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public PassageSegment Write(byte[] bytes, long sequence)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{sequence:D12}{Suffix}"));
        var aside = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }

        if (!TryOpen(path, out var segment, out var problem))
            throw new IOException($"The index file {path} was written and cannot be read back: {problem}.");
        RemoveOthers(path);
        return segment!;
    }

    private static bool TryOpen(string path, out PassageSegment? segment, out string problem)
    {
        segment = null;
        try
        {
            if (new FileInfo(path).Length == 0)
            {
                problem = "empty";
                return false;
            }

            var mapped = new MappedBytes(path);
            var opened = PassageSegment.TryOpen(mapped.Memory, out segment, out var reason);
            problem = reason ?? "";
            return opened;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = exception.Message;
            return false;
        }
    }

    private List<(string Path, long Sequence)> List()
    {
        var result = new List<(string Path, long Sequence)>();
        if (!Directory.Exists(folder))
            return result;
        foreach (var path in Directory.EnumerateFiles(folder, Prefix + "*" + Suffix))
        {
            var digits = Path.GetFileName(path.AsSpan())[Prefix.Length..^Suffix.Length];
            if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
                result.Add((path, sequence));
        }

        result.Sort((a, b) => b.Sequence.CompareTo(a.Sequence));
        return result;
    }

    /// <summary>Older files, and what a killed process left half written an hour ago or longer.</summary>
    private void RemoveOthers(string kept)
    {
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder, Prefix + "*"))
            {
                var isLeftover = path.EndsWith(".tmp", StringComparison.Ordinal)
                    && File.GetLastWriteTimeUtc(path) < File.GetLastWriteTimeUtc(kept).AddHours(-1);
                var isOlder = path.EndsWith(Suffix, StringComparison.Ordinal) && string.CompareOrdinal(path, kept) < 0;
                if (isLeftover || isOlder)
                    File.Delete(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process may have the file mapped or have removed it already; the next start tries again.
            LogLeftBehind(logger, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index file {Name} is not usable ({Problem}); the index is made again from the archive.")]
    private static partial void LogUnusable(ILogger logger, string name, string problem);

    [LoggerMessage(Level = LogLevel.Debug, Message = "An old index file stays for now: {Problem}")]
    private static partial void LogLeftBehind(ILogger logger, string problem);
}
