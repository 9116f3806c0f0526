namespace NewsBot.Core.Answers.Checking;

/// <summary>Finds out whether a number or a day of a sentence belongs to another statement of its passages.</summary>
internal static class Rivals
{
    /// <summary>So many words that the holder lacks and the rival has show that the statement is the rival's.</summary>
    private const int Telling = 2;

    /// <summary>The least words of a clause that a rival has in full.</summary>
    private const int LeastWhole = 3;

    /// <summary>The sentence that has most of a clause; the first of equals.</summary>
    /// <param name="clause">Stems.</param>
    /// <param name="sentences">At least one.</param>
    public static GateText Nearest(IReadOnlySet<string> clause, IEnumerable<GateText> sentences) => sentences.MaxBy(sentence => clause.Count(sentence.Reaches))!;

    /// <summary>Whether one of the rivals, each with another value, has the words of the clause that the holder of this value lacks.</summary>
    public static bool HasBetter(GateText said, IReadOnlySet<string> clause, GateText holder, IEnumerable<GateText> rivals)
    {
        var held = clause.Where(holder.Reaches).ToHashSet(StringComparer.Ordinal);
        return rivals.Any(rival => clause.Count(rival.Holds) > held.Count
            && clause.Count(stem => !held.Contains(stem) && !said.NameStems.Contains(stem) && rival.Holds(stem)) >= Telling);
    }

    /// <summary>Whether a rival with a value for it names whom the sentence names, and the holder of this value names others.</summary>
    public static bool IsOfOthers(GateText said, GateText holder, IEnumerable<GateText> rivals) =>
        said.NameStems.Count > 0 && holder.NameStems.Count > 0 && !said.NameStems.Any(holder.Reaches) && rivals.Any(rival => said.NameStems.Any(rival.Holds));

    /// <summary>Whether a rival, with another value in the same unit, has every word of the clause, and the holder of this value does not.</summary>
    public static bool HasAll(IReadOnlySet<string> clause, GateText holder, IEnumerable<GateText> rivals) =>
        clause.Count >= Telling && !clause.All(holder.Reaches) && rivals.Any(rival => clause.All(rival.Holds));

    /// <summary>Whether another sentence has the whole clause, while the holder of this value lacks a good part of it and tells of something else.</summary>
    public static bool HasWhole(GateText said, IReadOnlySet<string> clause, GateText holder, IEnumerable<GateText> others, Func<GateText, bool> hasValue)
    {
        if (clause.Count < LeastWhole)
            return false;
        var held = clause.Where(holder.Reaches).ToHashSet(StringComparer.Ordinal);
        var lacksName = said.NameStems.Any(stem => clause.Contains(stem) && !held.Contains(stem));
        return held.Count * 4 <= clause.Count * 3 && others.Any(other =>
            clause.Count(other.Holds) >= clause.Count - (clause.Count / 5) && (hasValue(other) || (lacksName && holder.PersonStems.Any(stem => !said.Content.Contains(stem)))));
    }
}
