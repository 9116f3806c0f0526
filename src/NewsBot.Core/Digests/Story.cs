using NewsBot.Core.Articles;

namespace NewsBot.Core.Digests;

/// <summary>Articles about one event.</summary>
/// <param name="Articles">At least one, in the order of publication, those without a time first; each id once.</param>
/// <param name="Headline">The title of one of them, unchanged.</param>
public sealed record Story(IReadOnlyList<Article> Articles, string Headline)
{
    /// <summary>The outlets that report it, in the order of their first reports; articles without an outlet add none.</summary>
    public IReadOnlyList<string> Outlets { get; } = FindOutlets(Articles, independent: false);

    /// <summary>Those of <see cref="Outlets"/> that have a text of their own: of outlets that run the same text, only the first counts.</summary>
    public IReadOnlyList<string> IndependentOutlets { get; } = FindOutlets(Articles, independent: true);

    /// <summary>The earliest publication, UTC; null when none is known.</summary>
    public DateTimeOffset? FirstReport => Articles.Min(article => article.PublishedAt);

    /// <summary>The latest publication, UTC; null when none is known.</summary>
    public DateTimeOffset? LastReport => Articles.Max(article => article.PublishedAt);

    /// <summary>What was published after <paramref name="time"/>, in order; articles without a time are left out.</summary>
    public IReadOnlyList<Article> Since(DateTimeOffset time) => [.. Articles.Where(article => article.PublishedAt > time)];

    private static List<string> FindOutlets(IReadOnlyList<Article> articles, bool independent)
    {
        var outlets = new List<string>();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var article in articles)
        {
            if (article.Source is not { } outlet || (independent && !texts.Add(StoryCopy.KeyOf(article))))
                continue;
            if (seen.Add(outlet))
                outlets.Add(outlet);
        }

        return outlets;
    }
}
