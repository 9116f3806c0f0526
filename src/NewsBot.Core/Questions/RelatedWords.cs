using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>Words that news uses for each other: a question about 'negotiations' is answered by 'talks'.</summary>
/// <remarks>The list beside this file is our own: a line is a group, as people write the words; it is kept as stems.</remarks>
public static class RelatedWords
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Groups = new(Read);

    /// <summary>The stems related to a stem, without itself; empty for most.</summary>
    /// <param name="term">Folded and stemmed.</param>
    public static IReadOnlyList<string> Of(string term) => Groups.Value.GetValueOrDefault(term, []);

    private static FrozenDictionary<string, string[]> Read()
    {
        using var stream = typeof(RelatedWords).Assembly.GetManifestResourceStream("NewsBot.Core.Questions.related-words.txt")
            ?? throw new InvalidOperationException("The assembly lacks its list of related words.");
        using var reader = new StreamReader(stream);
        var related = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var terms = new List<Term>();
        while (reader.ReadLine() is { } line)
        {
            terms.Clear();
            TermAnalyzer.OfThisThread.Analyze(line, terms);
            var group = terms.Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
            foreach (var term in group)
            {
                if (!related.TryGetValue(term, out var others))
                    related.Add(term, others = new HashSet<string>(StringComparer.Ordinal));
                others.UnionWith(group);
            }
        }

        return related.ToFrozenDictionary(row => row.Key, row => row.Value.Where(other => other != row.Key).ToArray(), StringComparer.Ordinal);
    }
}
