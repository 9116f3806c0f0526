using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>Groups articles into stories as they come, one story an event; one thread at a time.</summary>
/// <remarks>
/// Holds what was added until <see cref="Forget"/>, and no more. Within one call of <see cref="Add"/> the order of the articles does
/// not matter; across calls it does, since a story is never taken apart.
/// </remarks>
public sealed class StoryGrouper
{
    /// <summary>Articles that were published further apart do not support one story; those without a time may belong to any.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(4);

    /// <summary>The longest time from a story's first report to its last; later reports begin a new story.</summary>
    public static readonly TimeSpan LongestStory = TimeSpan.FromDays(10);

    /// <summary>Average similarity at which articles are one story; chosen with the weights of <see cref="StoryIndex"/>.</summary>
    private const double Threshold = 0.18;

    // The features that a group shares count beside the articles one by one: groups that differ in them stay apart though
    // their articles look alike, and groups that agree in them are one though their articles look less alike.
    private const double LowThreshold = 0.1;
    private const double LeastAgreement = 0.4;
    private const double FullAgreement = 0.6;

    // The index is cleaned up when this share of its articles (one in N) is gone.
    private const int SweepShare = 8;

    private readonly StoryIndex index = new();
    private readonly StoryLinks links;
    private readonly Func<Article, StoryFeature[]> read;
    private readonly List<GroupedArticle?> held = [];
    private readonly Stack<int> free = [];
    private readonly List<int> gone = [];
    private readonly List<StoryFeature[]> goneFeatures = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);

    // By the list of a group's articles, with how many of these were read, while groups are joined: most are compared with many others.
    private readonly Dictionary<IReadOnlyList<int>, (int Articles, GroupWords Words)> words = new(ReferenceEqualityComparer.Instance);
    private long groups;

    /// <summary>Makes a grouper that holds nothing yet.</summary>
    public StoryGrouper()
        : this(new StoryReader().Read)
    {
    }

    /// <summary>The same, for one that need not read every article itself.</summary>
    /// <param name="read">Gives an article's features, see <see cref="StoryReader"/>.</param>
    internal StoryGrouper(Func<Article, StoryFeature[]> read)
    {
        this.read = read;
        links = new StoryLinks(size => size < GroupComparison.LeastArticles ? Threshold : LowThreshold, AreOneEvent);
    }

    /// <summary>How many articles are held.</summary>
    public int Count => ids.Count;

    /// <summary>The stories of any number of articles, in one go.</summary>
    /// <param name="articles">In any order, of any time. Of those that share an id one counts: the first by time, then by text.</param>
    /// <returns>Every article in exactly one story; in the order of the first report, those without a time first.</returns>
    /// <remarks>The order of <paramref name="articles"/> changes nothing. Takes them day by day, so that the work follows the days.</remarks>
    public static IReadOnlyList<Story> Group(IEnumerable<Article> articles)
    {
        var grouper = new StoryGrouper();
        var stories = new List<Story>();
        var days = articles
            .Order(StoryOrder.Comparer)
            .DistinctBy(article => article.Id, StringComparer.Ordinal)
            .GroupBy(article => article.PublishedAt?.UtcDateTime.Date)
            .OrderBy(day => day.Key);
        foreach (var day in days)
        {
            if (day.Key is { } date)
                stories.AddRange(grouper.Forget(new DateTimeOffset(date, TimeSpan.Zero) - Window));
            grouper.Add([.. day]);
        }

        stories.AddRange(grouper.Stories());
        stories.Sort((a, b) => StoryOrder.Comparer.Compare(a.Articles[0], b.Articles[0]));
        return stories;
    }

    /// <summary>Adds articles; an id that is held already is left out.</summary>
    /// <param name="articles">In any order. The larger the batch, the better the grouping; an empty one does nothing.</param>
    public void Add(IReadOnlyCollection<Article> articles)
    {
        var fresh = new List<int>();
        foreach (var article in articles.Order(StoryOrder.Comparer))
        {
            if (ids.Add(article.Id) && Hold(article) is { } number)
                fresh.Add(number);
        }

        var added = new List<long>();
        var alike = new List<(int Article, float Similarity)>();
        foreach (var number in fresh)
        {
            var article = held[number]!;
            links.Add(article.Group, number);
            added.Add(article.Group);
            alike.Clear();
            index.Add(number, article.Features, alike);
            foreach (var (other, similarity) in alike)
            {
                if (held[other] is { } earlier && AreNear(article.Article, earlier.Article))
                    links.Link(article.Group, earlier.Group, similarity);
            }
        }

        links.Join(added, (left, members) =>
        {
            foreach (var member in members)
                held[member]!.Group = left;
        });
        words.Clear();
    }

    /// <summary>Removes every story whose last report is earlier than <paramref name="before"/>; articles without a time stay.</summary>
    /// <returns>The removed stories, in no particular order.</returns>
    public IReadOnlyList<Story> Forget(DateTimeOffset before)
    {
        var stories = new List<Story>();
        foreach (var (group, members) in links.Groups.ToList())
        {
            var articles = ArticlesOf(members);
            if (articles.Exists(article => !(article.PublishedAt < before)))
                continue;
            articles.Sort(StoryOrder.Comparer);
            stories.Add(ToStory(articles));
            links.Remove(group);
            foreach (var number in members)
                LetGo(number);
        }

        Sweep();
        return stories;
    }

    /// <summary>The stories of the articles held.</summary>
    /// <returns>Every article in exactly one story; in the order of the first report, those without a time first.</returns>
    public IReadOnlyList<Story> Stories()
    {
        var stories = Groups().Select(ToStory).ToList();
        stories.Sort((a, b) => StoryOrder.Comparer.Compare(a.Articles[0], b.Articles[0]));
        return stories;
    }

    /// <summary>The articles of each story, in order; the stories in none. For one that chooses the headlines itself.</summary>
    internal IEnumerable<List<Article>> Groups() => links.Groups.Select(group =>
    {
        var articles = ArticlesOf(group.Articles);
        articles.Sort(StoryOrder.Comparer);
        return articles;
    });

    /// <summary>Gives the article a number and counts what it says; null for a copy of an article held, which goes wherever that one goes.</summary>
    private int? Hold(Article article)
    {
        var key = CopyKey.Of(article);
        if (texts.TryGetValue(key, out var first) && held[first] is { } original && AreNear(article, original.Article))
        {
            original.Copies.Add(article);
            return null;
        }

        if (!free.TryPop(out var number))
        {
            number = held.Count;
            held.Add(null);
        }

        var features = read(article);
        index.Count(features);
        held[number] = new GroupedArticle(article, key, features) { Group = groups++ };
        texts[key] = number;
        return number;
    }

    private bool AreOneEvent(IReadOnlyList<int> first, IReadOnlyList<int> second, double average)
    {
        if (SpanOf([.. first, .. second]) > LongestStory)
            return false;
        var isAlike = average >= Threshold;
        if (isAlike && Math.Min(first.Count, second.Count) < GroupComparison.LeastArticles)
            return true;
        return GroupComparison.Agreement(WordsOf(first), WordsOf(second)) >= (isAlike ? LeastAgreement : FullAgreement);
    }

    private TimeSpan SpanOf(IReadOnlyCollection<int> members)
    {
        var times = members.Select(member => held[member]!.Article.PublishedAt).ToList();
        return times.Max() - times.Min() ?? TimeSpan.Zero;
    }

    private GroupWords WordsOf(IReadOnlyList<int> members)
    {
        var count = Math.Min(members.Count, GroupComparison.MostArticles);
        if (!words.TryGetValue(members, out var known) || known.Articles != count)
            words[members] = known = (count, GroupComparison.WordsOf([.. members.Take(count).Select(member => held[member]!.Features)]));
        return known.Words;
    }

    private void LetGo(int number)
    {
        var article = held[number]!;
        ids.Remove(article.Article.Id);
        foreach (var copy in article.Copies)
            ids.Remove(copy.Id);
        if (texts.TryGetValue(article.TextKey, out var first) && first == number)
            texts.Remove(article.TextKey);
        held[number] = null;
        gone.Add(number);
        goneFeatures.Add(article.Features);
    }

    private void Sweep()
    {
        if (gone.Count * SweepShare < held.Count - free.Count)
            return;
        index.Remove(number => held[number] is null, goneFeatures);
        foreach (var number in gone)
            free.Push(number);
        gone.Clear();
        goneFeatures.Clear();
    }

    private List<Article> ArticlesOf(IReadOnlyList<int> members)
    {
        var articles = new List<Article>(members.Count);
        foreach (var member in members)
        {
            articles.Add(held[member]!.Article);
            articles.AddRange(held[member]!.Copies);
        }

        return articles;
    }

    private static Story ToStory(List<Article> articles) => new(articles, StoryHeadline.Choose(articles));

    private static bool AreNear(Article first, Article second) =>
        first.PublishedAt is not { } one || second.PublishedAt is not { } other || (one - other).Duration() <= Window;
}
