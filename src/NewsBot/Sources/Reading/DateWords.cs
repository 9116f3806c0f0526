using System.Globalization;
using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Sources.Reading;

/// <summary>What the words of a date mean, in some forty languages; the resource 'date-words.txt' beside this class lists them.</summary>
/// <remarks>
/// A set of months or of days of the week is a number with a bit for each, January or Monday the lowest; the Persian months come after December. Some words mean
/// several: 'lis' is October in Croatian and November in Polish. A word is found as it is written or else without its accents.
/// </remarks>
internal static class DateWords
{
    private const int MaxChars = 24;
    private const int MinAbbreviation = 3;

    private static readonly Lazy<Tables> Words = new(Load);

    /// <summary>The months that a word may mean; 0 for none.</summary>
    /// <param name="word">In any case; '_' joins the words of a name of several.</param>
    public static int Months(ReadOnlySpan<char> word) => Find(word, Words.Value.Months, Words.Value.Days) is var found and not 0 ? found : AfterPrefix(word);

    /// <summary>The days of the week that a word may mean; 0 for none.</summary>
    /// <inheritdoc cref="Months"/>
    public static int Days(ReadOnlySpan<char> word) => Find(word, Words.Value.Days, Words.Value.Months);

    /// <summary>Whether the word says that the time is one of the afternoon; null when it says nothing of it.</summary>
    public static bool? IsAfternoon(ReadOnlySpan<char> word)
    {
        var key = Key(word);
        return Words.Value.Afternoon.Contains(key) ? true : Words.Value.Morning.Contains(key) ? false : null;
    }

    /// <summary>Whether the word only stands between the parts of a date.</summary>
    public static bool IsBetween(ReadOnlySpan<char> word) => Words.Value.Between.Contains(Key(word));

    /// <summary>The word as written, or else folded; folded forms of one table do not count where the other has the word as written.</summary>
    private static int Find(ReadOnlySpan<char> word, Dictionary<string, int> table, Dictionary<string, int> other)
    {
        if (word.Length is 0 or > MaxChars)
            return 0;
        var key = Key(word);
        if (table.TryGetValue(key, out var found))
            return found;
        if (other.ContainsKey(key))
            return 0;
        if (table.TryGetValue(Folded(key), out found))
            return found;
        // 'Septem': the beginning of the names of one month.
        if (key.Length < MinAbbreviation || !ReferenceEquals(table, Words.Value.Months))
            return 0;
        foreach (var (name, months) in table)
        {
            if (name.Length > key.Length + 1 && name.StartsWith(key, StringComparison.Ordinal))
                found |= months;
        }

        return (found & (found - 1)) == 0 ? found : 0;
    }

    /// <summary>Hebrew writes 'in' as a letter before the month.</summary>
    private static int AfterPrefix(ReadOnlySpan<char> word) => word is ['ב', _, _, ..] ? Find(word[1..], Words.Value.Months, Words.Value.Days) : 0;

    private static string Key(ReadOnlySpan<char> word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            // Arabic vowel signs are written or left out.
            if (c is not ('.' or '\'' or '’' or 'ʼ' or (>= '\u064B' and <= '\u0652')))
                key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Folded(string key)
    {
        var folded = new StringBuilder(key.Length);
        Span<char> buffer = stackalloc char[4];
        foreach (var c in key)
        {
            if (char.IsAscii(c))
                folded.Append(c);
            else if (!char.IsSurrogate(c))
                folded.Append(LetterFolding.Fold(c, buffer));
        }

        return folded.ToString();
    }

    private static Tables Load()
    {
        using var stream = typeof(DateWords).Assembly.GetManifestResourceStream("NewsBot.Sources.Reading.date-words.txt")
            ?? throw new InvalidOperationException("The assembly lacks its words of dates.");
        using var reader = new StreamReader(stream);
        var tables = new Tables([], [], [], [], []);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':');
            if (colon < 0 || line[0] == '#')
                continue;
            string[] head = line[..colon].Split(' ');
            var names = line[(colon + 1)..];
            switch (head[0])
            {
                case "months":
                    Add(tables.Months, names, int.Parse(head[^1], CultureInfo.InvariantCulture));
                    break;
                case "days":
                    Add(tables.Days, names, first: 1);
                    break;
                case "am":
                    tables.Morning.UnionWith(Split(names));
                    break;
                case "pm":
                    tables.Afternoon.UnionWith(Split(names));
                    break;
                default:
                    tables.Between.UnionWith(Split(names).Select(name => Key(name)));
                    break;
            }
        }

        AddFolded(tables.Months);
        AddFolded(tables.Days);
        return tables;
    }

    private static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void Add(Dictionary<string, int> table, string groups, int first)
    {
        foreach (var (i, group) in groups.Split('|').Index())
        {
            foreach (var name in Split(group))
                table[Key(name)] = table.GetValueOrDefault(Key(name)) | (1 << (first - 1 + i));
        }
    }

    /// <summary>A folded form that is another name as it is written stays that name.</summary>
    private static void AddFolded(Dictionary<string, int> table)
    {
        var folded = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, set) in table)
            folded[Folded(name)] = folded.GetValueOrDefault(Folded(name)) | set;
        foreach (var (name, set) in folded)
            table.TryAdd(name, set);
    }

    private sealed record Tables(
        Dictionary<string, int> Months, Dictionary<string, int> Days, HashSet<string> Morning, HashSet<string> Afternoon, HashSet<string> Between);
}
