using System.Security.Cryptography;

namespace NewsBot.Web.Pages;

/// <summary>A file that the pages name.</summary>
/// <param name="Route">Its path without the version.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Bytes">What is in it.</param>
internal sealed record PageAsset(string Route, string ContentType, byte[] Bytes)
{
    /// <summary>The path with a version made of the content: browsers keep the file until it changes.</summary>
    public string Path { get; } = $"{Route}?v={Convert.ToHexStringLower(SHA256.HashData(Bytes))[..10]}";
}

/// <summary>The style sheet, the script and the icon of the pages.</summary>
internal static class PageAssets
{
    public static PageAsset Style { get; } = Read("site.css", "text/css; charset=utf-8");

    public static PageAsset Script { get; } = Read("site.js", "text/javascript; charset=utf-8");

    public static PageAsset Icon { get; } = Read("icon.svg", "image/svg+xml");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PageAsset> All { get; } = [Style, Script, Icon];

    private static PageAsset Read(string name, string contentType)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"NewsBot.Web.Pages.{name}")
            ?? throw new InvalidOperationException($"The program lacks {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new PageAsset("/" + name, contentType, bytes);
    }
}
