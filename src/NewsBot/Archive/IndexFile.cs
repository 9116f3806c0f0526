using System.Diagnostics.CodeAnalysis;

namespace NewsBot.Archive;

/// <summary>A file of an index: whole under its name or not there at all, and read by mapping a copy of it.</summary>
internal static class IndexFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>Opens a segment over bytes, or says what is wrong with them.</summary>
    public delegate bool Opener<T>(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out T? segment, [NotNullWhen(false)] out string? problem)
        where T : class;

    /// <summary>Writes a file under another name, to the disk, and renames it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content; the stream can be read and sought.</param>
    /// <exception cref="IOException">It cannot be written; nothing of it is left.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var aside = Aside(path);
        OwnerOnly.CreateFolder(Path.GetDirectoryName(path)!);
        try
        {
            using (var stream = OwnerOnly.Open(aside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>A name beside a file that no other file has; what is left under such a name is removed an hour later.</summary>
    public static string Aside(string path) => $"{path}.{Guid.NewGuid():N}.tmp";

    /// <summary>Removes a file.</summary>
    /// <returns>Why it is still there; null when it is not.</returns>
    public static string? TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    /// <summary>Maps a file and opens the segment in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="open">Opens the segment.</param>
    /// <param name="segment">The segment; null when there is none.</param>
    /// <param name="problem">What is wrong, for a log line; empty when all is well.</param>
    public static bool TryOpen<T>(string path, Opener<T> open, [NotNullWhen(true)] out T? segment, out string problem)
        where T : class
    {
        segment = null;
        MappedBytes? mapped = null;
        try
        {
            mapped = new MappedBytes(path);
            if (open(mapped.Memory, out segment, out var reason))
            {
                // To check it, all of it was read.
                mapped.LetGo();
                problem = "";
                return true;
            }

            problem = $"it is {reason}";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = exception.Message;
        }

        ((IDisposable?)mapped)?.Dispose();
        return false;
    }
}
