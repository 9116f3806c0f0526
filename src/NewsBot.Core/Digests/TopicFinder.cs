using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Digests;

/// <summary>Finds the stories of a window that topics mean: by their subject, by outlet, or by folder of feeds.</summary>
internal sealed class TopicFinder
{
    /// <summary>The most topics, and the most mutes, that are looked at.</summary>
    public const int MostTopics = 100;

    private const int MostTopicChars = 100;
    private const int LeadChars = 500;

    // A story is about what one in three of its articles names at their start.
    private const int ShareOfArticles = 3;

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> folders;
    private readonly Dictionary<string, List<Head>> heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ArchivedArticle>> outlets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the starts of the articles of all stories.</summary>
    public TopicFinder(IReadOnlyList<CandidateStory> stories, IReadOnlyDictionary<string, IReadOnlyList<string>> folders)
    {
        this.folders = folders;
        foreach (var story in stories)
        {
            foreach (var article in story.Articles)
            {
                Read(story, article.Article);
                if (article.Article.Source is { } outlet)
                    (outlets.TryGetValue(outlet, out var known) ? known : outlets[outlet] = []).Add(article);
            }
        }
    }

    /// <summary>The stories about any of the topics and none of the mutes.</summary>
    /// <param name="stories">Those that were read.</param>
    /// <param name="topics">Blank ones count for nothing; without any, every story is meant.</param>
    /// <param name="mutes">A muted outlet or folder takes its articles out of a story, and the story when no other is left.</param>
    /// <returns>In the order given.</returns>
    public List<CandidateStory> Find(IReadOnlyList<CandidateStory> stories, IReadOnlyList<string> topics, IReadOnlyList<string> mutes)
    {
        var wanted = topics.Where(topic => !string.IsNullOrWhiteSpace(topic)).Take(MostTopics).ToList();
        var unwanted = mutes.Where(mute => !string.IsNullOrWhiteSpace(mute)).Take(MostTopics).ToList();
        IEnumerable<CandidateStory> found = stories;
        if (wanted.Count > 0)
        {
            var about = wanted.SelectMany(FindAbout).ToHashSet();
            var from = wanted.SelectMany(FindFrom).ToHashSet();
            found = found.Where(story => about.Contains(story) || (from.Count > 0 && story.Articles.Any(article => from.Contains(article.Article.Id))));
        }

        if (unwanted.Count > 0)
        {
            var about = unwanted.SelectMany(FindAbout).ToHashSet();
            var from = unwanted.SelectMany(FindFrom).ToHashSet();
            found = found.Where(story => !about.Contains(story));
            if (from.Count > 0)
                found = found.Select(story => story.Without(article => from.Contains(article.Article.Id))).OfType<CandidateStory>();
        }

        return [.. found];
    }

    /// <summary>The ids of the articles of an outlet or a folder with this name.</summary>
    private IEnumerable<string> FindFrom(string topic)
    {
        var name = OutletMention.Fold(topic.Trim());
        var ofOutlets = name.Length == 0 ? [] : outlets.Where(outlet => OutletMention.Matches(outlet.Key, name)).SelectMany(outlet => outlet.Value)
            .Select(article => article.Article.Id);
        return ofOutlets.Concat(folders.Where(article => article.Value.Contains(topic.Trim(), StringComparer.OrdinalIgnoreCase)).Select(article => article.Key));
    }

    private IEnumerable<CandidateStory> FindAbout(string topic)
    {
        var words = WordsOf(topic.AsSpan(0, Math.Min(topic.Length, MostTopicChars)));
        if (words.Count == 0)
            return [];
        var rarest = words.MinBy(word => heads.TryGetValue(word, out var holders) ? holders.Count : 0)!;
        return heads.GetValueOrDefault(rarest, [])
            .Where(head => head.Holds(words))
            .GroupBy(head => head.Story)
            .Where(story => story.Count() * ShareOfArticles >= story.Key.Articles.Count)
            .Select(story => story.Key);
    }

    private void Read(CandidateStory story, Article article)
    {
        var head = new Head(story, [.. WordsOf(article.Title), "", .. WordsOf(article.Body.AsSpan(0, Math.Min(article.Body.Length, LeadChars)))]);
        foreach (var word in head.Words.Distinct(StringComparer.Ordinal))
            (heads.TryGetValue(word, out var holders) ? holders : heads[word] = []).Add(head);
    }

    /// <summary>Without stop words, unless there is nothing else: 'The Who'.</summary>
    private static List<string> WordsOf(ReadOnlySpan<char> text)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(text, terms);
        var words = terms.Where(term => !term.IsStopWord).Select(term => term.Text).ToList();
        return words.Count > 0 ? words : terms.ConvertAll(term => term.Text);
    }

    /// <summary>How an article begins.</summary>
    /// <param name="Story">Whose it is.</param>
    /// <param name="Words">Of the title, an empty word, of the lead.</param>
    private sealed record Head(CandidateStory Story, string[] Words)
    {
        /// <summary>Whether the words stand in it in sequence.</summary>
        public bool Holds(List<string> words) => Words.AsSpan().IndexOf([.. words]) >= 0;
    }
}
