namespace NewsBot.Sources.Reading;

/// <summary>Opens files to be read from their beginning to their end.</summary>
internal static class SourceFile
{
    /// <summary>The file's bytes. A pipe or a device has no size and would be waited for without end: it reads like an empty file.</summary>
    /// <exception cref="IOException">It cannot be opened, nor is it there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Stream OpenRead(string path)
    {
        // The size of a link is that of its own text.
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return new FileInfo(target).Length == 0
            ? Stream.Null
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
    }
}
