using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Words that turn a report into its opposite when one stands in the other's place.</summary>
/// <remarks>Our own list: a line has the words of either side, as people write them; it is kept as stems.</remarks>
internal static class OppositeWords
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Sides = new(Read);

    /// <summary>The stems of opposite meaning; empty for most stems.</summary>
    /// <param name="term">Folded and stemmed.</param>
    public static IReadOnlyList<string> Of(string term) => Sides.Value.GetValueOrDefault(term, []);

    private static FrozenDictionary<string, string[]> Read()
    {
        var opposites = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        using var stream = typeof(OppositeWords).Assembly.GetManifestResourceStream("NewsBot.Core.Answers.Checking.opposite-words.txt")
            ?? throw new InvalidOperationException("The assembly lacks its list of opposite words.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var sides = line.Split('|').Select(Stems).ToArray();
            Add(sides[0], sides[1]);
            Add(sides[1], sides[0]);
        }

        return opposites.ToFrozenDictionary(row => row.Key, row => row.Value.ToArray(), StringComparer.Ordinal);

        void Add(HashSet<string> from, HashSet<string> to)
        {
            foreach (var term in from)
            {
                if (!opposites.TryGetValue(term, out var others))
                    opposites.Add(term, others = new HashSet<string>(StringComparer.Ordinal));
                others.UnionWith(to);
            }
        }
    }

    private static HashSet<string> Stems(string words)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(words, terms);
        return terms.Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
    }
}
