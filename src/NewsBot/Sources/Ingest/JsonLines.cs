using System.Runtime.CompilerServices;
using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Ingest;

/// <summary>Cuts a stream into its lines, each of them one record (jsonlines.org).</summary>
internal static class JsonLines
{
    /// <summary>Longest line taken, in bytes.</summary>
    public const int MaxLineBytes = 20_000_000;

    // A line this long is not one bad record: the rest of the file is not worth reading.
    private const long HopelessBytes = 200_000_000;

    /// <summary>The lines in order, blank ones left out; a line over the bound is a problem and the next one follows.</summary>
    public static async IAsyncEnumerable<JsonRecord> CutAsync(ByteWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var line = 0;
        var more = true;
        while (more)
        {
            line++;
            var scanned = 0;
            long skipped = 0;
            int length;
            while ((length = window.Unread.Span[scanned..].IndexOf((byte)'\n')) < 0)
            {
                scanned = window.Unread.Length;
                if (skipped > 0 || scanned > MaxLineBytes)
                {
                    skipped += scanned;
                    window.Consume(scanned);
                    scanned = 0;
                    if (skipped > HopelessBytes)
                        break;
                }

                more = await window.FillAsync(cancellationToken);
                if (!more)
                    break;
            }

            if (skipped > HopelessBytes)
            {
                yield return new JsonRecord(line, default, $"the line is over {HopelessBytes / 1_000_000} MB long; the rest of the file is left out");
                yield break;
            }

            var bytes = length < 0 ? window.Unread : window.Unread[..(scanned + length)];
            if (skipped > 0 || bytes.Length > MaxLineBytes)
                yield return new JsonRecord(line, default, $"the line is longer than {MaxLineBytes / 1_000_000} MB");
            else if (!IsBlank(bytes.Span))
                yield return new JsonRecord(line, bytes, null);
            window.Consume(bytes.Length + (length < 0 ? 0 : 1));
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept(" \t\r\uFEFF"u8);
}

/// <summary>One record cut out of a file.</summary>
/// <param name="Line">1-based line at which it begins.</param>
/// <param name="Json">Its bytes, valid until the next one is asked for; empty when there is a problem.</param>
/// <param name="Problem">Why it could not be cut out; null when it could.</param>
internal readonly record struct JsonRecord(int Line, ReadOnlyMemory<byte> Json, string? Problem);
