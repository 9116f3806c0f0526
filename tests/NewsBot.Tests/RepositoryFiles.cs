using System.Runtime.CompilerServices;

namespace NewsBot.Tests;

/// <summary>The repository's own files, as the tests were built from them.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>A path from the root, with '/' between its parts.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>Every C# file below the folders, without what the build makes, as paths from the root with '/' between their parts.</summary>
    public static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(At(folder), "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(part => part is "obj" or "bin"))
        .Order(StringComparer.Ordinal);

    private static string FindRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../.."));
}
