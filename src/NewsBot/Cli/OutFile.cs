namespace NewsBot.Cli;

/// <summary>The file that a command is to write, looked at before the work and not after it.</summary>
internal static class OutFile
{
    /// <summary>One sentence on why no file can be written there; null when nothing speaks against it, or no file is wanted.</summary>
    public static string? FindProblem(string? path)
    {
        if (path is null)
            return null;
        if (path.Length == 0 || Directory.Exists(path))
            return $"'{path}' is no file; give the name of one.";
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder) ? null : $"The folder {folder} does not exist; make it first, or choose another file.";
    }
}
