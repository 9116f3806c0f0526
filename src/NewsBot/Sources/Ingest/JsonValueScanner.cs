using System.Buffers;

namespace NewsBot.Sources.Ingest;

/// <summary>Finds where a JSON value ends by its brackets and quotes, going on where it stopped when more bytes come.</summary>
internal sealed class JsonValueScanner
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> StringEnd = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> ScalarEnd = SearchValues.Create(",]\n"u8);

    private int scanned;
    private int depth;
    private bool inString;

    /// <summary>The value's length in bytes; negative when more bytes are needed.</summary>
    /// <param name="bytes">Begins with the value's first byte, at each call.</param>
    public int End(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] is not ((byte)'{' or (byte)'['))
            return ScalarLength(bytes);
        while (scanned < bytes.Length)
        {
            var next = bytes[scanned..].IndexOfAny(inString ? StringEnd : Structure);
            if (next < 0)
            {
                scanned = bytes.Length;
                return -1;
            }

            var at = scanned + next;
            if (bytes[at] == '\\')
            {
                if (at + 1 >= bytes.Length)
                {
                    scanned = at;
                    return -1;
                }

                scanned = at + 2;
                continue;
            }

            scanned = at + 1;
            if (bytes[at] == '"')
                inString = !inString;
            else
                depth += bytes[at] is (byte)'{' or (byte)'[' ? 1 : -1;
            if (depth == 0 && !inString)
                return scanned;
        }

        return -1;
    }

    // No record, only what will be reported: it ends where the next one may begin.
    private static int ScalarLength(ReadOnlySpan<byte> bytes)
    {
        var end = bytes[1..].IndexOfAny(ScalarEnd);
        return end < 0 ? -1 : end + 1;
    }
}
