using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>The subject of articles: the words of their titles and leads, each with its weight; of length 1, or empty.</summary>
internal sealed class StoryProfile
{
    private const int LeadChars = 300;
    private const double LeadWeight = 0.5;

    // The most articles of a story that are read; they stand for all.
    private const int MostArticles = 40;

    private readonly Dictionary<string, double> weights;

    private StoryProfile(Dictionary<string, double> weights)
    {
        this.weights = weights;
        var length = Math.Sqrt(weights.OrderBy(word => word.Key, StringComparer.Ordinal).Sum(word => word.Value * word.Value));
        if (length <= 0)
            return;
        foreach (var word in weights.Keys)
            weights[word] /= length;
    }

    public static StoryProfile Of(Article article)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        var terms = new List<Term>();
        var analyzer = TermAnalyzer.OfThisThread;
        analyzer.Analyze(article.Title, terms);
        Add(1);
        terms.Clear();
        analyzer.Analyze(article.Body.AsSpan(0, Math.Min(article.Body.Length, LeadChars)), terms);
        Add(LeadWeight);
        return new StoryProfile(found);

        void Add(double weight)
        {
            foreach (var term in terms)
            {
                if (!term.IsStopWord)
                    found.TryAdd(term.Text, weight * -Math.Log(TermRarity.ShareOfPassages(term.Text)));
            }
        }
    }

    /// <summary>The profile of several articles: the more of them use a word, the more it weighs.</summary>
    public static StoryProfile Of(IReadOnlyList<ArchivedArticle> articles) => Of([.. articles.Take(MostArticles).Select(article => Of(article.Article))]);

    /// <summary>The sum of several profiles.</summary>
    public static StoryProfile Of(IReadOnlyList<StoryProfile> profiles)
    {
        var sum = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (word, weight) in profiles.SelectMany(profile => profile.weights))
            sum[word] = sum.GetValueOrDefault(word) + weight;
        return new StoryProfile(sum);
    }

    /// <summary>The weight of a word, 0 to 1; 0 for one that does not occur.</summary>
    public double this[string word] => weights.GetValueOrDefault(word);

    /// <summary>The words of a text except its stop words, folded and stemmed.</summary>
    public static HashSet<string> WordsOf(string text)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(text, terms);
        return terms.Where(term => !term.IsStopWord).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The cosine of two profiles, 0 to 1.</summary>
    public double Similarity(StoryProfile other)
    {
        var (small, large) = weights.Count <= other.weights.Count ? (weights, other.weights) : (other.weights, weights);
        var sum = 0.0;
        foreach (var (word, weight) in small)
            sum += weight * large.GetValueOrDefault(word);
        return Math.Min(1, sum);
    }
}
