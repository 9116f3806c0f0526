using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>The archive's folder.</summary>
internal static class ArchiveFolder
{
    private const string LockName = "serve.lock";

    /// <summary>Makes the folder when it is missing.</summary>
    /// <exception cref="StoreException">It is a file, or cannot be made.</exception>
    public static void Create(string folder)
    {
        if (File.Exists(folder))
            throw new StoreException($"The archive's folder {folder} is a file; choose another with --data.", isTransient: false);
        try
        {
            OwnerOnly.CreateFolder(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The archive's folder {folder} cannot be made: {failure.Message}", isTransient: false, failure);
        }
    }

    /// <summary>Takes the folder for one service: two would both send what waits. Other commands go on beside it.</summary>
    /// <returns>Frees the folder when it is disposed; the system does it when the process ends in whatever way.</returns>
    /// <exception cref="StoreException">Another service has it, or the folder cannot be written.</exception>
    public static IDisposable TakeForService(string folder)
    {
        Create(folder);
        try
        {
            return OwnerOnly.Open(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (IsTaken(failure))
        {
            throw new StoreException(
                $"Another 'newsbot serve' runs on the archive {folder}; stop it first, or choose another folder with --data.", isTransient: false, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The archive {folder} cannot be written: {failure.Message}", isTransient: false, failure);
        }
    }

    /// <summary>Whether a service has the folder just now.</summary>
    public static bool IsServed(string folder)
    {
        var path = Path.Combine(folder, LockName);
        try
        {
            if (File.Exists(path))
                OwnerOnly.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (IOException failure) when (IsTaken(failure))
        {
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A sharing violation of Windows; EWOULDBLOCK of Linux and of macOS, which .NET reports as they are.
    private static bool IsTaken(IOException failure) => failure.HResult is unchecked((int)0x80070020) or 11 or 35;
}
