using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>Chooses the title that fits a story best.</summary>
internal static class StoryHeadline
{
    // The length that most newspapers keep to; a shorter title says too little, a longer one is a sentence of the text.
    private const int LeastChars = 25;
    private const int MostChars = 110;

    // Of a large story, the first titles speak for all of them.
    private const int MostTitles = 200;

    private const double LengthPenalty = 0.5;
    private const double QuestionPenalty = 0.7;
    private const double CommentPenalty = 0.5;

    // 'How it came to this' explains what another title tells.
    private static readonly string[] Questions = ["how ", "why ", "what ", "who ", "where ", "when ", "is ", "can "];

    /// <summary>The title whose words most of the other titles share; questions, comment, live pages and titles of an odd length come last.</summary>
    /// <param name="articles">At least one, in order; of equal titles the first is taken.</param>
    public static string Choose(IReadOnlyList<Article> articles)
    {
        if (articles.Count == 1)
            return articles[0].Title;
        var titled = articles.Take(MostTitles).DistinctBy(article => article.Title, StringComparer.Ordinal).ToList();
        var words = titled.ConvertAll(article => WordsOf(article.Title));
        var shares = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words.SelectMany(title => title))
            shares[word] = shares.GetValueOrDefault(word) + 1;

        var best = 0;
        var bestScore = double.NegativeInfinity;
        for (var i = 0; i < titled.Count; i++)
        {
            var score = Centrality(words[i], shares) * Form(titled[i]);
            if (score > bestScore)
                (best, bestScore) = (i, score);
        }

        return titled[best].Title;
    }

    /// <summary>The share of the other titles' words that this one has, for its length.</summary>
    private static double Centrality(HashSet<string> words, Dictionary<string, int> shares)
    {
        var sum = 0.0;
        foreach (var word in words.Order(StringComparer.Ordinal))
            sum += (shares[word] - 0.5) * -Math.Log(TermRarity.ShareOfPassages(word));
        return words.Count == 0 ? 0 : sum / Math.Sqrt(words.Count);
    }

    private static double Form(Article article)
    {
        var title = article.Title;
        var form = 1.0;
        if (title.Length is < LeastChars or > MostChars || title.EndsWith('…'))
            form *= LengthPenalty;
        if (title.EndsWith('?') || Questions.Any(word => title.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            form *= QuestionPenalty;
        if (NewsValue.Of(article) < 1)
            form *= CommentPenalty;
        return form;
    }

    private static HashSet<string> WordsOf(string title)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(title, terms);
        return terms.Where(term => !term.IsStopWord).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
    }
}
