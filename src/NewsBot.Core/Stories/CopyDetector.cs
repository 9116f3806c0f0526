using NewsBot.Core.Articles;
using NewsBot.Core.Duplicates;

namespace NewsBot.Core.Stories;

/// <summary>Tells copies from articles with a text of their own, within one story.</summary>
internal sealed class CopyDetector
{
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly DuplicateIndex texts = new();

    /// <summary>Adds an article unless its text is, whole or cut, one that was added before.</summary>
    /// <returns>Whether it was added.</returns>
    public bool AddOwn(Article article)
    {
        if (!keys.Add(CopyKey.Of(article)))
            return false;
        // Articles of one story are near in time; those without a time may be from any time.
        if (ReportedText.Of(article with { PublishedAt = null }, DateTimeOffset.UnixEpoch) is not { } text)
            return true;
        if (texts.Find(text) is not null)
            return false;
        texts.Add(text, group: 0);
        return true;
    }
}
