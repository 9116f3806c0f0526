using System.Buffers;
using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Ingest;

/// <summary>Lists the files and addresses that paths stand for.</summary>
internal static class ArticleFiles
{
    /// <summary>Why an address is refused, as the end of the sentence that it begins.</summary>
    public const string NoAddress = "is no http or https address";

    private const int MinScheme = 2;

    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

    /// <summary>Every file; folders and the files in them in the order of their names.</summary>
    /// <param name="paths">Files, folders and addresses. A named file is taken whatever its ending; in folders only known endings count.</param>
    /// <returns>For each path found, the file, or the address; for each that cannot be read, or a folder with nothing to read, the reason.</returns>
    /// <remarks>Hidden files and folders, and links to folders inside a folder, are passed over.</remarks>
    public static IEnumerable<(FileInfo? File, Uri? Address, ReadResult.Rejected? Rejected)> Find(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            // .NET makes a path of 'http://x/../../etc/passwd', so that the file system is not asked about anything with a scheme.
            if (HasScheme(path))
            {
                yield return Address(path) is { } address ? (null, address, null) : (null, null, new ReadResult.Rejected(path, null, NoAddress));
            }
            else if (Directory.Exists(path))
            {
                var any = false;
                foreach (var found in Walk(path))
                {
                    any = true;
                    yield return found;
                }

                if (!any)
                    yield return (null, null, new ReadResult.Rejected(path, null, "the folder holds no article files (.txt .md .html .json .jsonl .jsonl.gz .xml .rss .atom)"));
            }
            else if (File.Exists(path))
            {
                yield return (new FileInfo(path), null, null);
            }
            else
            {
                yield return (null, null, new ReadResult.Rejected(path, null, "there is no such file or folder, or it may not be read"));
            }
        }
    }

    /// <summary>The address that a text is, http or https; null for any other text.</summary>
    public static Uri? Address(string text) =>
        text.Trim() is var trimmed && !trimmed.Any(char.IsWhiteSpace) && Uri.TryCreate(trimmed, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;

    /// <summary>Whether a text begins with the scheme of an address ('file:', 'htp:'), whatever follows, and so names no file.</summary>
    /// <remarks>One letter before the colon is a drive.</remarks>
    public static bool HasScheme(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var length = trimmed.IndexOfAnyExcept(SchemeCharacters);
        return length >= MinScheme && trimmed[length] == ':' && char.IsAsciiLetter(trimmed[0])
            && trimmed.Length > length + 1 && !char.IsWhiteSpace(trimmed[length + 1]);
    }

    private static IEnumerable<(FileInfo? File, Uri? Address, ReadResult.Rejected? Rejected)> Walk(string top)
    {
        var folders = new Stack<string>([top]);
        while (folders.TryPop(out var folder))
        {
            FileSystemInfo[] entries = [];
            ReadResult.Rejected? rejected = null;
            try
            {
                entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                rejected = new ReadResult.Rejected(folder, null, ArticleReader.Explain(failure));
            }

            if (rejected is not null)
                yield return (null, null, rejected);
            foreach (var entry in entries)
            {
                if (entry is FileInfo file && !IsHidden(file) && ArticleFormats.ByName(file.Name) != ArticleFormat.Unknown)
                    yield return (file, null, null);
            }

            foreach (var inner in entries.OfType<DirectoryInfo>().Reverse())
            {
                if (!IsHidden(inner) && inner.LinkTarget is null)
                    folders.Push(Path.Combine(folder, inner.Name));
            }
        }
    }

    private static bool IsHidden(FileSystemInfo entry) => entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden);
}
