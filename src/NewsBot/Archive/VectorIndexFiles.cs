using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Archive;

/// <summary>The vector files beside the archive: 'vectors-M-N.index' has the vectors that were stored after sequence M up to N.</summary>
/// <remarks>
/// A file is written under another name and renamed. Its checksum tells whether it was damaged later, and its stamp whether it was made from this archive and with this model.
/// Safe beside other processes that keep their index in the same folder.
/// </remarks>
internal sealed partial class VectorIndexFiles(string folder, ILogger<VectorIndexFiles> logger)
{
    private bool warned;

    /// <summary>Opens the files that follow one another from the start; removes those that are damaged or of another model.</summary>
    /// <param name="lastSequence">The store's last.</param>
    /// <returns>Each segment begins where the one before it ends; empty when there is no file to use.</returns>
    public List<VectorSegment> Open(VectorModel model, long lastSequence)
    {
        var chain = new List<VectorSegment>();
        var at = 0L;
        foreach (var (path, first, last) in List().OrderBy(file => file.First).ThenByDescending(file => file.Last))
        {
            // Files from before a merge may still be beside the merged one.
            if (first != at || last <= at)
                continue;
            if (IndexFile.TryOpen<VectorSegment>(path, VectorSegment.TryOpen, out var segment, out var problem))
            {
                var isOfModel = segment.Stamp == model.Stamp && segment.Dimensions == model.Dimensions;
                if (isOfModel && segment.FirstSequence == first && segment.LastSequence == last && last <= lastSequence)
                {
                    chain.Add(segment);
                    at = last;
                    continue;
                }

                problem = "it belongs to another archive or model";
            }

            LogUnusable(logger, Path.GetFileName(path), problem);
            Remove(path);
        }

        return chain;
    }

    /// <summary>Writes a segment and opens it; it stays in memory when the file cannot be written or read back, which is logged once.</summary>
    /// <param name="bytes">The segment.</param>
    /// <param name="firstSequence">The sequence that it begins after.</param>
    /// <param name="lastSequence">The last sequence that it has seen.</param>
    public VectorSegment Write(byte[] bytes, long firstSequence, long lastSequence)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"vectors-{firstSequence:D12}-{lastSequence:D12}.index"));
        try
        {
            IndexFile.Write(path, stream => stream.Write(bytes));
            if (IndexFile.TryOpen<VectorSegment>(path, VectorSegment.TryOpen, out var written, out _))
                return written;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (!warned)
                LogInMemory(logger, folder, exception.Message);
            warned = true;
        }

        return VectorSegment.TryOpen(bytes, out var segment, out var problem)
            ? segment
            : throw new InvalidOperationException($"A segment was built and cannot be opened: {problem}.");
    }

    /// <summary>Removes files whose vectors other files have too, and files that a killed process left half written.</summary>
    /// <param name="kept">The segments in use, in order; none to remove every file.</param>
    public void Tidy(IReadOnlyList<VectorSegment> kept)
    {
        var names = kept.Select(segment => (segment.FirstSequence, segment.LastSequence)).ToHashSet();
        foreach (var (path, first, last) in List())
        {
            if ((kept.Count == 0 || last <= kept[^1].LastSequence) && !names.Contains((first, last)))
                Remove(path);
        }

        foreach (var path in Enumerate("vectors-*.tmp"))
        {
            if (File.GetLastWriteTimeUtc(path) < File.GetLastWriteTimeUtc(folder).AddHours(-1))
                Remove(path);
        }
    }

    private List<(string Path, long First, long Last)> List()
    {
        var result = new List<(string Path, long First, long Last)>();
        foreach (var path in Enumerate("vectors-*.index"))
        {
            if (Name().Match(Path.GetFileName(path)) is { Success: true } match)
                result.Add((path, Number(match.Groups[1]), Number(match.Groups[2])));
        }

        return result;

        static long Number(Group group) => long.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private string[] Enumerate(string pattern)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogLeftBehind(logger, exception.Message);
            return [];
        }
    }

    private void Remove(string path)
    {
        if (IndexFile.TryDelete(path) is { } problem)
            LogLeftBehind(logger, problem);
    }

    [GeneratedRegex(@"^vectors-(\d{12,18})-(\d{12,18})\.index$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Name();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The vector file {Name} is not usable ({Problem}); it is made again from the archive.")]
    private static partial void LogUnusable(ILogger logger, string name, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The vectors stay in memory and are read again at the next start: no file can be kept in {Folder} ({Problem}).")]
    private static partial void LogInMemory(ILogger logger, string folder, string problem);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A vector file stays for now: {Problem}")]
    private static partial void LogLeftBehind(ILogger logger, string problem);
}
