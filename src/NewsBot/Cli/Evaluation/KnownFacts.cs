using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Cli.Evaluation;

/// <summary>Compares replies with what is known of the answer to a question that a person typed: short answers, facts, sentences.</summary>
internal static class KnownFacts
{
    /// <summary>The part of a known sentence's words that a quotation has to share with it.</summary>
    private const double LeastShared = 0.6;

    /// <summary>Whether something is known to compare with.</summary>
    public static bool Has(EvalQuestion question) => question.Answers.Count > 0 || question.Gold.Count > 0 || question.Nuggets.Count > 0;

    /// <summary>Whether a reply answers.</summary>
    /// <param name="question">With what is known.</param>
    /// <param name="text">The reply's sentences.</param>
    /// <param name="quotes">What the reply cites, word for word.</param>
    /// <returns>
    /// True when the text holds one of the answers in whole words, or at least half of the facts where there are no answers, or when a quotation shares most of its words
    /// with a known sentence. For yes or no only the sentence counts.
    /// </returns>
    public static bool IsTold(EvalQuestion question, string text, IEnumerable<string> quotes)
    {
        var cited = quotes.Select(WordsOf).ToList();
        if (question.Gold.Select(WordsOf).Any(gold => cited.Exists(quote => IsShared(gold, quote))))
            return true;
        if (question.IsYesNo)
            return false;
        var padded = Padded(text);
        if (question.Answers.Count > 0)
            return Holds(padded, question.Answers);
        var told = question.Nuggets.Count(wordings => Holds(padded, wordings));
        return told > 0 && told * 2 >= question.Nuggets.Count;
    }

    private static bool Holds(string padded, IReadOnlyList<string> wordings) =>
        wordings.Any(wording => Padded(wording) is { Length: > 2 } wanted && padded.Contains(wanted, StringComparison.Ordinal));

    private static bool IsShared(List<string> gold, List<string> quote)
    {
        var left = quote.CountBy(word => word).ToDictionary();
        var shared = 0;
        foreach (var word in gold)
        {
            if (left.GetValueOrDefault(word) is > 0 and var count)
            {
                left[word] = count - 1;
                shared++;
            }
        }

        return gold.Count > 0 && shared >= LeastShared * gold.Count;
    }

    private static string Padded(string text) => $" {string.Join(' ', WordsOf(text))} ";

    /// <summary>The words without case, accents, possessives and articles.</summary>
    private static List<string> WordsOf(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var unit in text)
            spaced.Append(unit is '’' or '‘' ? '\'' : char.IsLetterOrDigit(unit) || char.IsSurrogate(unit) || unit is '_' or '\'' ? char.ToLowerInvariant(unit) : ' ');
        var words = new List<string>();
        Span<char> folded = stackalloc char[256];
        foreach (var word in spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = folded[..WordFolding.Fold(word, folded)].ToString().Replace("'", "", StringComparison.Ordinal);
            if (plain.Length > 0 && plain is not ("a" or "an" or "the"))
                words.Add(plain);
        }

        return words;
    }
}
