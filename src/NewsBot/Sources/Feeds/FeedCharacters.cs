using System.Buffers;
using System.Text;

namespace NewsBot.Sources.Feeds;

/// <summary>Takes out of a feed's text what XML forbids.</summary>
internal static class FeedCharacters
{
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\r\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFEFF\uFFFE\uFFFF");

    /// <summary>The text without control characters, its line ends '\n'.</summary>
    public static string Clean(string text)
    {
        var at = text.AsSpan().IndexOfAny(Unwanted);
        if (at < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while ((at = rest.IndexOfAny(Unwanted)) >= 0)
        {
            clean.Append(rest[..at]);
            if (rest[at] == '\r')
            {
                clean.Append('\n');
                if (at + 1 < rest.Length && rest[at + 1] == '\n')
                    at++;
            }

            rest = rest[(at + 1)..];
        }

        return clean.Append(rest).ToString();
    }
}
