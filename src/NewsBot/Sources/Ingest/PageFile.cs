using System.IO.Compression;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Ingest;

/// <summary>Loads a saved page or feed, unpacked where it is packed with gzip, whatever its name.</summary>
internal static class PageFile
{
    /// <summary>The bytes of a page; null when there are more than <see cref="ArticleReader.MaxFileBytes"/>, packed or unpacked.</summary>
    /// <inheritdoc cref="LoadAsync(string, int, CancellationToken)"/>
    public static Task<byte[]?> LoadAsync(string path, CancellationToken cancellationToken) => LoadAsync(path, ArticleReader.MaxFileBytes, cancellationToken);

    /// <summary>The bytes; null when there are more than <paramref name="maxBytes"/>, packed or unpacked.</summary>
    /// <exception cref="InvalidDataException">Its gzip data is damaged.</exception>
    /// <exception cref="IOException">It cannot be read, nor is it there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static async Task<byte[]?> LoadAsync(string path, int maxBytes, CancellationToken cancellationToken)
    {
        await using var file = SourceFile.OpenRead(path);
        var bytes = await LoadAsync(file, maxBytes, cancellationToken);
        if (bytes is null || !bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return bytes;
        using var packed = new MemoryStream(bytes, writable: false);
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        return await LoadAsync(unpacked, maxBytes, cancellationToken);
    }

    private static async Task<byte[]?> LoadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        using var window = new ByteWindow(stream);
        while (await window.FillAsync(cancellationToken))
        {
            if (window.Unread.Length > maxBytes)
                return null;
        }

        return window.Unread.ToArray();
    }
}
