using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Words of caution, denial or attribution that a sentence has lost on the way from its passages.</summary>
internal static partial class CautionWords
{
    /// <summary>The words, each once; empty when nothing is lost. Only the sentence of the passages nearest to what is said is looked at.</summary>
    public static IReadOnlyList<string> Lost(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        var sentences = evidence.SelectMany(passage => passage.Sentences).ToList();
        if (sentences.Count == 0)
            return [];
        var nearest = Rivals.Nearest(said.Content, sentences);
        var lost = new List<string>();
        foreach (var (there, here) in new[] { (Hedges(), Hedges()), (Speaking(), Speaking()), (Denials(), Denials()) })
        {
            if (!here.IsMatch(said.Text))
                lost.AddRange(there.Matches(nearest.Text).Select(match => match.Value.ToLowerInvariant()));
        }

        return [.. lost.Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(
        @"\b(?:may|might|could|would|if|unless|alleged(?:ly)?|alleg(?:es?|ing|ations?)|accus(?:e|es|ed|ing|ations?)|suspect(?:s|ed)?|suspicions?"
        + @"|reportedly|rumou?red|possibl[ey]|perhaps|maybe"
        + @"|potential(?:ly)?|propos(?:e[ds]?|als?)|expect(?:s|ed)?|plan(?:s|ned|ning)?|consider(?:s|ing)?|likely|threaten(?:s|ed)?|hop(?:e[ds]?|ing)"
        + @"|claim(?:s|ed)?|unconfirmed|seeks?|intends?"
        + @"|about|nearly|almost|roughly|approximately|around|up to|at least|more than|less than|fewer than)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Hedges();

    [GeneratedRegex(
        @"\b(?:said|says|told|tells|stated|according to|announced|insisted|insists|argued|argues|wrote|believes?|thinks?|estimates?d?|in (?:his|her"
        + @"|its|their) view|called|calls|warned|warns)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Speaking();

    [GeneratedRegex(
        @"\b(?:den(?:y|ies|ied|ying|ials?)|dismiss\w*|reject\w*|refus\w*|refut\w*|false|falsely|hoax|debunk\w*|untrue|unfounded|retract\w*|fail(?:s"
        + @"|ed|ing)?|cancell?\w*|withdr[ae]w\w*)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Denials();
}
