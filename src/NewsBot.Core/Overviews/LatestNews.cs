using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Digests;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Overviews;

/// <summary>The news of the newest days as an answer: a sentence a story, the stories as a daily summary has them.</summary>
public static class LatestNews
{
    /// <summary>The most stories.</summary>
    public const int MaxStories = 5;

    /// <summary>
    /// The most UTF-16 units of all sentences together: with their marks and the day above them they fit into a reply (<see cref="Display.AnswerText.MaxLength"/>).
    /// </summary>
    public const int MaxLength = 830;

    // An archive that gets few articles still has news: the newest ones count, however old they are.
    private const int LeastArticles = 20;

    private static readonly TimeSpan Span = TimeSpan.FromDays(2);

    private static readonly Dictionary<string, IReadOnlyList<string>> NoFolders = [];

    /// <summary>Tells the news.</summary>
    /// <param name="newest">With a date, newest first; of an empty archive none.</param>
    /// <param name="told">The ids of articles whose stories were told already.</param>
    /// <param name="from">The start of the days that are asked for; null for the newest days.</param>
    /// <returns>Null when there is nothing to tell.</returns>
    public static Answer? Tell(IReadOnlyList<ArchivedArticle> newest, IReadOnlySet<string> told, DateTimeOffset? from = null)
    {
        if (newest.Count == 0)
            return null;
        var last = newest[0].Article.PublishedAt!.Value;
        var articles = newest.Where((article, i) => from is not null || i < LeastArticles || article.Article.PublishedAt > last - Span).ToList();
        var first = articles[^1].Article.PublishedAt!.Value.AddSeconds(-1);
        var request = new DigestRequest(first, last) { MaxStories = MaxStories, Told = told };
        var digest = DigestWindow.Make(articles, first, last, NoFolders).Choose(request);
        if (digest.Stories.Count > 0)
            return OverviewAnswer.Of(Fitting(digest.Stories.Select(story => digest.Citations[story.Sentences[0].Citations[0] - 1])));

        // All of these days is told: what is older than the oldest of it is next.
        List<ArchivedArticle> older = [.. newest.Skip(1 + newest.ToList().FindLastIndex(article => told.Contains(article.Article.Id)))];
        return older.Count < newest.Count ? Tell(older, told, from) : null;
    }

    /// <summary>The same of articles whose day nobody knows: what came in last comes first.</summary>
    /// <param name="articles">Without a date, the last to come in first.</param>
    /// <param name="told">The ids of articles that were told already.</param>
    /// <returns>Null when there is nothing to tell.</returns>
    public static Answer? TellUndated(IReadOnlyList<ArticleRevision> articles, IReadOnlySet<string> told)
    {
        var stories = StoryGrouper.Group(articles.Select(article => article.Article));
        var leads = articles
            .DistinctBy(article => stories.First(story => story.Articles.Any(own => own.Id == article.Article.Id)))
            .Where(article => !told.Contains(article.Article.Id))
            .Select(article => ReportedSentences.OfStart(article).FirstOrDefault())
            .OfType<Citation>()
            .Take(MaxStories)
            .ToList();
        return leads.Count == 0 ? null : OverviewAnswer.Of(Fitting(leads));
    }

    /// <summary>The first and those behind it that fit; a story that does not fit is not told yet, so that 'more' tells it.</summary>
    private static List<Citation> Fitting(IEnumerable<Citation> leads)
    {
        var fitting = new List<Citation>();
        foreach (var lead in leads)
        {
            if (fitting.Count == 0 || fitting.Sum(citation => citation.Span.Length) + lead.Span.Length <= MaxLength)
                fitting.Add(lead);
        }

        return fitting;
    }
}
