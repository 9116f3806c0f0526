using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>The subject of a story's titles: their common words, weighted by rarity.</summary>
internal sealed class StorySubject
{
    private const int MostTitles = 50;
    private const double CommonShare = 0.3;

    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);
    private readonly double total;

    /// <summary>Reads a story's titles: words of nearly a third of them, and of the headline when there are few.</summary>
    public StorySubject(Story story)
    {
        var titles = story.Articles.Take(MostTitles).Select(article => article.Title).Append(story.Headline).ToList();
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        var terms = new List<Term>();
        foreach (var title in titles)
        {
            terms.Clear();
            TermAnalyzer.OfThisThread.Analyze(title, terms);
            foreach (var word in terms.Where(term => !term.IsStopWord).Select(term => term.Text).Distinct(StringComparer.Ordinal))
                shares[word] = shares.GetValueOrDefault(word) + (1.0 / titles.Count);
        }

        foreach (var (word, share) in shares.Where(word => word.Value >= CommonShare).OrderBy(word => word.Key, StringComparer.Ordinal))
        {
            weights[word] = -Math.Log(TermRarity.ShareOfPassages(word)) * share;
            total += weights[word];
        }
    }

    /// <summary>The share of the smaller subject that both have, 0 to 1.</summary>
    public double Overlap(StorySubject other)
    {
        var smaller = Math.Min(total, other.total);
        return smaller == 0 ? 0 : Math.Min(1, weights.Sum(word => Math.Min(word.Value, other.weights.GetValueOrDefault(word.Key))) / smaller);
    }
}
