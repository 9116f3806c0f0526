using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>The key by which copies of one text are found.</summary>
internal static class CopyKey
{
    // A feed may repeat a shorter body in every item: 'Read the full article.'
    private const int LeastTellingChars = 200;

    /// <summary>Equal for copies of one text under any title; short texts have to share the title too.</summary>
    public static string Of(Article article) =>
        ContentHash.Of(article.Body.Length >= LeastTellingChars ? article.Body : $"{article.Title}\n{article.Body}");
}
