namespace NewsBot.Archive;

/// <summary>A file that is its owner's only, and appears under its name when it is whole and on the disk.</summary>
internal static class WholeCopy
{
    /// <summary>Has a program or a database write the file, which overwrites nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content into the file whose name it gets; an empty one is there.</param>
    /// <returns>Its length, in bytes.</returns>
    /// <exception cref="IOException">The file is there, or cannot be written; nothing new is left.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static long Write(string path, Action<string> write)
    {
        // The name is always the same, so what a killed process left is replaced by the next one.
        var unfinished = path + ".tmp";
        File.Delete(unfinished);
        try
        {
            // Who writes into a file that is there keeps who may read it, so the copy is its owner's from its first byte on.
            OwnerOnly.Open(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None).Dispose();
            write(unfinished);
            using (var copy = OwnerOnly.Open(unfinished, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                copy.Flush(flushToDisk: true);
            File.Move(unfinished, path, overwrite: false);
            return new FileInfo(path).Length;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
