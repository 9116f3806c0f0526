using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>Articles about one event.</summary>
/// <param name="Articles">At least one, in the order of publication, those without a time first; each id once.</param>
/// <param name="Headline">The title of one of them, unchanged.</param>
public sealed record Story(IReadOnlyList<Article> Articles, string Headline)
{
    /// <summary>The outlets that report it, in the order of their first reports; articles without an outlet add none.</summary>
    public IReadOnlyList<string> Outlets { get; } = FindOutlets(Articles);

    /// <summary>Those of <see cref="Outlets"/> that have a text of their own: of outlets that run one text, whole or cut, only the first counts.</summary>
    public IReadOnlyList<string> IndependentOutlets { get; } = FindOutlets(OwnTexts(Articles));

    /// <summary>The latest publication, UTC; null when none is known.</summary>
    public DateTimeOffset? LastReport => Articles.Max(article => article.PublishedAt);

    /// <summary>What was published after <paramref name="time"/>, in order; articles without a time are left out.</summary>
    public IReadOnlyList<Article> Since(DateTimeOffset time) => [.. Articles.Where(article => article.PublishedAt > time)];

    private static List<string> FindOutlets(IEnumerable<Article> articles)
    {
        var outlets = new List<string>();
        var seen = new HashSet<string>(OutletName.Comparer);
        foreach (var article in articles)
        {
            if (article.Source is { } outlet && seen.Add(outlet))
                outlets.Add(outlet);
        }

        return outlets;
    }

    /// <summary>The articles that are not copies of an earlier one; an article without an outlet counts as no copy.</summary>
    private static IEnumerable<Article> OwnTexts(IReadOnlyList<Article> articles)
    {
        var copies = new CopyDetector();
        // With one outlet, as in most stories, there is nothing to compare.
        var isOneOutlet = articles.All(article => OutletName.Comparer.Equals(article.Source, articles[0].Source));
        return isOneOutlet ? articles : articles.Where(article => article.Source is not null && copies.AddOwn(article));
    }
}
