namespace NewsBot.Archive;

/// <summary>Folders and files that nobody but their owner can read: they hold what people asked.</summary>
/// <remarks>On Windows they take the rights of the folder that they are in, which by default is the person's own.</remarks>
internal static class OwnerOnly
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder and those above it; one that is there stays as it is.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Mode | UnixFileMode.UserExecute);
    }

    /// <summary>Opens a file; one that is made is the owner's only.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize = 0)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = bufferSize };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
            options.UnixCreateMode = Mode;
        return new FileStream(path, options);
    }

    /// <summary>Takes a file that earlier versions made from everybody except its owner.</summary>
    public static void Restrict(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
            return;
        try
        {
            if ((File.GetUnixFileMode(path) & ~Mode) != UnixFileMode.None)
                File.SetUnixFileMode(path, Mode);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is another person's, or the disk is read-only: its owner's next start does it.
        }
    }
}
