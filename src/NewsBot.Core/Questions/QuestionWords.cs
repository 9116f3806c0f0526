using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Questions;

/// <summary>Puts common misspellings of the words that form questions right, so that the kind of a question is read: 'wich', 'hapened', 'how mutch'.</summary>
/// <remarks>
/// No archive is looked at. Forms that are words or names of their own, such as 'wen', 'hwy' and 'wont', are put right only where a question has the word that is meant:
/// 'wen did', 'how offen', 'why wont'.
/// </remarks>
public static partial class QuestionWords
{
    private static readonly FrozenDictionary<string, string> Right = Read(
    [
        ("who", "woh whoo"),
        ("what", "waht wath whta wht hwat"),
        ("when", "wehn whne hwen whem"),
        ("where", "wher whre wehre hwere"),
        ("which", "wich whcih wihch whihc whitch wch hwich"),
        ("why", "wyh"),
        ("whose", "whoes"),
        ("how", "hwo hoow"),
        ("many", "mnay"),
        ("much", "mutch muhc mcuh"),
        ("long", "lnog"),
        ("often", "oftn"),
        ("happened", "hapened happend happned hapend hapenned happenned happenend heppened happende"),
        ("happening", "hapening happenning hapenning happning"),
        ("happen", "hapen"),
        ("people", "peopel poeple peple pepole peaple"),
        ("because", "becuase becasue beacuse becouse becaus"),
        ("would", "wuold woudl"),
        ("could", "coudl"),
        ("should", "shoud shuold shoudl"),
        ("does", "deos doess"),
        ("did", "didd"),
        ("the", "teh hte tje"),
        ("that", "taht thta"),
        ("with", "wiht wtih"),
        ("there", "tehre"),
        ("latest", "lastest latets"),
        ("about", "abuot abotu aobut"),
        ("until", "untill untl"),
        ("what's", "whats"),
        ("who's", "whos"),
        ("where's", "wheres"),
        ("when's", "whens"),
        ("how's", "hows"),
        ("don't", "dont"),
        ("doesn't", "doesnt"),
        ("didn't", "didnt"),
        ("isn't", "isnt"),
        ("wasn't", "wasnt"),
        ("weren't", "werent"),
        ("hasn't", "hasnt"),
        ("haven't", "havent"),
        ("wouldn't", "wouldnt"),
        ("couldn't", "couldnt"),
        ("shouldn't", "shouldnt"),
    ]);

    /// <summary>What is meant by the first word when a verb such as 'did' follows.</summary>
    private static readonly FrozenDictionary<string, string> RightFirst = Read([("what", "wat whay"), ("when", "wen wem"), ("where", "whare"), ("why", "hwy whyy")]);

    /// <summary>What is meant behind 'how'.</summary>
    private static readonly FrozenDictionary<string, string> RightBehindHow = Read(
        [("many", "mayn manny meny maney"), ("much", "moch"), ("long", "logn lon"), ("often", "offen ofen")]);

    /// <summary>What is meant by the first word and behind a question word.</summary>
    private static readonly FrozenDictionary<string, string> RightVerbs = Read(
        [("would", "wold woud"), ("could", "culd coud"), ("did", "ddi"), ("won't", "wont"), ("can't", "cant"), ("aren't", "arent"), ("there", "ther")]);

    private static readonly FrozenSet<string> Instructions =
        "summarise summarize summarised summarized tldr recap pls plz thx wanna gonna gimme".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word tells the bot what to do or may form a question, as 'wont' does; no archive needs to have it.</summary>
    public static bool IsOfNoArchive(string word) => Instructions.Contains(word) || (word.ToLowerInvariant() is var typed
        && (RightFirst.ContainsKey(typed) || RightBehindHow.ContainsKey(typed) || RightVerbs.ContainsKey(typed)));

    /// <summary>The text with those words put right; the same text when there are none.</summary>
    /// <param name="text">Any text; what stands in quotation marks and what begins with a capital inside a sentence stays.</param>
    public static string PutRight(string text)
    {
        var isQuoted = text.AsSpan().IndexOfAny("\"“”‘") >= 0;
        return isQuoted ? text : Word().Replace(text, match => RightOf(text, match) is { } word
            ? char.IsUpper(match.ValueSpan[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word
            : match.Value);
    }

    /// <summary>What is meant by a word; null when it stays. A capital inside a sentence makes a name.</summary>
    private static string? RightOf(string text, Match match)
    {
        var typed = match.Value.ToLowerInvariant();
        var isFirst = text.AsSpan(0, match.Index).IsWhiteSpace();
        if (!isFirst && char.IsUpper(match.ValueSpan[0]))
            return null;
        if (Right.TryGetValue(typed, out var word))
            return word;
        if (RightFirst.TryGetValue(typed, out word))
            return isFirst && VerbBehind().IsMatch(text, match.Index + match.Length) ? word : null;
        if (RightBehindHow.TryGetValue(typed, out word))
            return WordBefore(text, match).Equals("how", StringComparison.OrdinalIgnoreCase) ? word : null;
        return RightVerbs.TryGetValue(typed, out word) && (isFirst || QuestionWord().IsMatch(WordBefore(text, match))) ? word : null;
    }

    /// <summary>The word before, when nothing but spaces lies between.</summary>
    private static ReadOnlySpan<char> WordBefore(string text, Match match)
    {
        var before = text.AsSpan(0, match.Index).TrimEnd();
        return before[(before.LastIndexOfAny(' ', '\t', '\n') + 1)..];
    }

    private static FrozenDictionary<string, string> Read((string Word, string Typed)[] rows) =>
        rows.SelectMany(row => row.Typed.Split(' ').Select(typed => (typed, row.Word))).ToFrozenDictionary(row => row.typed, row => row.Word);

    [GeneratedRegex(@"(?<![\p{L}\p{N}’'-])\p{L}{3,12}(?![\p{L}\p{N}’'-])", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\G\s+(?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|should|happened)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex VerbBehind();

    [GeneratedRegex("^(?:who|whom|whose|what|when|where|which|why|how)$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex QuestionWord();
}
