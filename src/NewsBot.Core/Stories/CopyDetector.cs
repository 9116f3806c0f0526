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

/// <summary>The key by which copies of one text are found.</summary>
internal static class CopyKey
{
    // A feed may repeat a shorter body in every item: 'Read the full article.'
    private const int LeastTellingChars = 200;

    /// <summary>Equal for copies of one text under any title; short texts have to share the title too.</summary>
    public static string Of(Article article) =>
        ContentHash.Of(article.Body.Length >= LeastTellingChars ? article.Body : $"{article.Title}\n{article.Body}");
}
