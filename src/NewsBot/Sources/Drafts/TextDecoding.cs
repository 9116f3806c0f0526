using System.Text;
using System.Text.Unicode;

namespace NewsBot.Sources.Drafts;

/// <summary>Turns the bytes of a file into text.</summary>
internal static class TextDecoding
{
    // In Western text at most one character in five is accented; more is another alphabet, or no text at all.
    private const double MaxAccented = 0.2;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text without its byte order mark; null when the bytes are no text in UTF-8, UTF-16, UTF-32 or Windows-1252.</summary>
    /// <param name="bytes">A whole file, or one record of it.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (MarkedEncoding(bytes) is { } marked)
            return marked.GetString(bytes[marked.Preamble.Length..]);
        if (LooksBinary(bytes))
            return null;
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);

        var (wellFormed, broken) = CountUtf8(bytes);
        // A few broken bytes in a file that is UTF-8 otherwise cost those characters only.
        if (wellFormed > broken)
            return Encoding.UTF8.GetString(bytes);
        return wellFormed + broken <= bytes.Length * MaxAccented ? Windows1252.GetString(bytes) : null;
    }

    /// <summary>Says of a file which <see cref="Decode"/> could not read what it looks like.</summary>
    public static ReadResult.Rejected NoText(string file, ReadOnlySpan<byte> bytes) => new(
        file, null, bytes.Contains((byte)0) ? "looks like binary, not text" : "is no text in UTF-8, UTF-16 or Windows-1252");

    /// <summary>The encoding that a byte order mark names; null without one.</summary>
    public static Encoding? MarkedEncoding(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? Encoding.UTF32
        : bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? new UTF32Encoding(bigEndian: true, byteOrderMark: true)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Encoding.UTF8
        : null;

    /// <summary>Whether these bytes, without a byte order mark, are no text: a NUL, or more than a few control characters.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            return true;
        var control = 0;
        foreach (var value in bytes)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B or 0x0B or 0x08))
                control++;
        }

        return control * 100 > bytes.Length;
    }

    private static (int WellFormed, int Broken) CountUtf8(ReadOnlySpan<byte> bytes)
    {
        var (wellFormed, broken) = (0, 0);
        while (bytes.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status != System.Buffers.OperationStatus.Done)
                broken++;
            else if (consumed > 1)
                wellFormed++;
            bytes = bytes[consumed..];
        }

        return (wellFormed, broken);
    }
}
