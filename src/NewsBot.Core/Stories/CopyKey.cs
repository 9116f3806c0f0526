using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>Tells one text that several outlets run from texts of their own.</summary>
internal static class CopyKey
{
    // Shorter bodies may be what a feed says of every item: 'Read the full article.'
    private const int LeastTellingChars = 200;

    /// <summary>Equal for copies of one text, whatever their titles; short texts have to share the title too.</summary>
    public static string Of(Article article) =>
        ContentHash.Of(article.Body.Length >= LeastTellingChars ? article.Body : $"{article.Title}\n{article.Body}");
}
