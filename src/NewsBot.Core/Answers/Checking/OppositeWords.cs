using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Words that turn a report into its contrary when one is put for the other.</summary>
/// <remarks>Our own list: a line has the words of either side, as people write them; it is kept as stems.</remarks>
internal static class OppositeWords
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Sides = new(Read);

    /// <summary>The stems contrary to a stem; empty for most.</summary>
    /// <param name="term">Folded and stemmed.</param>
    public static IReadOnlyList<string> Of(string term) => Sides.Value.GetValueOrDefault(term, []);

    private const string Pairs = """
        rise rises rose risen rising increase increased grow grew grown climb climbed gain gained surge surged jump jumped soar soared | fall falls fell fallen falling decrease decreased shrink shrank shrunk drop dropped decline declined lose lost sink sank plunge plunged slump slumped tumble tumbled
        win won winner victory | lose lost loser defeat
        beat defeat defeated | lost
        approve approved accept accepted agree agreed pass passed ratify ratified | reject rejected refuse refused disagree disagreed block blocked veto vetoed
        arrest arrested detain detained jail jailed imprison imprisoned | release released free freed acquit acquitted
        guilty convict convicted | innocent acquit acquitted cleared
        open opened reopen reopened | close closed shut
        begin began begun start started launch launched | end ended finish finished stop stopped
        buy bought acquire acquired | sell sold
        dead died killed die | alive survive survived survivor
        support supported back backed favour favor | oppose opposed against
        ban banned forbid forbade prohibit prohibited | allow allowed permit permitted lift lifted
        confirm confirmed admit admitted | deny denied
        enter entered join joined arrive arrived | leave left exit quit depart departed
        hire hired appoint appointed | fire fired dismiss dismissed sack sacked resign resigned
        succeed succeeded success successful | fail failed failure unsuccessful
        higher above more | lower below fewer less
        largest biggest highest most | smallest lowest least
        best | worst
        oldest | youngest
        first | last
        before earlier | after later
        attack attacked | defend defended
        legal lawful | illegal unlawful
        safe | unsafe dangerous
        north northern | south southern
        east eastern | west western
        man men male boy son father brother husband | woman women female girl daughter mother sister wife
        strengthen strengthened | weaken weakened
        raise raised | cut lower lowered slash slashed
        same | different
        possible likely | impossible unlikely
        """;

    private static FrozenDictionary<string, string[]> Read()
    {
        var opposites = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in Pairs.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
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
