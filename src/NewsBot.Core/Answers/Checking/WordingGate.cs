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

    /// <summary>The fault; null when there is none.</summary>
    public static SentenceFault? FindFault(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        var content = said.Terms.Where(term => !term.IsStopWord).Select(term => term.Text).Distinct(StringComparer.Ordinal).ToList();
        var held = evidence.Max(passage => content.Count(stem => Has(passage, stem)));
        if (held < Math.Min(LeastWords, content.Count) || held == 0 || held < LeastShare * content.Count)
            return new SentenceFault(FaultKind.Wording, "it says too little of the passage");
        return FindTwin(said, evidence);
    }

    private static bool Has(GateEvidence passage, string stem) => passage.All.Any(sentence => sentence.Holds(stem))
        || passage.Words.Contains(stem) || (stem.Length >= GateEvidence.RootLength && passage.Roots.Contains(stem[..GateEvidence.RootLength]));

    /// <summary>A word that is not in the passages but is one of theirs with a letter wrong.</summary>
    private static SentenceFault? FindTwin(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        foreach (var word in NameGate.Word().Matches(said.Text).Select(match => NameForms.Fold(match.Value)).Where(word => word.Length >= LeastTwin))
        {
            if (evidence.Any(passage => passage.Words.Contains(word)))
                continue;
            var twin = evidence.SelectMany(passage => passage.Words).FirstOrDefault(other =>
                Math.Abs(other.Length - word.Length) <= 1 && other[..(other.Length - 2 > 0 ? other.Length - 2 : 0)] is var root
                && !word.StartsWith(root, StringComparison.Ordinal) && TextDistance.Of(word, other) == 1 && !IsSpelling(word, other));
            if (twin is not null)
                return new SentenceFault(FaultKind.Wording, $"'{word}' is '{twin}' in the passage");
        }

        return null;
    }

    /// <summary>British and American spellings: 'labour', 'organise', 'centre'.</summary>
    private static bool IsSpelling(string one, string other) => Plain(one) == Plain(other);

    private static string Plain(string word) => word.Replace("our", "or", StringComparison.Ordinal).Replace("tre", "ter", StringComparison.Ordinal).Replace('z', 's')
        .Replace("ll", "l", StringComparison.Ordinal).Replace("ence", "ense", StringComparison.Ordinal);
}
