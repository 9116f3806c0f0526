using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answers;

/// <summary>Whether a sentence in other words says what the quotes say that it rests on, as far as that can be told without a model.</summary>
/// <remarks>Numbers, names, days and quotations are <see cref="SentenceClaims"/>' part. Strict: what is refused wrongly costs a smoother wording, what passes wrongly a false answer.</remarks>
internal static partial class WordingCheck
{
    /// <summary>The share of a sentence's words that the quotes must have, themselves or related ones.</summary>
    private const double LeastShare = 0.7;

    /// <summary>Words that a writer may add without saying more than the quotes do.</summary>
    private static readonly HashSet<string> Connecting = StemsOf(
        "say said tell told accord according report reported add added state announce announced describe described note noted call called include including also meanwhile however later"
        + " article news outlet source take place happen become make give get come go people person year day new make well together part number total amount");


    /// <summary>What is wrong with the wording, in a few words; null when nothing is.</summary>
    /// <param name="sentence">One sentence, without its marks.</param>
    /// <param name="quotes">What it cites.</param>
    /// <param name="context">The titles of the cited articles: they say what the quotes are about.</param>
    public static string? FindFault(string sentence, IReadOnlyList<string> quotes, IReadOnlyList<string> context)
    {
        if (HasMarkup(sentence))
            return "it has an address, a mark-up or a sign of control";
        var said = new WordingEvidence(sentence);
        var evidence = quotes.Select(quote => new WordingEvidence(quote)).ToList();
        var titles = context.Select(title => new WordingEvidence(title)).ToList();
        return FindStrangeWord(said, [.. evidence, .. titles])
            ?? FindContrary(said, evidence)
            ?? FindOtherQuantity(said, evidence)
            ?? FindLostSpeaker(said, evidence);
    }

    /// <summary>Whether a text has an address, a mark-up or a sign of control, none of which a writer of sentences needs.</summary>
    public static bool HasMarkup(string text) => Markup().IsMatch(text);

    private static string? FindStrangeWord(WordingEvidence said, List<WordingEvidence> evidence)
    {
        var (held, all) = (0, 0);
        foreach (var term in said.DistinctPlainWords())
        {
            var isHeld = evidence.Exists(text => text.Holds(term));
            if (!isHeld && Connecting.Contains(term))
                continue;
            all++;
            if (isHeld)
                held++;
            else if (!TermRarity.IsKnown(term))
                return $"the word '{term}' is not in the cited passage";
        }

        return held < LeastShare * all ? $"only {held} of its {all} words are in the cited passage" : null;
    }

    private static string? FindContrary(WordingEvidence said, List<WordingEvidence> evidence)
    {
        foreach (var term in said.DistinctContent())
        {
            var isHeld = evidence.Exists(text => text.Content.Contains(term));
            if (!isHeld && OppositeWords.Of(term).FirstOrDefault(other => evidence.Exists(text => text.Content.Contains(other))) is { } contrary)
                return $"it says '{term}' where the cited passage says '{contrary}'";
            if (!isHeld)
                continue;
            var negated = evidence.SelectMany(text => text.Negated(term)).ToList();
            if (said.Negated(term).All(mine => !negated.Contains(mine)))
                return $"'{term}' is {(negated[0] ? "" : "not ")}denied in the cited passage";
            if (!said.HasHedge && evidence.SelectMany(text => text.Hedged(term)).All(isHedged => isHedged))
                return $"'{term}' is said with reserve in the cited passage";
        }

        return null;
    }

    /// <summary>A number that stands in the quotes, but counts something else there.</summary>
    private static string? FindOtherQuantity(WordingEvidence said, List<WordingEvidence> evidence)
    {
        var known = evidence.SelectMany(text => text.Quantities).ToList();
        foreach (var quantity in said.Quantities)
        {
            var same = known.Where(other => other.Value.Equals(quantity.Value)).ToList();
            if (same.Count > 0 && !same.Exists(other => Counts(quantity, other, evidence)))
                return $"'{quantity.Span.In(said.Text)}' counts something else in the cited passage";
        }

        return null;
    }

    /// <summary>Whether two equal numbers may be one: of one kind, and of things that news calls by both names here.</summary>
    private static bool Counts(Quantity mine, Quantity theirs, List<WordingEvidence> evidence)
    {
        if (mine.Kind != theirs.Kind)
            return mine.Unit is null || theirs.Unit is null;
        if (mine.Unit is null || theirs.Unit is null || mine.Unit == theirs.Unit)
            return true;
        return mine.Kind is QuantityKind.Count && StemsOf(mine.Unit).All(term => evidence.Exists(text => text.Holds(term)));
    }

    /// <summary>What somebody said must not become what is so.</summary>
    private static string? FindLostSpeaker(WordingEvidence said, List<WordingEvidence> evidence) =>
        !Speaking().IsMatch(said.Text) && evidence.TrueForAll(text => text.IsMostlyQuoted(said.Content) && Speaking().IsMatch(text.Text))
            ? "it states as a fact what is somebody's words"
            : null;

    private static HashSet<string> StemsOf(string words)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(words, terms);
        return terms.Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"[<>`*_#|\\{}~]|\]\(|\w://|\bwww\.|\b[\w-]+\.(?:com|org|net|info|biz|io|ru|uk|co|me|xyz|top|app|dev|ai|tv|gov|edu|site|online|link|ly|gg)\b|\w@\w|(?:^|\s)[@/]\w|[\p{Cc}\p{Cf}\p{Co}\p{Cn}]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[“”""«»]|\b(?:said|says|saying|told|tells|stated|states|warned|warns|added|adds|noted|claimed|claims|announced|declared|insisted|argued|called|calls|described|predicted|promised|wrote|posted|suggested|admitted|denied|urged|explained|confirmed|according|believes?|thinks?|praised|criticised|criticized|accused)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Speaking();
}
