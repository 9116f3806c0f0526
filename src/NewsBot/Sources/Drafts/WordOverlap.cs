using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Sources.Drafts;

/// <summary>Says how much of one text's words another text has, to tell whether both are about one thing.</summary>
internal static class WordOverlap
{
    // Shorter words are in every text.
    private const int MinWordLetters = 4;

    // Below this share of common words, two texts under one name are about two things.
    private const double OneArticleShare = 0.35;

    /// <summary>The share of the different words of <paramref name="text"/> that <paramref name="other"/> has too, 0 to 1; 1 for a text without words.</summary>
    public static double Share(string text, string other)
    {
        var words = Words(text);
        if (words.Count == 0)
            return 1;
        var found = Words(other);
        return (double)words.Count(found.Contains) / words.Count;
    }

    /// <summary>Whether two articles are so different in their words that one is not a new state of the other.</summary>
    public static bool AreApart(Article one, Article other)
    {
        var (first, second) = ($"{one.Title} {one.Body}", $"{other.Title} {other.Body}");
        return Math.Max(Share(first, second), Share(second, first)) < OneArticleShare;
    }

    private static HashSet<string> Words(string text)
    {
        var spans = new List<TextSpan>();
        Tokenizer.Tokenize(text, spans);
        return new(spans.Where(span => span.Length >= MinWordLetters).Select(span => span.In(text)), StringComparer.OrdinalIgnoreCase);
    }
}
