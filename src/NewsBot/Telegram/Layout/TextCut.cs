using NewsBot.Core.Text;

namespace NewsBot.Telegram.Layout;

/// <summary>Where a text that is too long is cut.</summary>
internal static class TextCut
{
    /// <summary>The end of the last whole sentence within the limit; else of the last line or word; else the limit, never inside a surrogate pair.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">UTF-16 units, at least 2.</param>
    /// <returns>At most <paramref name="maxLength"/>; the text's length when it fits.</returns>
    public static int Find(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text.Length;
        // A sentence that ends in the first quarter would leave most of the message empty.
        var least = maxLength / 4;
        var sentence = SentenceSplitter.Split(text[..Math.Min(text.Length, maxLength + 1)])
            .Select(span => span.End)
            .Where(end => end <= maxLength)
            .DefaultIfEmpty()
            .Max();
        if (sentence > least)
            return sentence;
        var line = text.LastIndexOf('\n', maxLength);
        if (line > least)
            return line;
        var word = text.LastIndexOf(' ', maxLength);
        if (word > least)
            return word;
        return char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
    }

    /// <summary>The text within the limit, ending in an ellipsis where something was cut off.</summary>
    public static string Shorten(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        var kept = text.AsSpan(0, Find(text, maxLength - 2)).TrimEnd();
        return string.Concat(kept, kept is [.., '.' or '!' or '?'] ? " …" : "…");
    }
}
