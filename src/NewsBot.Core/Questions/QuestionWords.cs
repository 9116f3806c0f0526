using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Questions;

/// <summary>Puts common misspellings of the words that form questions right, so that the kind of a question is read: 'wich', 'hapened', 'how mutch'.</summary>
/// <remarks>Only forms that are no words or names themselves; a word of the archive is never looked at.</remarks>
public static partial class QuestionWords
{
    private static readonly FrozenDictionary<string, string> Right = new (string Word, string Typed)[]
    {
        ("who", "woh whoo"),
        ("what", "waht wath whta wht hwat whay wat"),
        ("when", "wehn whne hwen wen whem"),
        ("where", "wher whre wehre hwere whare"),
        ("which", "wich whcih wihch whihc whitch wch hwich"),
        ("why", "hwy wyh whyy"),
        ("whose", "whoes"),
        ("how", "hwo hoow"),
        ("many", "mnay mayn manny meny maney"),
        ("much", "mutch muhc mcuh moch"),
        ("long", "lnog logn lon"),
        ("often", "offen oftn ofen"),
        ("happened", "hapened happend happned hapend hapenned happenned happenend heppened happende"),
        ("happening", "hapening happenning hapenning happning"),
        ("happen", "hapen happn"),
        ("people", "peopel poeple peple pepole peaple"),
        ("because", "becuase becasue beacuse becouse becaus"),
        ("would", "wuold woud wold woudl"),
        ("could", "culd coud coudl"),
        ("should", "shoud shuold shoudl"),
        ("does", "deos doess"),
        ("did", "ddi didd"),
        ("said", "siad sayed"),
        ("the", "teh hte tje"),
        ("that", "taht thta"),
        ("with", "wiht wtih whit"),
        ("there", "ther tehre"),
        ("latest", "lastest latets"),
        ("about", "abuot abotu aobut"),
        ("until", "untill untl"),
        ("what's", "whats"),
        ("who's", "whos"),
        ("where's", "wheres"),
        ("when's", "whens"),
        ("how's", "hows"),
        ("won't", "wont"),
        ("can't", "cant"),
        ("don't", "dont"),
        ("doesn't", "doesnt"),
        ("didn't", "didnt"),
        ("isn't", "isnt"),
        ("aren't", "arent"),
        ("wasn't", "wasnt"),
        ("weren't", "werent"),
        ("hasn't", "hasnt"),
        ("haven't", "havent"),
        ("wouldn't", "wouldnt"),
        ("couldn't", "couldnt"),
        ("shouldn't", "shouldnt"),
    }.SelectMany(row => row.Typed.Split(' ').Select(typed => (typed, row.Word))).ToFrozenDictionary(row => row.typed, row => row.Word);

    private static readonly FrozenSet<string> Instructions =
        "summarise summarize summarised summarized tldr recap pls plz thx wanna gonna gimme".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word tells the bot what to do; no archive needs to have it.</summary>
    public static bool IsInstruction(string word) => Instructions.Contains(word);

    /// <summary>The text with those words put right; the same text when there are none.</summary>
    /// <param name="text">Any text; what stands in quotation marks and what begins with a capital inside a sentence stays.</param>
    public static string PutRight(string text)
    {
        var isQuoted = text.AsSpan().IndexOfAny("\"“”‘") >= 0;
        return isQuoted ? text : Word().Replace(text, match => Right.TryGetValue(match.Value.ToLowerInvariant(), out var word) && Fits(text, match)
            ? char.IsUpper(match.ValueSpan[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word
            : match.Value);
    }

    /// <summary>'Manny' and 'lon' are put right behind 'how' alone; a capital inside a sentence makes a name.</summary>
    private static bool Fits(string text, Match match)
    {
        var before = text[..match.Index].TrimEnd();
        return match.Value.ToUpperInvariant() switch
        {
            "MANNY" or "LON" or "MOCH" or "MAYN" => before.EndsWith("how", StringComparison.OrdinalIgnoreCase),
            _ => before.Length == 0 || char.IsLower(match.ValueSpan[0]),
        };
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}’'-])\p{L}{3,12}(?![\p{L}\p{N}’'-])", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();
}
