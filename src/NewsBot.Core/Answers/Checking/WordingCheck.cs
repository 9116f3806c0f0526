using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Checks, without a model, that a sentence in other words says no more than the quotes it cites.</summary>
/// <remarks>
/// <see cref="SentenceClaims"/> checks numbers, names, days and quotations. This check is strict: a sentence refused wrongly costs a smoother wording,
/// a sentence passed wrongly a false answer.
/// </remarks>
internal static partial class WordingCheck
{
    /// <summary>With fewer words in common, a sentence says nothing of a passage: 'Thank you very much.'</summary>
    private const int LeastWords = 2;

    /// <summary>
    /// Words that a writer may add without saying more than the quotes; every other word has to be in the quotes, or be a word that news uses for one of
    /// theirs.
    /// </summary>
    private static readonly HashSet<string> Connecting = StemsOf(
        "say said tell told accord according report reported add added state announce announced describe described note noted mention "
        + "call called include including also meanwhile however later earlier now then already still again together both following due "
        + "because result reason part number total amount about almost nearly roughly approximately least several many few much article "
        + "news outlet source take took place happen happened occur occurred become became make made give gave get got come came go went "
        + "people person thing event day week month year time well same other overall current currently recent recently");

    /// <summary>The fault of the wording, in a few words; null when it has none.</summary>
    /// <param name="sentence">One sentence, without its marks.</param>
    /// <param name="quote">What it cites.</param>
    public static string? FindFault(string sentence, string quote)
    {
        if (HasMarkup(sentence))
            return "it has an address, a mark-up or a sign of control";
        var said = new WordingEvidence(sentence);
        var evidence = new WordingEvidence(quote);
        return FindStrangeWord(said, evidence)
            ?? FindContrary(said, evidence)
            ?? FindOtherQuantity(said, evidence)
            ?? WordingOrder.FindFault(said, [evidence])
            ?? FindLostSpeaker(said, evidence.MainSentence(said.Content));
    }

    /// <summary>Whether a text has an address, a mark-up or a sign of control, none of which a writer of sentences needs.</summary>
    public static bool HasMarkup(string text) => Markup().IsMatch(text);

    private static string? FindStrangeWord(WordingEvidence said, WordingEvidence evidence)
    {
        foreach (var term in said.DistinctPlainWords())
        {
            if (!evidence.Holds(term) && !Connecting.Contains(term))
                return $"the word '{term}' is not in the cited passage";
        }

        return said.Terms.Count(term => !term.IsStopWord
            && (said.IsNumber(term) || (evidence.Holds(term.Text) && !Connecting.Contains(term.Text)))) >= LeastWords ? null
            : "it says nothing of the cited passage";
    }

    private static string? FindContrary(WordingEvidence said, WordingEvidence evidence)
    {
        foreach (var term in said.DistinctContent())
        {
            var isHeld = evidence.Content.Contains(term);
            if (!isHeld && OppositeWords.Of(term).FirstOrDefault(evidence.Content.Contains) is { } contrary)
                return $"it says '{term}' where the cited passage says '{contrary}'";
            if (!isHeld)
                continue;
            var negated = evidence.Negated(term).ToList();
            if (said.Negated(term).All(mine => !negated.Contains(mine)))
                return $"'{term}' is {(negated[0] ? "" : "not ")}denied in the cited passage";
            if (!said.HasHedge && evidence.Hedged(term).All(isHedged => isHedged))
                return $"'{term}' is said with reserve in the cited passage";
        }

        return null;
    }

    /// <summary>A number that stands in the quote, but counts something else there.</summary>
    private static string? FindOtherQuantity(WordingEvidence said, WordingEvidence evidence)
    {
        foreach (var quantity in said.Quantities)
        {
            var same = evidence.Quantities.Where(other => other.Value.Equals(quantity.Value)).ToList();
            if (same.Count > 0 && !same.Exists(other => Counts(quantity, other, evidence)))
                return $"'{quantity.Span.In(said.Text)}' counts something else in the cited passage";
        }

        return null;
    }

    /// <summary>Whether two equal numbers may be one: of one kind, and of things that news calls by both names.</summary>
    private static bool Counts(Quantity mine, Quantity theirs, WordingEvidence evidence)
    {
        if (mine.Kind != theirs.Kind)
            return mine.Unit is null || theirs.Unit is null;
        if (mine.Unit is null || theirs.Unit is null || mine.Unit == theirs.Unit)
            return true;
        return mine.Kind is QuantityKind.Count && StemsOf(mine.Unit).All(evidence.Holds);
    }

    /// <summary>A statement must not become a fact, nor must a denied or conditional one.</summary>
    private static string? FindLostSpeaker(WordingEvidence said, WordingEvidence main)
    {
        if (Denial().IsMatch(main.Text) && !Denial().IsMatch(said.Text) && !said.HasNegation)
            return "it leaves out that the cited passage speaks of a denial";
        if (Condition().IsMatch(main.Text) && !said.HasHedge && !Condition().IsMatch(said.Text))
            return "it leaves out a condition";
        if (Speaking().IsMatch(said.Text))
            return null;
        return NamedSpeaker().IsMatch(main.Text) || (main.IsMostlyQuoted(said.Content) && Speaking().IsMatch(main.Text)) ? "it states as a fact what is somebody's words" : null;
    }

    private static HashSet<string> StemsOf(string words)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(words, terms);
        return terms.Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"[<>`*_#|\\{}~]|\]\(|\w://|\bwww\."
        + @"|\b[\w-]+\.(?:com|org|net|info|biz|io|ru|uk|co|me|xyz|top|app|dev|ai|tv|gov|edu|site|online|link|ly|gg)\b|\w@\w|(?:^|\s)[@/]\w"
        + @"|[\p{Cc}\p{Cf}\p{Co}\p{Cn}]",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Markup();

    [GeneratedRegex(
        @"\p{Lu}[\w.’'-]*,? (?:also |later |then )?(?:said|says|told|tells|claimed|claims|alleged|alleges|insisted|insists|argued|argues|wrote"
        + @"|accused|estimates|estimated|believes|suggested)\b"
        + @"|\b(?:said|says|claimed|claims|insisted|argued|wrote|according to) (?:the |an? )?(?:\w+ )?\p{Lu}",
        RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamedSpeaker();

    [GeneratedRegex(@"\b(?:if|unless|provided that|on condition)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Condition();

    [GeneratedRegex(
        @"\b(?:den(?:y|ies|ied|ying|ial)|dismiss\w*|reject\w*|refus\w*|refut\w*|rebut\w*|rul(?:es?|ed|ing) out|false|falsely|hoax|debunk\w*|untrue"
        + @"|unfounded|retract\w*|fail(?:s|ed|ing)?|cancel\w*|withdr[ae]w\w*|prevent\w*|averted|instead of|rather than)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Denial();

    [GeneratedRegex(
        @"[“”""«»]"
        + @"|\b(?:said|says|saying|told|tells|stated|states|warned|warns|added|adds|noted|claimed|claims|announced|declared|insisted|argued|called"
        + @"|calls|described|predicted|promised|wrote|posted|suggested|admitted|denied|urged|explained|confirmed|according|believes?|thinks?|praised"
        + @"|criticised|criticized|accused)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Speaking();
}
