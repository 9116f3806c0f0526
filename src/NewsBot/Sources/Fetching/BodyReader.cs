using System.Buffers;
using System.IO.Compression;

namespace NewsBot.Sources.Fetching;

/// <summary>Reads bodies, unpacked, as far as a bound.</summary>
internal static class BodyReader
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>The encodings that the bot asks for; servers read 'deflate' in two ways, so it is not among them.</summary>
    public const string AcceptEncoding = "gzip, br";

    /// <summary>The whole body, or its beginning.</summary>
    /// <param name="packed">As it comes over the wire.</param>
    /// <param name="encoding">The header Content-Encoding; null for none.</param>
    /// <param name="maxBytes">For the body as it comes, and for the body unpacked.</param>
    /// <returns>The bytes, and whether the body is longer; then the bytes are its first <paramref name="maxBytes"/>, or fewer.</returns>
    /// <exception cref="InvalidDataException">The encoding is not known, or the body is not encoded so.</exception>
    public static async Task<(byte[] Bytes, bool IsCut)> ReadAsync(Stream packed, string? encoding, int maxBytes, CancellationToken cancellationToken)
    {
        var wire = new BoundedStream(packed, maxBytes);
        await using var plain = Unpack(wire, encoding);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            using var body = new MemoryStream();
            while (true)
            {
                var read = await plain.ReadAsync(chunk, cancellationToken);
                if (read == 0)
                    return (body.ToArray(), wire.IsCut);
                var room = maxBytes - (int)body.Length;
                body.Write(chunk.AsSpan(0, Math.Min(read, room)));
                if (read > room)
                    return (body.ToArray(), true);
            }
        }
        catch (InvalidDataException) when (wire.IsCut)
        {
            return ([], true);
        }
        catch (InvalidOperationException failure) when (plain is BrotliStream)
        {
            // How this one stream tells of damaged data.
            return wire.IsCut ? ([], true) : throw new InvalidDataException(failure.Message, failure);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static Stream Unpack(Stream packed, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        null or "" or "identity" => packed,
        "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
        "br" => new BrotliStream(packed, CompressionMode.Decompress),
        "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
        _ => throw new InvalidDataException("The encoding is not known."),
    };
}
