using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Two sentences side by side: the words that they share in one order, and what each has between those.</summary>
internal sealed class Alignment
{
    /// <summary>A word that tells something counts as much as so many small words or words of names, which may have changed their places.</summary>
    private const int ContentWeight = 3;

    /// <summary>Words beyond are not compared, which bounds the time.</summary>
    private const int MaxWords = 80;

    private Alignment(IReadOnlyList<Gap> gaps, int shared, int telling) => (Gaps, Shared, Telling) = (gaps, shared, telling);

    /// <summary>Where the two differ, in order.</summary>
    public IReadOnlyList<Gap> Gaps { get; }

    /// <summary>How many words they share.</summary>
    public int Shared { get; }

    /// <summary>How many of these tell something: no small words, no names.</summary>
    public int Telling { get; }

    /// <summary>Lays two sentences side by side so that they share most.</summary>
    public static Alignment Of(GateText said, GateText there)
    {
        var (mine, theirs) = (Math.Min(said.Terms.Count, MaxWords), Math.Min(there.Terms.Count, MaxWords));
        var best = new int[mine + 1, theirs + 1];
        for (var i = mine - 1; i >= 0; i--)
        {
            for (var j = theirs - 1; j >= 0; j--)
            {
                best[i, j] = Math.Max(best[i + 1, j], best[i, j + 1]);
                if (said.Terms[i].Text == there.Terms[j].Text)
                    best[i, j] = Math.Max(best[i, j], best[i + 1, j + 1] + Weight(said, said.Terms[i]));
            }
        }

        var (pairs, a, b) = (new List<(int Mine, int Theirs)>(), 0, 0);
        while (a < mine && b < theirs)
        {
            if (said.Terms[a].Text == there.Terms[b].Text && best[a, b] == best[a + 1, b + 1] + Weight(said, said.Terms[a]))
                pairs.Add((a++, b++));
            else if (best[a + 1, b] >= best[a, b + 1])
                a++;
            else
                b++;
        }

        return new Alignment(GapsOf(said, pairs, mine, theirs), pairs.Count, pairs.Count(pair => IsTelling(said, said.Terms[pair.Mine])));
    }

    /// <summary>The sentence beside each one of the passages that has a word of what it says beside numbers and days.</summary>
    public static IReadOnlyList<(GateText Sentence, Alignment Alignment)> OfAll(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        var statement = said.Statement;
        return [.. evidence.SelectMany(passage => passage.All).Where(sentence => statement.Any(sentence.Content.Contains)).Select(sentence => (sentence, Of(said, sentence)))];
    }

    private static int Weight(GateText said, Term term) => IsTelling(said, term) ? ContentWeight : 1;

    private static bool IsTelling(GateText said, Term term) => !term.IsStopWord && !said.NameStems.Contains(term.Text);

    private static List<Gap> GapsOf(GateText said, List<(int Mine, int Theirs)> pairs, int mine, int theirs)
    {
        var gaps = new List<Gap>();
        for (var i = 0; i <= pairs.Count; i++)
        {
            var (from, thereFrom) = i == 0 ? (0, 0) : (pairs[i - 1].Mine + 1, pairs[i - 1].Theirs + 1);
            var (to, thereTo) = i == pairs.Count ? (mine, theirs) : pairs[i];
            if (from < to || thereFrom < thereTo)
                gaps.Add(new Gap(from, to, thereFrom, thereTo, IsHeld(said, pairs, i - 1, -1), IsHeld(said, pairs, i, 1)));
        }

        return gaps;
    }

    /// <summary>Whether the shared words on one side of a gap, with nothing between them, tell something, or the sentence ends there.</summary>
    private static bool IsHeld(GateText said, List<(int Mine, int Theirs)> pairs, int at, int step)
    {
        if (at < 0 || at >= pairs.Count)
            return true;
        for (; at >= 0 && at < pairs.Count; at += step)
        {
            if (!said.Terms[pairs[at].Mine].IsStopWord)
                return true;
            var next = at + step;
            if (next < 0 || next >= pairs.Count)
                return true;
            if (pairs[next].Mine - pairs[at].Mine != step || pairs[next].Theirs - pairs[at].Theirs != step)
                return false;
        }

        return true;
    }
}

/// <summary>A place where two sentences differ, between words that they share: places of words, the ends exclusive.</summary>
/// <param name="From">In the written sentence.</param>
/// <param name="To">Its end; the same as <paramref name="From"/> where that sentence has nothing there.</param>
/// <param name="ThereFrom">In the sentence of the passage.</param>
/// <param name="ThereTo">Its end.</param>
/// <param name="IsHeldBefore">Whether what both share before it tells something.</param>
/// <param name="IsHeldBehind">The same behind it.</param>
internal readonly record struct Gap(int From, int To, int ThereFrom, int ThereTo, bool IsHeldBefore, bool IsHeldBehind)
{
    /// <summary>Whether both sides hold it in its place.</summary>
    public bool IsSlot => IsHeldBefore && IsHeldBehind;
}
