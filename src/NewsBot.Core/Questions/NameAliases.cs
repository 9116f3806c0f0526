using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>Names that stand for each other: of a country and its people ('UK', 'Britain', 'British'), a name and its initials ('International Monetary Fund', 'IMF').</summary>
/// <remarks>The list beside this file is our own: a line is a group, a comma between two names; it is kept as stems.</remarks>
public static class NameAliases
{
    private static readonly Lazy<string[][][]> Groups = new(Read);

    /// <summary>Words that make another place or people of the name behind them: 'South America', 'Latin American'.</summary>
    private static readonly HashSet<string> OtherBefore = new(StringComparer.Ordinal) { "south", "north", "latin", "central", "new", "nativ" };

    /// <summary>The names of a text that have other forms.</summary>
    /// <param name="words">The text's terms, stop words too.</param>
    public static IReadOnlyList<AliasedName> In(IReadOnlyList<Term> words)
    {
        var found = new List<AliasedName>();
        foreach (var group in Groups.Value)
        {
            foreach (var form in group.OrderByDescending(form => form.Length))
            {
                if (Find(words, form) is not (>= 0 and var at))
                    continue;
                found.Add(new AliasedName(new TextSpan(words[at].Start, words[at + form.Length - 1].End), group));
                break;
            }
        }

        return found;
    }

    /// <summary>Where a form stands in a text; -1 when it does not.</summary>
    internal static int Find(IReadOnlyList<Term> words, string[] form)
    {
        for (var i = 0; i + form.Length <= words.Count; i++)
        {
            var length = 0;
            while (length < form.Length && words[i + length].Text == form[length])
                length++;
            if (length == form.Length && (i == 0 || !OtherBefore.Contains(words[i - 1].Text)))
                return i;
        }

        return -1;
    }

    private static string[][][] Read()
    {
        using var stream = typeof(NameAliases).Assembly.GetManifestResourceStream("NewsBot.Core.Questions.name-aliases.txt")
            ?? throw new InvalidOperationException("The assembly lacks its list of names.");
        using var reader = new StreamReader(stream);
        var groups = new List<string[][]>();
        while (reader.ReadLine() is { } line)
            groups.Add([.. line.Split(", ").Select(Stems)]);
        return [.. groups];
    }

    private static string[] Stems(string name)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(name, terms);
        return [.. terms.Select(term => term.Text)];
    }
}

/// <summary>A name of a question that articles may write in another form.</summary>
/// <param name="Span">Where it stands in the question.</param>
/// <param name="Forms">All its forms, each as stems.</param>
public sealed record AliasedName(TextSpan Span, IReadOnlyList<string[]> Forms)
{
    /// <summary>Whether a text has any of the forms.</summary>
    /// <param name="words">The text's terms, stop words too.</param>
    public bool IsIn(IReadOnlyList<Term> words) => Forms.Any(form => NameAliases.Find(words, form) >= 0);
}
