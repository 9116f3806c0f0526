using System.Buffers;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether a sentence has done to somebody what he does in its passages, or gives an act of one to another.</summary>
internal static class RoleGate
{
    /// <summary>The least share of a sentence behind its subject that a sentence of the passage has in the same order.</summary>
    private const double LeastShared = 0.8;

    /// <summary>The least words of it that tell something.</summary>
    private const int LeastTelling = 3;

    /// <summary>A mark between two words parts them.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:()\"“”'’–—-");

    /// <summary>Words between whoever acts and the verb.</summary>
    private static readonly HashSet<string> Auxiliaries = Words("has have had will would did does do also then never not may might could can later already");

    private static readonly HashSet<string> Passive = Words("is are was were be been being get gets got");

    /// <summary>What two do to each other.</summary>
    private static readonly HashSet<string> Mutual = Words("meet meets met marry married marries join joins joined play plays played face faces faced fight fights fought");

    /// <summary>Words that bring in somebody of whom nothing was told.</summary>
    private static readonly HashSet<string> Indefinite = Words("a an some several another many two three four five");

    /// <summary>The fault; null when there is none.</summary>
    /// <param name="said">The written sentence.</param>
    /// <param name="evidence">What it rests on.</param>
    /// <param name="aligned">The sentence beside each of those that share a word with it.</param>
    public static SentenceFault? FindFault(
        GateText said, IReadOnlyList<GateEvidence> evidence, IReadOnlyList<(GateText Sentence, Alignment Alignment)> aligned)
    {
        var sentences = evidence.SelectMany(passage => passage.All).ToList();
        return FindTurned(said, sentences) ?? FindOther(said, sentences, aligned);
    }

    /// <summary>'He had thanked Kolar', where the passage has 'Kolar had thanked him'.</summary>
    private static SentenceFault? FindTurned(GateText said, List<GateText> sentences)
    {
        for (var i = 0; i < said.Terms.Count; i++)
        {
            if (said.Terms[i].IsStopWord || !char.IsLetter(said.Word(i)[0]) || said.NameStems.Contains(said.Terms[i].Text) || Mutual.Contains(said.Word(i)))
                continue;
            foreach (var (name, role) in Roles(said, i))
            {
                var stem = said.Terms[i].Text;
                var theirs = sentences.Where(sentence => sentence.Content.Contains(stem) && sentence.Content.Contains(name)).Select(sentence =>
                    Enumerable.Range(0, sentence.Terms.Count).Where(at => sentence.Terms[at].Text == stem).SelectMany(at => Roles(sentence, at))
                        .Where(other => other.Name == name).Select(other => other.Role).ToList()).ToList();
                if (theirs.Count > 0 && theirs.TrueForAll(roles => roles.Count > 0 && roles.TrueForAll(other => other != role)))
                    return new SentenceFault(FaultKind.Name, $"the passage has it the other way round: who does it, and to whom ('{said.Word(i)}')");
            }
        }

        return null;
    }

    /// <summary>Who stands directly before a word as the one who acts, or directly behind it.</summary>
    private static IEnumerable<(string Name, bool Role)> Roles(GateText text, int verb)
    {
        var before = verb - 1;
        while (before >= 0 && Auxiliaries.Contains(text.Word(before)))
            before--;
        if (before >= 0 && IsActor(text, before) && IsClose(text, before, verb))
            yield return (text.Terms[before].Text, true);
        if (verb + 1 < text.Terms.Count && IsActor(text, verb + 1) && IsClose(text, verb, verb + 1)
            && !(before >= 0 && Passive.Contains(text.Word(before))))
            yield return (text.Terms[verb + 1].Text, false);
    }

    /// <summary>A name that does something or has it done to it; 'Kolar's' says only whose it is.</summary>
    private static bool IsActor(GateText text, int at) => text.NameStems.Contains(text.Terms[at].Text) && !text.Word(at).EndsWith("'s", StringComparison.Ordinal)
        && (text.Terms[at].End == text.Text.Length || text.Text[text.Terms[at].End] is not ('\'' or '’'));

    private static bool IsClose(GateText text, int one, int other) =>
        !text.Text.AsSpan(text.Terms[one].End, text.Terms[other].Start - text.Terms[one].End).ContainsAny(Marks);

    /// <summary>'A guard rang the bell', where the passage has a nurse ring it and speaks of a guard elsewhere.</summary>
    private static SentenceFault? FindOther(GateText said, List<GateText> sentences, IReadOnlyList<(GateText Sentence, Alignment Alignment)> aligned)
    {
        SentenceFault? fault = null;
        if (said.Terms.Count == 0 || !Indefinite.Contains(said.Word(0)))
            return null;
        foreach (var (sentence, alignment) in aligned)
        {
            var gap = alignment.Gaps.Count > 0 ? alignment.Gaps[0] : default;
            var rest = Enumerable.Range(0, said.Terms.Count).Count(i => !said.Terms[i].IsStopWord && (alignment.Gaps.Count == 0 || i >= gap.To));
            if (alignment.Telling < LeastTelling || alignment.Telling < LeastShared * rest)
                continue;
            if (!IsOtherSubject(said, sentence, alignment, gap))
                return null;
            var written = Subject(said, gap.From, gap.To);
            if (!sentences.Exists(other => other != sentence && written.All(other.Content.Contains)))
                return null;
            fault ??= new SentenceFault(FaultKind.Name, $"somebody else does it in the passage: '{sentence.Text[..sentence.Terms[gap.ThereTo - 1].End]}'");
        }

        return fault;
    }

    private static bool IsOtherSubject(GateText said, GateText sentence, Alignment alignment, Gap gap)
    {
        // 'A' on both sides is shared, so the place begins behind it.
        if (alignment.Gaps.Count == 0 || gap.From > 1 || gap.ThereFrom > 1 || gap.From == gap.To || gap.ThereFrom == gap.ThereTo)
            return false;
        var (written, stated) = (Subject(said, gap.From, gap.To), Subject(sentence, gap.ThereFrom, gap.ThereTo));
        return Indefinite.Contains(sentence.Word(0)) && written.Count > 0 && stated.Count > 0
            && !written.Any(sentence.Holds) && !stated.Any(said.Holds);
    }

    private static List<string> Subject(GateText text, int from, int to) =>
        [.. Enumerable.Range(from, to - from).Where(i => !text.Terms[i].IsStopWord).Select(i => text.Terms[i].Text)];

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
