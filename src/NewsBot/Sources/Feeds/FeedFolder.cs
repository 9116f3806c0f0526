using NewsBot.Core.Display;

namespace NewsBot.Sources.Feeds;

/// <summary>Where feeds are filed: names parted by '/', the outermost first.</summary>
internal static class FeedFolder
{
    /// <summary>How deep folders lie in one another; what lies deeper counts to the last.</summary>
    public const int MaxDepth = 8;

    /// <summary>Longest name of one folder, in UTF-16 units; the rest is cut.</summary>
    public const int MaxNameChars = 80;

    /// <summary>The folder in the one spelling that is stored; null when nothing is left.</summary>
    /// <param name="folder">As it was typed or read, names parted by '/'; null for none.</param>
    public static string? From(string? folder) => From(folder?.Split('/') ?? []);

    /// <summary>The folder with these names, the outermost first; null when nothing is left of them.</summary>
    /// <param name="names">As they were typed or read; a '/' inside a name becomes '-'.</param>
    public static string? From(IEnumerable<string> names)
    {
        var path = string.Join('/', names.Select(Name).Where(name => name.Length > 0).Take(MaxDepth));
        return path.Length > 0 ? path : null;
    }

    /// <summary>The folder and each that it lies in, the innermost first: 'News/World', 'News'.</summary>
    public static IEnumerable<string> WithOuter(string folder)
    {
        yield return folder;
        for (var end = folder.LastIndexOf('/'); end > 0; end = folder.LastIndexOf('/', end - 1))
            yield return folder[..end];
    }

    private static string Name(string name)
    {
        var line = DisplayText.Line(name.Length > MaxNameChars ? name[..MaxNameChars] : name).Trim();
        return line.Replace('/', '-');
    }
}
