using System.Buffers;
using System.IO.Compression;
using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Fetching;

/// <summary>Reads bodies, unpacked, as far as a bound.</summary>
internal static class BodyReader
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>The encodings that the bot asks for; servers read 'deflate' in two ways, so it is not among them.</summary>
    public const string AcceptEncoding = "gzip, br";

    private const int MaxLayers = 3;

    private static readonly string[] Known = ["gzip", "x-gzip", "br", "deflate"];

    // Ways of packing (IANA's registry) that the base library does not read.
    private static readonly string[] Unknown = ["zstd", "compress", "x-compress", "exi", "pack200-gzip", "dcb", "dcz", "bzip2", "x-bzip2", "xz"];

    private static ReadOnlySpan<byte> GzipMark => [0x1F, 0x8B, 8];

    /// <summary>The whole body, or its beginning.</summary>
    /// <param name="packed">As it comes over the wire.</param>
    /// <param name="encoding">The header Content-Encoding; null for none.</param>
    /// <param name="maxBytes">For the body as it comes, and for the body unpacked.</param>
    /// <returns>The bytes, and whether the body is longer; then the bytes are its first <paramref name="maxBytes"/>, or fewer.</returns>
    /// <exception cref="InvalidDataException">The encoding is not known, or the body is not encoded so.</exception>
    public static async Task<(byte[] Bytes, bool IsCut)> ReadAsync(Stream packed, string? encoding, int maxBytes, CancellationToken cancellationToken)
    {
        await using var wire = new BoundedStream(packed, maxBytes);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            await using var plain = await UnpackAsync(wire, encoding, cancellationToken);
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
        catch (InvalidOperationException failure)
        {
            // How a stream of Brotli tells of damaged data.
            return wire.IsCut ? ([], true) : throw new InvalidDataException(failure.Message, failure);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>The body unpacked as its header says, and as its first bytes do: servers forget the header, or say it of what is not packed.</summary>
    private static async Task<Stream> UnpackAsync(Stream packed, string? encoding, CancellationToken cancellationToken)
    {
        var stream = packed;
        string[] names = encoding?.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (names.Length > MaxLayers)
            throw new InvalidDataException("The body is packed too often.");
        // The last one was put on last.
        foreach (var name in names.Reverse())
        {
            if (Unknown.Contains(name))
                throw new InvalidDataException("The encoding is not known.");
            if (!Known.Contains(name))
                continue;
            var peeked = await PeekedStream.OfAsync(stream, cancellationToken);
            stream = IsPlain(peeked.Head) ? peeked : name switch
            {
                _ when peeked.Head.StartsWith(GzipMark) => new GZipStream(peeked, CompressionMode.Decompress),
                "br" => new BrotliStream(peeked, CompressionMode.Decompress),
                "deflate" when !IsZlib(peeked.Head) => new DeflateStream(peeked, CompressionMode.Decompress),
                "deflate" => new ZLibStream(peeked, CompressionMode.Decompress),
                _ => new GZipStream(peeked, CompressionMode.Decompress),
            };
        }

        // Whatever is left of the header's value, such as 'utf-8' or 'none', is no way of packing.
        var last = stream is BrotliStream ? null : await PeekedStream.OfAsync(stream, cancellationToken);
        return last is null ? stream
            : last.Head.StartsWith(GzipMark) ? new GZipStream(last, CompressionMode.Decompress)
            : IsUnsaidZlib(last.Head) ? new ZLibStream(last, CompressionMode.Decompress)
            : last;
    }

    /// <summary>Whether it begins like a page, a feed in XML, or one in JSON.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> head)
    {
        var text = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'<', (byte)'?' or (byte)'!' or (>= (byte)'A' and <= (byte)'z'), ..]
            || (text.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && !text.ContainsAnyExceptInRange((byte)'\t', (byte)'~'));
    }

    // The second byte that programs write for the three usual levels; none is a character of a text.
    private static bool IsUnsaidZlib(ReadOnlySpan<byte> head) => head is [0x78, 0x01 or 0x9C or 0xDA, ..];

    // RFC 1950, 2.2.
    private static bool IsZlib(ReadOnlySpan<byte> head) => head.Length < 2 || ((head[0] & 0x0F) == 8 && ((head[0] << 8) | head[1]) % 31 == 0);
}

/// <summary>A stream whose first bytes are known before it is read.</summary>
internal sealed class PeekedStream : ReadOnlyStream
{
    private const int HeadBytes = 16;

    private readonly Stream inner;
    private readonly byte[] head;
    private int at;

    private PeekedStream(Stream inner, byte[] head)
    {
        this.inner = inner;
        this.head = head;
    }

    /// <summary>The first bytes, fewer where the stream is shorter.</summary>
    public ReadOnlySpan<byte> Head => head;

    /// <summary>The stream, with its first bytes read.</summary>
    /// <exception cref="InvalidDataException">It is not packed as it should be.</exception>
    public static async Task<PeekedStream> OfAsync(Stream inner, CancellationToken cancellationToken)
    {
        var first = new byte[HeadBytes];
        var read = await inner.ReadAtLeastAsync(first, HeadBytes, throwOnEndOfStream: false, cancellationToken);
        return new PeekedStream(inner, first[..read]);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (at == head.Length)
            return inner.ReadAsync(buffer, cancellationToken);
        var count = Math.Min(buffer.Length, head.Length - at);
        head.AsSpan(at, count).CopyTo(buffer.Span);
        at += count;
        return ValueTask.FromResult(count);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
