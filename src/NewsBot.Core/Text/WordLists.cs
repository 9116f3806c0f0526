using System.Collections.Frozen;
using Words = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace NewsBot.Core.Text;

/// <summary>The named lists of small words in the resource 'word-lists.txt' beside this class.</summary>
/// <remarks>The resource is read once, on first use (some 20 kB); each list becomes a frozen set when a reader first asks for it.</remarks>
internal static class WordLists
{
    private static readonly Lazy<Dictionary<string, List<string>>> Lists = new(Load);

    /// <summary>The words of a list, in any letter case.</summary>
    /// <param name="name">As the resource writes it before the colon.</param>
    /// <exception cref="KeyNotFoundException">The resource has no list of that name.</exception>
    public static Words Find(string name) => Lists.Value[name].ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static Dictionary<string, List<string>> Load()
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream("NewsBot.Core.Text.word-lists.txt")
            ?? throw new InvalidOperationException("The assembly lacks its word lists.");
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':');
            if (colon < 0 || line[0] == '#')
                continue;
            if (!lists.TryGetValue(line[..colon], out var words))
                lists.Add(line[..colon], words = []);
            words.AddRange(line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return lists;
    }
}
