using System.Text.RegularExpressions;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Finds what a sentence gives as the cause of something. What merely came before ('after', 'since', 'following') is no cause.</summary>
/// <remarks>English; Ukrainian and Russian by <see cref="CyrillicCause"/>.</remarks>
internal static partial class CauseClause
{
    /// <summary>The clauses that follow a word for a cause, and those that follow 'after' or 'since', which may only say when.</summary>
    public static IEnumerable<AnswerSpan> Find(SentenceReading sentence) =>
        new[] { Because(), CauseIs(), Perhaps() }.SelectMany(pattern => SpansOf(pattern, sentence)).Concat(CyrillicCause.Find(sentence))
            .Select(span => new AnswerSpan(span, 1));

    /// <summary>Whether a sentence says that a cause is not known, or is none.</summary>
    public static bool SaysUnknown(string sentence) => Unknown().IsMatch(sentence) || CyrillicCause.SaysUnknown(sentence);

    /// <summary>Whether a sentence has a word for a cause, of whatever it is: 'due to', 'the reason was'.</summary>
    public static bool HasCause(string sentence) => Because().IsMatch(sentence) || CauseIs().IsMatch(sentence);

    /// <summary>Whether a word of a question only says that a cause is asked for.</summary>
    public static bool IsOfCauses(string stem) => IsCauseWord().IsMatch(stem);

    /// <summary>The cause that a sentence gives of what is asked about; null when it gives none, or one of something else.</summary>
    public static TextSpan? Answering(Question question, SentenceCandidate candidate)
    {
        var reading = candidate.Reading;
        if (CharacterClasses.HasCyrillic(question.Text) && CharacterClasses.HasCyrillic(reading.Text))
            return CyrillicCause.Answering(question, candidate);
        if (Unknown().IsMatch(reading.Text) || AnotherEvent.IsTold(question, candidate))
            return null;

        // 'The cause was a spark': of what, the passage says.
        var asked = question.Terms.Take(64).Index().Where(row => !IsCauseWord().IsMatch(row.Item.Text)).Aggregate(0UL, (all, row) => all | (1UL << row.Index));
        if ((asked & ~candidate.MatchedNearby) == 0 && SpansOf(CauseIs(), reading).Concat(SpansOf(ToBlame(), reading)).FirstOrDefault() is { Length: > 0 } named)
            return named;
        if (CausedBy().Match(reading.Text) is { Success: true } caused && !Clause().IsMatch(caused.Groups["cause"].Value)
            && (AnswerFit.IsOf(question, reading, Of(reading, caused.Groups["effect"]) with { Start = Of(reading, caused.Groups["cause"]).End })
                || ((asked & ~candidate.MatchedNearby) == 0 && ItAlone().IsMatch(caused.Groups["effect"].Value))))
            return Of(reading, caused.Groups["cause"]);
        if (SpansOf(Because(), reading).FirstOrDefault() is not { Length: > 0 } given || !AnswerFit.GivesReason(question, reading))
            return null;

        // 'It did not spread because …' is no cause of the fire.
        return Negation().IsMatch(reading.Body[reading.Span.Start..given.Start]) && !Negation().IsMatch(question.Text) ? null : given;
    }

    private static IEnumerable<TextSpan> SpansOf(Regex pattern, SentenceReading sentence) => pattern.Matches(sentence.Text).Select(match => Of(sentence, match.Groups["cause"]));

    /// <summary>The cause without what is told beside it: 'the pandemic and had not played together since'.</summary>
    private static TextSpan Of(SentenceReading sentence, Group group)
    {
        var length = Beside().Match(group.Value) is { Success: true } beside ? beside.Index : group.Length;
        return new TextSpan(sentence.Span.Start + group.Index, sentence.Span.Start + group.Index + length);
    }

    [GeneratedRegex(
        @"\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|resulted from|resulting from|(?:stem|stemmed|stems) from"
        + @"|(?:caused|prompted|sparked|triggered|driven|motivated) by"
        + @"|blam(?:ed|es|ing) (?:[^,.;]{1,60}? )?on|attributed to|(?:is|was|are|were) (?:the (?:direct )?(?:result|consequence|fault) of|down to)|trac(?:es?|ed"
        + @"|ing) [^,.;]{0,60}?to|in response to"
        + @"|in protest (?:at|over|against)|to protest|for fear of|so that|in order to|in an effort to|in a bid to|citing"
        + @"|(?:concerns?|fears?|anger|outrage|worries|dispute|row|allegations|accusations) (?:over|about|that))\s+(?<cause>(?:[^,.;]|(?<=\d)[.,](?=\d)){3,160})",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Because();

    [GeneratedRegex(
        @"\b(?:cause|reason|motive)s?(?: (?:of|for|behind) [^,.;]{2,80}?)? (?:is|was|were|are|appears to be|turned out to be)(?: that| because)? (?!"
        + @"(?:being |still |not |also |now )*(?:given|named|known|listed|offered|explained|disclosed"
        + @"|announced|published|released|said|simple|clear|unclear|plain|obvious|complex|many|several)\b)"
        + @"(?<cause>(?:[^,.;]|(?<=\d)[.,](?=\d)){3,160})",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CauseIs();

    /// <summary>'Strong winds were to blame': of what, the passage says.</summary>
    [GeneratedRegex(
        @"^(?:[^,;:]{2,60}? (?:says?|said|believes?|believed|found|thinks?|concluded|suspects?|added) (?:that )?)?(?<cause>[^,;:]{3,80}?)"
        + @" (?:is|are|was|were|may be|may have been|seems? to (?:be|have been)) (?:\w+ly |partly |also )?(?:to blame|at fault|the culprits?)(?=\W*$|[,.;])",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ToBlame();

    [GeneratedRegex(
        @"(?:^|[,;:] )(?:[^,;:]{2,60}? (?:says?|said|believes?|believed|found|thinks?|concluded|suspects?) (?:that )?)?(?<cause>[^,;:]{3,80}?) (?:has |had "
        + @"|have )?(?:caused|led to|sparked|triggered|prompted|set off|started|resulted in"
        + @"|was to blame for|is to blame for|was behind)"
        + @" (?<effect>[^;]{3,160})",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CausedBy();

    /// <summary>'A campfire started it': what the sentence before tells of.</summary>
    [GeneratedRegex(
        @"^(?:it|them|the (?:fire|blaze|explosion|blast|crash|accident|collapse|flood|leak|outage|outbreak|disaster))(?=\W*$|[,.])",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ItAlone();

    [GeneratedRegex(@"\b(?:amid|following|after|since|over)\s+(?<cause>[^,.;]{3,160})", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Perhaps();

    [GeneratedRegex(
        @"(?<=.{3}),? (?:and|but) (?:\w+ )?(?:has|have|had|is|are|was|were|will|would|did|does|do)(?:n['’]t)?\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Beside();

    /// <summary>A verb or a joint in what should be a noun.</summary>
    [GeneratedRegex(
        @"\b(?:is|was|were|are|be|been|have|has|had|that|which|who|what|it|this|said|says|may|might|could)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Clause();

    [GeneratedRegex(
        @"\b(?:(?:not|un)(?: \w+)? ?(?:known|clear|determined|identified|established)|under investigation|being investigated|investigating|not (?:because|due|the (?:cause|reason))"
        + @"|n['’]t (?:because|due|the (?:cause|reason))|rul(?:e|es|ed|ing) out|(?:do|does|did|could|can)(?: not|n['’]t)(?: yet| \w+ly)? (?:know|say|explain|determine"
        + @"|tell) (?:why|what|how|the (?:cause|reason))|no (?:cause|reason|motive))\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"\b(?:not|never|no)\b|n['’]t\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Negation();

    [GeneratedRegex("^(?:caus|reason|motiv|whi|led|lead|prompt|trigger|spark)$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex IsCauseWord();
}
