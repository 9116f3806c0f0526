using System.Buffers;
using System.Runtime.CompilerServices;
using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Ingest;

/// <summary>Cuts a stream that is one JSON array, or one value after the other, into its values, without loading it whole.</summary>
internal static class JsonValues
{
    private static readonly SearchValues<byte> Gap = SearchValues.Create(" \t\r\n,\uFEFF"u8);

    private const string Cut = "the file ends in the middle of the record";

    /// <summary>The elements of the array, or the values, in order; a value over the bound, or cut off by the file's end, is a problem.</summary>
    public static async IAsyncEnumerable<JsonRecord> CutAsync(ByteWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var line = 1;
        var inArray = false;
        var begun = false;
        while (true)
        {
            // Between two values.
            var gap = window.Unread.Span.IndexOfAnyExcept(Gap);
            var blank = gap < 0 ? window.Unread.Length : gap;
            line += window.Unread.Span[..blank].Count((byte)'\n');
            window.Consume(blank);
            if (gap < 0)
            {
                if (await window.FillAsync(cancellationToken))
                    continue;
                if (inArray)
                    yield return new JsonRecord(line, default, "the file ends before the array does");
                yield break;
            }

            var first = window.Unread.Span[0];
            if ((first == '[' && !begun) || (first == ']' && inArray))
            {
                inArray = first == '[';
                begun = true;
                window.Consume(1);
                continue;
            }

            begun = true;
            var scanner = new JsonValueScanner();
            int length;
            while ((length = scanner.End(window.Unread.Span)) < 0)
            {
                if (window.Unread.Length > JsonLines.MaxLineBytes)
                {
                    yield return new JsonRecord(line, default, $"the record is longer than {JsonLines.MaxLineBytes / 1_000_000} MB; the rest of the file is left out");
                    yield break;
                }

                if (await window.FillAsync(cancellationToken))
                    continue;
                yield return new JsonRecord(line, default, Cut);
                yield break;
            }

            yield return new JsonRecord(line, window.Unread[..length], null);
            line += window.Unread.Span[..length].Count((byte)'\n');
            window.Consume(length);
        }
    }
}
