using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Digests;

/// <summary>A story that a digest may choose: its articles in the window, and its earlier reports.</summary>
internal sealed class CandidateStory
{
    // From this number of articles on, the headline comes from the later half: the first report has three dead, the last thirty.
    private const int Many = 6;

    private StoryProfile? profile;

    /// <summary>Finds the core of the story, its headline and its importance.</summary>
    /// <param name="articles">Those of the window, in order, at least one.</param>
    /// <param name="earlier">Those before the window, in order.</param>
    /// <param name="to">The end of the window, when the digest is read.</param>
    public CandidateStory(IReadOnlyList<ArchivedArticle> articles, IReadOnlyList<ArchivedArticle> earlier, DateTimeOffset to)
    {
        To = to;
        Articles = articles;
        Core = CentralArticles.Of(articles);
        Earlier = earlier.Count == 0 ? earlier : CentralArticles.Of(earlier, Profile);
        Value = articles.Average(article => NewsValue.Of(article.Article));
        List<Article> core = [.. Core.Select(article => article.Article)];
        Story = new Story(core, StoryHeadline.Choose(core.Count >= Many ? core[(core.Count / 2)..] : core));
        Importance = StoryRanking.Importance(Story, to) * Value;
    }

    /// <summary>The end of the window.</summary>
    public DateTimeOffset To { get; }

    /// <summary>Those of the window, in the order of publication.</summary>
    public IReadOnlyList<ArchivedArticle> Articles { get; }

    /// <summary>Those of <see cref="Articles"/> that report the same event as most of them; the others are only related.</summary>
    public IReadOnlyList<ArchivedArticle> Core { get; }

    /// <summary>Those before the window that report the same event as the core.</summary>
    public IReadOnlyList<ArchivedArticle> Earlier { get; }

    /// <summary>The core as a story.</summary>
    public Story Story { get; }

    /// <summary>How much its articles count as news, 0 to 1.</summary>
    public double Value { get; }

    /// <summary>Larger is more important.</summary>
    public double Importance { get; }

    /// <summary>Its subject, for comparing it with other stories.</summary>
    public StoryProfile Profile => profile ??= StoryProfile.Of(Core);

    /// <summary>The story without some of its articles; null when none of the window is left.</summary>
    public CandidateStory? Without(Predicate<ArchivedArticle> isLeftOut)
    {
        List<ArchivedArticle> left = [.. Articles.Where(article => !isLeftOut(article))];
        if (left.Count == Articles.Count)
            return this;
        return left.Count == 0 ? null : new CandidateStory(left, [.. Earlier.Where(article => !isLeftOut(article))], To);
    }
}
