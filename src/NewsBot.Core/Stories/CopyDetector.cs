using NewsBot.Core.Articles;
using NewsBot.Core.Duplicates;

namespace NewsBot.Core.Stories;

/// <summary>The texts of one story, to tell copies from texts of their own.</summary>
internal sealed class CopyDetector
{
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly DuplicateIndex texts = new();

    /// <summary>Takes an article in unless it runs, whole or cut, a text that was taken in before.</summary>
    /// <returns>Whether it was taken in.</returns>
    public bool AddOwn(Article article)
    {
        if (!keys.Add(CopyKey.Of(article)))
            return false;
        // Articles of one story are near in time; those without a time may be of any.
        if (ReportedText.Of(article with { PublishedAt = null }, DateTimeOffset.UnixEpoch) is not { } text)
            return true;
        if (texts.Find(text) is not null)
            return false;
        texts.Add(text, group: 0);
        return true;
    }
}
