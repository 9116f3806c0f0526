using System.Collections.Concurrent;
using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Digests;

/// <summary>The stories of a window of time, made once; digests for any topics, mutes and lengths are then cheap.</summary>
/// <remarks>Pure. Safe for concurrent use.</remarks>
public sealed class DigestWindow
{
    private readonly List<CandidateStory> stories;
    private readonly Lazy<TopicFinder> topics;
    private readonly ConcurrentDictionary<CandidateStory, StorySummary?> tellings = new();

    // By id, those of the time before the window too. They and their readings serve the next window.
    private readonly Dictionary<string, ArchivedArticle> articles;
    private readonly StoryReadings readings;

    private DigestWindow(DateTimeOffset from, DateTimeOffset to, Dictionary<string, ArchivedArticle> articles, StoryReadings readings, List<CandidateStory> stories,
        IReadOnlyDictionary<string, IReadOnlyList<string>> folders)
    {
        From = from;
        To = to;
        this.articles = articles;
        this.readings = readings;
        this.stories = stories;
        topics = new(() => new TopicFinder(stories, folders));

        // From here on, the texts of the few stories that are told are read.
        foreach (var article in articles.Values)
            article.Article.Pack();
    }

    /// <summary>The start, exclusive, UTC.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The end, inclusive, UTC.</summary>
    public DateTimeOffset To { get; }

    /// <summary>How many articles it holds, with those from before the window.</summary>
    public int ArticleCount => articles.Count;

    /// <summary>Groups what was published in the window, and joins to it what went before.</summary>
    /// <param name="articles">
    /// In any order; those of the window, and those of some days before it, by which a story that began earlier is known. What was published before
    /// the window and reached the archive in it counts as of the window. Articles without a date, and of after <paramref name="to"/>, are left out.
    /// </param>
    /// <param name="from">The start of the window, exclusive.</param>
    /// <param name="to">Its end, inclusive.</param>
    /// <param name="folders">By article id the folders of the feeds that it came from; an article may be missing.</param>
    /// <param name="earlier">
    /// A window of the same archive that was made before, of any time: what both have in common is neither read again nor kept twice. It changes nothing else. Null for none.
    /// </param>
    public static DigestWindow Make(
        IEnumerable<ArchivedArticle> articles, DateTimeOffset from, DateTimeOffset to, IReadOnlyDictionary<string, IReadOnlyList<string>> folders, DigestWindow? earlier = null)
    {
        var known = new Dictionary<string, ArchivedArticle>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            if (article.Article.PublishedAt is { } published && published <= to)
                known.TryAdd(article.Article.Id, earlier?.Find(article.Revision) ?? article);
        }

        var read = earlier?.readings.Only(known.Values.Select(article => article.Article)) ?? new StoryReadings();
        var grouper = new StoryGrouper(read.Of);
        grouper.Add([.. known.Values.Select(article => article.Article)]);
        var found = new List<CandidateStory>();
        foreach (var story in grouper.Groups())
        {
            var all = story.Select(article => known[article.Id]).ToLookup(IsOfWindow);
            if (all[true].Any())
                found.Add(new CandidateStory([.. all[true]], [.. all[false]], to));
        }

        // Ties by id, so that the same archive always gives the same digest.
        found.Sort((a, b) => a.Importance != b.Importance ? b.Importance.CompareTo(a.Importance) : string.CompareOrdinal(a.Articles[0].Article.Id, b.Articles[0].Article.Id));
        return new DigestWindow(from, to, known, read, found, folders);

        bool IsOfWindow(ArchivedArticle article) => article.Article.PublishedAt > from || (article.ArrivedAt > from && article.ArrivedAt <= to);
    }

    /// <summary>The digest for one request over this window; its own times count for nothing.</summary>
    /// <returns>Without stories when nothing of the window is about the topics, or nothing new.</returns>
    public Digest Choose(DigestRequest request)
    {
        // Most requests name no topic, and what finds topics takes a kilobyte an article.
        var candidates = request.Topics.Count + request.Mutes.Count == 0 ? stories : topics.Value.Find(stories, request.Topics, request.Mutes);
        var (count, outlets) = Count(candidates);
        var chosen = DigestChoice.Choose(candidates, request, Tell);
        return DigestWriter.Write(new Digest(From, To) { ArticleCount = count, OutletCount = outlets }, chosen);
    }

    private ArchivedArticle? Find(ArticleRevision revision) =>
        articles.TryGetValue(revision.Article.Id, out var found) && found.Revision.RevisionId == revision.RevisionId ? found : null;

    // Requests share the summaries of stories, except where a summary depends on earlier digests.
    private StorySummary? Tell(CandidateStory story) => tellings.GetOrAdd(story, StorySummary.Of);

    private static (int Articles, int Outlets) Count(List<CandidateStory> stories) =>
        (stories.Sum(story => story.Articles.Count),
            stories.SelectMany(story => story.Articles).Select(article => article.Article.Source).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count());
}
