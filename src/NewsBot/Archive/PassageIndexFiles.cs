using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Archive;

/// <summary>The index files beside the archive: 'passages-N.index', where N is the last line of the article log that the file has seen.</summary>
/// <remarks>
/// A file is written under another name and renamed, so a name always means a whole file. The checksum tells whether it was damaged later, and its position in the log
/// whether it was made from this archive. Safe beside other processes that keep their index in the same folder. Processes with folders of their own may share one more, where
/// one of them puts its file now and then; a copy of it is checked like any other.
/// </remarks>
internal sealed partial class PassageIndexFiles(string folder, ILogger<PassageIndexFiles> logger, string shared = "")
{
    private const string Prefix = "passages-";
    private const string Suffix = ".index";

    /// <summary>How often the folder is listed again when another process has just replaced the files by a newer one.</summary>
    private const int MaxListings = 5;

    /// <summary>The file in the shared folder is left alone for so long.</summary>
    private static readonly TimeSpan SharedFor = TimeSpan.FromHours(1);

    private bool warned;

    // What was read or written last: its name, and what changes when somebody else writes to it.
    private (string Path, FileStamp Stamp)? current;

    /// <summary>Opens the newest whole file of this archive; removes those that are damaged or of another archive.</summary>
    /// <param name="store">The archive.</param>
    /// <returns>The segment; null when there is none.</returns>
    public async Task<PassageSegment?> OpenAsync(IArticleStore store, CancellationToken cancellationToken)
    {
        TakeShared();
        for (var listing = 0; listing < MaxListings; listing++)
        {
            var vanished = false;
            foreach (var (path, sequence) in List(folder))
            {
                if (TryOpen(path, out var segment, out var problem))
                {
                    if (segment.Position.Sequence == sequence && await store.FindLogPositionAsync(sequence, cancellationToken) == segment.Position)
                    {
                        current = (path, FileStamp.Of(path));
                        RemoveOthers(path);
                        return segment;
                    }

                    problem = "it belongs to another archive";
                }
                else if (!File.Exists(path))
                {
                    vanished = true;
                    continue;
                }

                LogUnusable(logger, Path.GetFileName(path), problem);
                Remove(path);
            }

            if (!vanished)
                return null;
        }

        return null;
    }

    /// <summary>Writes a segment and opens it.</summary>
    /// <param name="write">Writes a segment that says its position in the log.</param>
    /// <param name="position">That position.</param>
    /// <returns>The segment over the file; null when the file cannot be written or read back, which is logged once.</returns>
    public PassageSegment? Write(Action<Stream> write, LogPosition position)
    {
        var path = PathIn(folder, position.Sequence);
        try
        {
            IndexFile.Write(path, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Warn(exception.Message);
            return null;
        }

        // Another process may have put a newer file in its place already.
        var stamp = FileStamp.Of(path);
        if (!TryOpen(path, out var segment, out _) || segment.Position != position)
            return null;
        current = (path, stamp);
        RemoveOthers(path);
        return segment;
    }

    /// <summary>Writes the file again when another program changed, cut or removed it; says so in the log.</summary>
    /// <param name="stored">The segment that was read or written last; it has its own copy of the file.</param>
    public void Restore(PassageSegment stored)
    {
        if (current is not { } file || FileStamp.Of(file.Path) == file.Stamp)
            return;

        // It may be as good as before: another newsbot wrote it, or removed it when it wrote a newer one, which is looked at from now on.
        var path = List(folder).Find(other => other.Sequence > stored.Position.Sequence).Path ?? file.Path;
        var stamp = FileStamp.Of(path);
        if (TryOpen(path, out var found, out var problem) && IsGood(found.Position, path, stored.Position))
        {
            current = (path, stamp);
            return;
        }

        current = null;
        LogChanged(logger, Path.GetFileName(path), problem.Length > 0 ? problem : "it is of another state of the archive");

        // A start would read it before the one that is written now, and make the index again.
        if (SequenceOf(path) > stored.Position.Sequence)
            Remove(path);
        Write(stored.WriteTo, stored.Position);
    }

    private static bool IsGood(LogPosition found, string path, LogPosition known) =>
        found == known || (found.Sequence > known.Sequence && found.Sequence == SequenceOf(path));

    /// <summary>Logs once that the index stays in memory.</summary>
    public void Warn(string problem)
    {
        if (warned)
            return;
        warned = true;
        LogInMemory(logger, folder, problem);
    }

    private static bool TryOpen(string path, [NotNullWhen(true)] out PassageSegment? segment, out string problem) =>
        IndexFile.TryOpen(path, PassageSegment.TryOpen, out segment, out problem);

    private static string PathIn(string place, long sequence) => Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{sequence:D12}{Suffix}"));

    /// <summary>Copies the newest file of the shared folder when there is none here; to follow the log from an older one takes less time.</summary>
    private void TakeShared()
    {
        if (shared.Length == 0 || List(folder).Count > 0 || List(shared) is not [var newest, ..])
            return;
        try
        {
            using var from = File.OpenRead(newest.Path);
            IndexFile.Write(PathIn(folder, newest.Sequence), from.CopyTo);
            LogTaken(logger, newest.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotShared(logger, shared, exception.Message);
        }
    }

    /// <summary>Puts a copy of what was just written into the shared folder, unless the one there is young; where that fails, the log says so.</summary>
    /// <param name="written">The segment that <see cref="Write"/> returned last.</param>
    public void Share(PassageSegment written)
    {
        if (shared.Length == 0 || current is not { } file)
            return;
        try
        {
            // A time to come is another machine's clock.
            var there = List(shared);
            if (there.Exists(other => (file.Stamp.Written - File.GetLastWriteTimeUtc(other.Path)).Duration() < SharedFor))
                return;
            var path = PathIn(shared, written.Position.Sequence);
            IndexFile.Write(path, written.WriteTo);
            foreach (var (other, _) in there.Where(other => other.Path != path))
                Remove(other);
            RemoveOthers(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotShared(logger, shared, exception.Message);
        }
    }

    private List<(string Path, long Sequence)> List(string place)
    {
        var result = new List<(string Path, long Sequence)>();
        if (!Directory.Exists(place))
            return result;
        try
        {
            foreach (var path in Directory.EnumerateFiles(place, Prefix + "*" + Suffix))
            {
                if (SequenceOf(path) is { } sequence)
                    result.Add((path, sequence));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (place == shared)
                LogNotShared(logger, shared, exception.Message);
            else
                Warn(exception.Message);
        }

        result.Sort((a, b) => b.Sequence.CompareTo(a.Sequence));
        return result;
    }

    private static long? SequenceOf(string path)
    {
        var name = Path.GetFileName(path.AsSpan());
        return name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal)
            && long.TryParse(name[Prefix.Length..^Suffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : null;
    }

    /// <summary>Removes older files in its folder, and files that a killed process left half written an hour before <paramref name="kept"/> or earlier.</summary>
    private void RemoveOthers(string kept)
    {
        try
        {
            var sequence = SequenceOf(kept);
            foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(kept)!, Prefix + "*"))
            {
                var isLeftover = path.EndsWith(".tmp", StringComparison.Ordinal)
                    && File.GetLastWriteTimeUtc(path) < File.GetLastWriteTimeUtc(kept).AddHours(-1);
                if (isLeftover || SequenceOf(path) < sequence)
                    Remove(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogLeftBehind(logger, exception.Message);
        }
    }

    private void Remove(string path)
    {
        // The folder cannot be written, or on Windows another process has the file mapped; the next start tries again.
        if (IndexFile.TryDelete(path) is { } problem)
            LogLeftBehind(logger, problem);
    }

    /// <summary>What changes when a file is written: its length and the time; the default when there is no file.</summary>
    private readonly record struct FileStamp(long Length, DateTime Written)
    {
        public static FileStamp Of(string path) => new FileInfo(path) is { Exists: true } file ? new FileStamp(file.Length, file.LastWriteTimeUtc) : default;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index file {Name} is not usable ({Problem}); the index is made again from the archive.")]
    private static partial void LogUnusable(ILogger logger, string name, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another program changed the index file {Name} ({Problem}); it is written again. Answers did not suffer.")]
    private static partial void LogChanged(ILogger logger, string name, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index stays in memory and is made again at the next start: no file can be kept in {Folder} ({Problem}).")]
    private static partial void LogInMemory(ILogger logger, string folder, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "The index file {Path} of the shared folder is taken over.")]
    private static partial void LogTaken(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The shared folder {Folder} is of no use for the index just now: {Problem}")]
    private static partial void LogNotShared(ILogger logger, string folder, string problem);

    [LoggerMessage(Level = LogLevel.Debug, Message = "An index file stays for now: {Problem}")]
    private static partial void LogLeftBehind(ILogger logger, string problem);
}
