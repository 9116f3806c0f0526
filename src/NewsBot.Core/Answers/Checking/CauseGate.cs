using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether a sentence makes one thing the cause of another where its passages only report both, or turns cause and effect round.</summary>
internal static partial class CauseGate
{
    /// <summary>The least share of the words of cause and effect that a sentence of the passage has.</summary>
    private const double LeastShare = 0.5;

    /// <summary>So many words decide that cause and effect have changed places.</summary>
    private const int LeastTurned = 2;

    /// <summary>The fault; null when there is none.</summary>
    public static SentenceFault? FindFault(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        if (Sides(said) is not { } sides || sides.Cause.Count == 0 || sides.Effect.Count == 0)
            return null;
        var (tellers, isNamed, halves) = (new List<GateText>(), false, (Cause: false, Effect: false));
        foreach (var passage in evidence)
        {
            for (var i = 0; i < passage.All.Count; i++)
            {
                var (sentence, isCause, isEffect) = (passage.All[i], IsNear(passage.All[i], sides.Cause), IsNear(passage.All[i], sides.Effect));
                halves = (halves.Cause || isCause, halves.Effect || isEffect);
                if (!isCause && !isEffect)
                    continue;
                tellers.Add(sentence);

                // 'This led to …' may say of the sentence before it what it caused.
                isNamed |= Causal().IsMatch(sentence.Text) || (isCause && isEffect && PerhapsCausal().IsMatch(BetweenSides(sentence, sides)))
                    || (i + 1 < passage.Sentences.Count && Going().IsMatch(passage.Sentences[i + 1].Text) && Causal().IsMatch(passage.Sentences[i + 1].Text));
            }
        }

        if (!halves.Cause || !halves.Effect)
            return null;
        if (!isNamed)
            return new SentenceFault(FaultKind.Cause, "the passage names no cause of it");
        return tellers.Exists(sentence => IsTurned(sentence, sides)) && !tellers.Exists(sentence => IsHeld(sentence, sides))
            ? new SentenceFault(FaultKind.Cause, "cause and effect are the other way round in the passage")
            : null;
    }

    private static bool IsNear(GateText sentence, HashSet<string> side) => side.Count(sentence.Holds) >= LeastShare * side.Count;

    /// <summary>What stands between the words of the cause and those of the effect; all of both where they stand among each other.</summary>
    private static string BetweenSides(GateText sentence, (HashSet<string> Cause, HashSet<string> Effect) sides)
    {
        if (Places(sentence, sides.Cause, sides.Effect) is not { } cause || Places(sentence, sides.Effect, sides.Cause) is not { } effect)
            return sentence.Text;
        var (first, second) = cause.From < effect.From ? (cause, effect) : (effect, cause);
        return first.To <= second.From ? sentence.Text[first.To..second.From] : sentence.Text[first.From..Math.Max(first.To, second.To)];
    }

    /// <summary>From the first to the last word of a side that is not of the other side too; null when there is none.</summary>
    private static (int From, int To)? Places(GateText sentence, HashSet<string> side, HashSet<string> other)
    {
        var places = sentence.Terms.Where(term => side.Contains(term.Text) && !other.Contains(term.Text)).ToList();
        return places.Count > 0 ? (places[0].Start, places[^1].End) : null;
    }

    private static bool IsTurned(GateText sentence, (HashSet<string> Cause, HashSet<string> Effect) sides) => Sides(sentence) is { } there
        && there.Cause.Count(sides.Effect.Contains) >= LeastTurned && there.Effect.Count(sides.Cause.Contains) >= LeastTurned
        && !there.Cause.Overlaps(sides.Cause) && !there.Effect.Overlaps(sides.Effect);

    private static bool IsHeld(GateText sentence, (HashSet<string> Cause, HashSet<string> Effect) sides) =>
        Sides(sentence) is { } there && there.Cause.Overlaps(sides.Cause) && there.Effect.Overlaps(sides.Effect);

    /// <summary>What a sentence calls a cause and what its effect; null when it speaks of none.</summary>
    private static (HashSet<string> Cause, HashSet<string> Effect)? Sides(GateText text)
    {
        if (Link().Match(text.Text) is not { Success: true } link)
            return null;
        var (before, behind) = (Between(text, 0, link.Index), Between(text, link.Index + link.Length, text.Text.Length));
        if (link.Groups["forward"].Success)
            return (before, behind);

        // 'Due to fog, dockers walked out', and 'on Monday, due to fog, dockers walked out'.
        var comma = text.Text.IndexOf(',', link.Index);
        if (comma >= 0 && (before.Count == 0 || text.Text.AsSpan(0, link.Index).TrimEnd() is [.., ',']))
            return (Between(text, link.Index + link.Length, comma), [.. before, .. Between(text, comma, text.Text.Length)]);
        return before.Count > 0 ? (behind, before) : null;
    }

    private static HashSet<string> Between(GateText text, int from, int to) =>
        [.. text.Terms.Where(term => !term.IsStopWord && term.Start >= from && term.End <= to && !char.IsDigit(text.Text[term.Start])).Select(term => term.Text)];

    [GeneratedRegex(
        @"\b(?:because(?: of)?|due to|owing to|thanks to|as a (?:direct )?(?:result|consequence) of|(?:caused|prompted|triggered|sparked|provoked) by|on account of"
        + @"|(?<forward>leads? to|leading to|led to|result(?:s|ed|ing) in|as a (?:result|consequence)(?! of)|(?:which|that|this|it|have|has|had) (?:caused|prompted"
        + @"|triggered|sparked|provoked)"
        + @"|caus(?:ed|es|ing)|prompting|triggering|sparking|provoking|therefore))\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Link();

    /// <summary>A word that names a cause, a reason or a means, wherever it stands. What came 'after' or 'when' names none.</summary>
    [GeneratedRegex(
        @"\b(?:because|due to|owing|thanks|caus\w+|reasons?|results?|resulted|resulting|leads?|leading|led|prompt\w*|trigger\w*|spark\w*|provok\w*|driven|drove|driving|fuel\w*"
        + @"|forc(?:e[sd]?|ing)|therefore|thus|hence|since|why|blam\w*|attribut\w*|contribut\w*|stem(?:s|med|ming)|respon(?:se|d\w*)|reaction|protest\w*"
        + @"|means that|given that|consequen\w+"
        + @"|motivat\w*|inspir\w*|inability|unable|factors?|explain\w*|root\w*|aris\w+|citing|cit(?:e[sd]?)|link\w*|tied|associat\w*|in order|so that|(?-i:So)"
        + @"|concern\w*|worr(?:y|ie[sd])|fears?|amid)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Causal();

    /// <summary>A word that may do so between the two; so may one that is done directly to the other, as in 'cancelled all sailings'.</summary>
    [GeneratedRegex(
        @"^\s*(?:(?:all|the|an?|its|his|her|their)\s+)*$"
        + @"|\b(?:so|over|means?|makes?|made|making|given|as|if|impact\w*|effects?|affect\w*|allow\w*|enabl\w*|help\w*|prevent\w*|brought|brings?|behind|accus\w*"
        + @"|for|from|by|with|to"
        + @"|source|origin\w*|creat\w+|produc\w+|generat\w+|account\w*|depend\w*|require\w*|need\w*|until|once|when|unless|that|which)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PerhapsCausal();

    /// <summary>A sentence that goes on from the one before it.</summary>
    [GeneratedRegex(
        @"^\W*(?:this|that|these|those|it|they|he|she|as a|therefore|so|hence|in|for|because|the|its|his|her|their)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Going();
}
