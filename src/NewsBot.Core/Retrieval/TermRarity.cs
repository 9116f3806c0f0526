using System.Collections.Frozen;
using System.Globalization;

namespace NewsBot.Core.Retrieval;

/// <summary>The rarity of a term in news in general, for archives that are too small to tell.</summary>
/// <remarks>
/// The table beside this file was counted once over some 210,000 passages of English news: a line is a number of passages per 100,000 and the stems that
/// occur in about so many. <c>NewsBot.Benchmarks shares</c> prints such a table.
/// </remarks>
public static class TermRarity
{
    /// <summary>How many passages of experience the table counts for.</summary>
    public const int PriorPassages = 2_000;

    private const double ShareOfOthers = 4e-5;

    private static readonly Lazy<FrozenDictionary<string, double>> Shares = new(Read);

    /// <summary>The share of news passages that hold the term, above 0; the same small share for every term that the table lacks.</summary>
    /// <param name="term">Folded and stemmed.</param>
    public static double ShareOfPassages(string term) => Shares.Value.GetValueOrDefault(term, ShareOfOthers);

    /// <summary>Whether the table has a term: news in general knows it.</summary>
    /// <param name="term">Folded and stemmed.</param>
    public static bool Knows(string term) => Shares.Value.ContainsKey(term);

    private static FrozenDictionary<string, double> Read()
    {
        using var stream = typeof(TermRarity).Assembly.GetManifestResourceStream("NewsBot.Core.Retrieval.term-shares.txt")
            ?? throw new InvalidOperationException("The assembly lacks its table of term shares.");
        using var reader = new StreamReader(stream);
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            var share = int.Parse(words[0], CultureInfo.InvariantCulture) / 100_000.0;
            foreach (var word in words.AsSpan(1))
                shares[word] = share;
        }

        return shares.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
