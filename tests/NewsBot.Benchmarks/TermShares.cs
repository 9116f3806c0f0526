using System.Globalization;
using System.Text;

namespace NewsBot.Benchmarks;

/// <summary>Counts how common each term is; what <see cref="TermRarity"/> knows was printed by this.</summary>
internal static class TermShares
{
    /// <summary>Terms in fewer passages of 100,000 are left to the common share of the rare.</summary>
    private const int Fewest = 8;

    /// <summary>Prints a line a class of shares, the most common first: passages per 100,000, then the terms.</summary>
    public static int Run(string articlesPath, TextWriter output)
    {
        var segment = IndexReport.Build(ArticleLines.Read(articlesPath), TextWriter.Null);
        var classes = new SortedDictionary<int, List<string>>(Comparer<int>.Create(static (a, b) => b.CompareTo(a)));
        for (var term = 0; term < segment.TermCount; term++)
        {
            var perHundredThousand = (int)Math.Round(segment.PassagesWith(term) * 100_000.0 / segment.PassageCount);
            var text = Encoding.UTF8.GetString(segment.TermBytes(term));
            if (perHundredThousand < Fewest || text.Any(char.IsDigit))
                continue;
            var rounded = perHundredThousand < 20 ? perHundredThousand / 2 * 2 : (int)Math.Round(Math.Exp(Math.Round(Math.Log(perHundredThousand) * 8) / 8));
            if (!classes.TryGetValue(rounded, out var terms))
                classes.Add(rounded, terms = []);
            terms.Add(text);
        }

        foreach (var (share, terms) in classes)
        {
            terms.Sort(StringComparer.Ordinal);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{share} {string.Join(' ', terms)}"));
        }

        return 0;
    }
}
