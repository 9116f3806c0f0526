using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Questions;

/// <summary>Reads what is asked for from the noun that heads a phrase: 'death toll of the heatwave', 'what's the income tax', 'gorbachev birthplace'.</summary>
internal static partial class HeadNoun
{
    private const int MaxLength = 120;

    private static readonly FrozenDictionary<string, AnswerKind> Kinds = new (string Nouns, AnswerKind Kind)[]
    {
        ("number toll count population amount", AnswerKind.Number),
        ("price prices cost costs fine salary pay wage income revenue profit reward budget ransom fee tax worth bail", AnswerKind.Money),
        ("percentage percent share proportion rate rates odds chance chances probability likelihood turnout inflation approval", AnswerKind.Percent),
        ("date deadline day", AnswerKind.Date),
        ("birthplace hometown location venue address whereabouts", AnswerKind.Place),
        ("size weight height length distance temperature speed magnitude depth width", AnswerKind.Measure),
        ("age", AnswerKind.Age),
        ("score result vote", AnswerKind.Score),
        ("reason reasons cause causes motive", AnswerKind.Reason),
        ("reaction reactions response comment comments", AnswerKind.Statement),
        ("sentence duration", AnswerKind.Duration),
    }.SelectMany(row => row.Nouns.Split(' ').Select(noun => (noun, row.Kind))).ToFrozenDictionary(row => row.noun, row => row.Kind);

    private static readonly FrozenSet<string> Roles =
        "mayor chair chairman president leader head boss ceo director governor minister secretary coach owner founder author spokesperson spokesman spokeswoman economist"
            .Split(' ').ToFrozenSet();

    /// <summary>The kind; null when the text is no such phrase or its noun tells nothing.</summary>
    /// <param name="text">The sentence that asks.</param>
    public static AnswerKind? Of(string text)
    {
        if (text.Length > MaxLength || Other().IsMatch(text) || Phrase().Match(text) is not { Success: true } phrase)
            return null;
        var isWhat = phrase.Groups["what"].Success;
        if (!isWhat && AnyQuestionWord().IsMatch(phrase.Groups["of"].Success ? Relative().Replace(text, " ") : text))
            return null;
        var words = phrase.Groups["noun"].Value.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        if (Kinds.TryGetValue(words[^1], out var kind) || (!isWhat && (Kinds.TryGetValue(words[0], out kind) || (words.Length > 1 && Kinds.TryGetValue(words[1], out kind)))))
            return kind;
        return !isWhat && Roles.Contains(words[^1]) && phrase.Groups["of"].Success ? AnswerKind.Person : null;
    }

    /// <summary>The phrase up to its first preposition, relative clause or verb.</summary>
    [GeneratedRegex(
        @"^(?<what>what(?:['’]?s| is| was| are| were) )?(?:(?:the|an?) )?(?<noun>[^?!.,:;]{2,60}?)(?:(?<of> (?:of|at|for) )"
        + @"| (?:in|on|to|from|by|per|after|before"
        + @"|during|under|between|against|with|about|that|which|who"
        + @"|the|is|are|was|were|did|does|do|will|would|has|have|had|can|could|ever|now|today|this|last|right|until|since)\b|[?!.,]|\s*$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Phrase();

    /// <summary>A sentence to be completed is no phrase.</summary>
    [GeneratedRegex(@"_{2,}|(?::|…|\.\.\.)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Other();

    [GeneratedRegex(@"\s(?:who|where|when|which)\b(?! of\b|.*\?.*\?)(?<!\b(?:in|on|to|for|by|of|at|from|with) which)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(?:who|whom|whose|when|where|which|what|why|how)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AnyQuestionWord();
}
