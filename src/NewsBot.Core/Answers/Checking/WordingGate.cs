using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether a sentence has enough of its passages to be about them, and no word of theirs misspelt.</summary>
internal static class WordingGate
{
    /// <summary>The least share of the words of a sentence that one of its passages has, in some form.</summary>
    private const double LeastShare = 0.34;

    /// <summary>With fewer words in common, a sentence says nothing of a passage: 'Thank you very much.'</summary>
    private const int LeastWords = 2;

    /// <summary>Shorter words differ by a letter too often.</summary>
    private const int LeastTwin = 6;

    /// <summary>The same for two neighbouring letters that have changed places, which no inflection does.</summary>
    private const int LeastSwapped = 5;

    /// <summary>The fault; null when there is none.</summary>
    public static SentenceFault? FindFault(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        var content = said.Terms.Where(term => !term.IsStopWord).Select(term => term.Text).Distinct(StringComparer.Ordinal).ToList();
        var held = evidence.Max(passage => content.Count(stem => Has(passage, stem)));
        if (held < LeastWords || held < LeastShare * content.Count)
            return new SentenceFault(FaultKind.Wording, "it says too little of the passage");
        return FindFragment(said, evidence) ?? FindTwin(said, evidence);
    }

    /// <summary>A piece of a sentence: it begins with a small letter, and not with a name that is written so.</summary>
    private static SentenceFault? FindFragment(GateText said, IReadOnlyList<GateEvidence> evidence) =>
        said.Text.Length > 0 && char.IsLower(said.Text[0]) && NameGate.Word().Match(said.Text) is { Success: true } first
        && !evidence.Any(passage => passage.Words.Contains(NameForms.Fold(first.Value)))
            ? new SentenceFault(FaultKind.Wording, "it is no whole sentence")
            : null;

    private static bool Has(GateEvidence passage, string stem) => passage.All.Any(sentence => sentence.Holds(stem))
        || passage.Words.Contains(stem) || (stem.Length >= GateEvidence.RootLength && passage.Roots.Contains(stem[..GateEvidence.RootLength]));

    /// <summary>A word that is not in the passages but is one of theirs with a letter wrong.</summary>
    private static SentenceFault? FindTwin(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        var common = said.Terms.Where(term => term.IsStopWord).Select(term => NameForms.Fold(said.Text[term.Start..term.End])).ToHashSet(StringComparer.Ordinal);
        var known = said.Terms.Where(term => TermRarity.Knows(term.Text)).Select(term => NameForms.Fold(said.Text[term.Start..term.End])).ToHashSet(StringComparer.Ordinal);
        var words = NameGate.Word().Matches(said.Text).Select(match => NameForms.Fold(match.Value));
        foreach (var word in words.Where(word => word.Length >= LeastSwapped && !common.Contains(word) && !known.Contains(word)))
        {
            if (evidence.Any(passage => passage.Words.Contains(word)))
                continue;
            var twin = evidence.SelectMany(passage => passage.Words).FirstOrDefault(other => IsSwapped(word, other) || (word.Length >= LeastTwin
                && Math.Abs(other.Length - word.Length) <= 1 && !word.AsSpan().StartsWith(other.AsSpan(0, Math.Max(0, other.Length - 2)))
                && TextDistance.Of(word, other) == 1 && !IsSpelling(word, other)));
            if (twin is not null)
                return new SentenceFault(FaultKind.Wording, $"'{word}' is '{twin}' in the passage");
        }

        return null;
    }

    /// <summary>Whether two neighbouring letters have changed places, and nothing else differs.</summary>
    private static bool IsSwapped(string one, string other) => one.Length == other.Length && one.AsSpan().CommonPrefixLength(other) is var at && at + 1 < one.Length
        && one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));

    /// <summary>British and American spellings: 'labour', 'organise', 'centre'.</summary>
    private static bool IsSpelling(string one, string other) => Plain(one) == Plain(other);

    private static string Plain(string word) => word.Replace("our", "or", StringComparison.Ordinal).Replace("tre", "ter", StringComparison.Ordinal).Replace('z', 's')
        .Replace("ll", "l", StringComparison.Ordinal).Replace("ence", "ense", StringComparison.Ordinal);
}
