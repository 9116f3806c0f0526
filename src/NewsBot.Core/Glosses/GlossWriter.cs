using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Glosses;

/// <summary>Puts glossed words in the order of an English question: 'When will talks take place in Istanbul?'</summary>
internal static partial class GlossWriter
{
    /// <summary>The question in English.</summary>
    /// <param name="words">In the order in which they were typed.</param>
    public static string Write(List<GlossWord> words)
    {
        var rest = words.Select((word, i) => word with { IsSilent = word.Part == GlossPart.Small && IsBehindDirect(words, i) }).Where(word => word.English.Length > 0).ToList();
        var lead = rest.FindIndex(word => word.Part is GlossPart.Ask or GlossPart.Wish);
        var asked = "";
        if (lead >= 0)
        {
            asked = rest[lead].English;
            rest.RemoveAt(lead);

            // 'У якому місті': the preposition belongs to the question word.
            if (lead > 0 && asked == "which" && rest[lead - 1].Part == GlossPart.Small)
            {
                asked = rest[lead - 1].English + " which";
                rest.RemoveAt(lead - 1);
            }
        }

        var isWish = lead >= 0 && words.Exists(word => word.Part == GlossPart.Wish);
        var text = asked.Length == 0 || isWish ? $"{asked} {Join(rest)}" : Ask(asked, rest);
        text = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..] + (asked.Length > 0 && !isWish ? "?" : "");
    }

    /// <summary>'Вступила в НАТО', 'напала на': the preposition is no part of 'join' and 'attack'.</summary>
    private static bool IsBehindDirect(List<GlossWord> words, int at)
    {
        var verb = words.FindLastIndex(at, word => word.IsVerb);
        return verb >= 0 && words[verb].Entry!.IsDirect && words.FindIndex(verb, word => word.Part == GlossPart.Small) == at;
    }

    private static string Ask(string asked, List<GlossWord> rest)
    {
        // 'Звідки їхав потяг, який зіткнувся': the verb of the clause behind is not what is asked.
        if (ClauseIn(rest) is > 0 and var clause)
            return $"{Ask(asked, rest.GetRange(0, clause))} {Join(rest.GetRange(clause, rest.Count - clause))}";
        if (asked.Contains(" is", StringComparison.Ordinal) || asked == "who owns")
            return $"{asked} {Join(rest)}";
        if (rest.FindIndex(word => word.Part == GlossPart.Happen) is >= 0 and var happened)
            return $"{(asked is "what" or "who" ? asked : asked + " did it")} {Finite(rest[happened])} {Join(Without(rest, happened))}";
        var verb = rest.FindIndex(word => word.IsVerb);
        if (asked == "how much")
            return $"how much does {Join(rest)} cost";
        if (verb < 0)
            return asked is "how many" ? $"{asked} {Join(rest)}" : $"{(asked == "whether" ? "is" : asked is "which" ? "what is" : asked + " is")} {Join(rest)}";
        return asked switch
        {
            "who" => $"{asked}{(IsPassive(rest[verb]) ? " was" : "")} {Finite(rest[verb])} {Join(Without(rest, verb))}",
            "what" => HasSubject(rest, verb) ? $"what {Turned(rest, verb)}" : $"what {Join(rest)}",
            "how many" when verb > 0 => Counted(rest, verb),
            _ when asked.EndsWith("which", StringComparison.Ordinal) => rest[verb].Part == GlossPart.Be && verb == 0 ? $"what {Join(rest)}" : $"{asked} {Join(rest)}",
            "whether" => Turned(rest, verb),
            _ => $"{asked} {Turned(rest, verb)}",
        };
    }

    /// <summary>Where a clause begins that a question word leads in behind a comma: ', який', ', з якої'; -1 when there is none.</summary>
    private static int ClauseIn(List<GlossWord> rest)
    {
        for (var i = 1; i < rest.Count; i++)
        {
            if (rest[i].Part == GlossPart.Ask && (rest[i].IsBehindComma || rest[i - 1] is { Part: GlossPart.Small, IsBehindComma: true }))
                return rest[i].IsBehindComma ? i : i - 1;
        }

        return -1;
    }

    /// <summary>'How many people died', 'how many days did Trump give Russia'.</summary>
    private static string Counted(List<GlossWord> rest, int verb)
    {
        // What is counted ends before a name that does something, or stands alone before the verb and its subject.
        var doer = rest.FindIndex(1, verb - 1, word => word.Part == GlossPart.Name);
        if (doer > 0)
            return $"how many {Join(rest.GetRange(0, doer))} {Turned(rest.GetRange(doer, rest.Count - doer), verb - doer)}";
        return verb + 1 < rest.Count && rest[verb + 1].Part == GlossPart.Name && rest[verb].Part != GlossPart.Be
            ? $"how many {Join(rest.GetRange(0, verb))} {Turned(rest.GetRange(verb, rest.Count - verb), 0)}"
            : $"how many {Join(rest)}";
    }

    private static bool HasSubject(List<GlossWord> rest, int verb) =>
        verb > 0 || (rest.Count > 1 && rest[1].Part is GlossPart.Name or GlossPart.Noun && rest[verb].Part != GlossPart.Be);

    /// <summary>The auxiliary, the subject, the verb, the rest.</summary>
    private static string Turned(List<GlossWord> rest, int verb)
    {
        var word = rest[verb];
        var others = Without(rest, verb);
        var end = verb > 0 ? verb : others.FindIndex(other => other.Part is GlossPart.Small or GlossPart.Perfective or GlossPart.Imperfective);
        end = end < 0 ? others.Count : end;
        var subject = Join(others.GetRange(0, end));
        var behind = Join(others.GetRange(end, others.Count - end));
        var tense = TenseOf(word);
        if (word.Part == GlossPart.Be)
            return tense == Tense.Future ? $"will {subject} be {behind}" : $"was {subject} {behind}";
        if (IsPassive(word))
            return $"was {subject} {word.Entry!.Past} {behind}";
        return $"{tense switch { Tense.Past => "did", Tense.Future => "will", _ => "does" }} {subject} {word.English} {behind}";
    }

    private static List<GlossWord> Without(List<GlossWord> words, int at) => [.. words.Where((_, i) => i != at)];

    private static string Join(List<GlossWord> words)
    {
        StringBuilder text = new();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsSilent)
                continue;

            // 'президент Франції': the land behind a noun owns it.
            if (i > 0 && words[i] is { Part: GlossPart.Name, Entry: not null } && words[i - 1].Part == GlossPart.Noun)
                text.Append(" of");
            text.Append(i == 0 ? "" : words[i].IsJoined && words[i] is { Entry: null } && words[i - 1] is { Entry: null } ? "-" : " ");
            text.Append(words[i].IsVerb || words[i].Part == GlossPart.Happen ? Finite(words[i]) : words[i].English);
        }

        return text.ToString();
    }

    private static string Finite(GlossWord word) => TenseOf(word) switch
    {
        Tense.Past => word.Entry!.Past,
        Tense.Future => "will " + word.English,
        Tense.Infinitive => word.English,
        _ => word.Part == GlossPart.Be ? "is" : word.English,
    };

    private static Tense TenseOf(GlossWord word)
    {
        var verb = word.Folded;
        var isReflexive = verb.EndsWith("ся", StringComparison.Ordinal) || verb.EndsWith("сь", StringComparison.Ordinal);
        if (isReflexive)
            verb = verb[..^2];
        if (IsPassive(word))
            return Tense.Past;
        string[] past = ["в", "ла", "ло", "ли", "л", "но", "то", "г", "ер", "ик", "ік", "ис"];
        if (Array.Exists(past, ending => verb.EndsWith(ending, StringComparison.Ordinal)))
            return Tense.Past;
        if (verb.EndsWith("ти", StringComparison.Ordinal) || verb.EndsWith("ть", StringComparison.Ordinal) && !HasUkrainianPerson(verb, isReflexive))
            return Tense.Infinitive;
        return word.Part is GlossPart.Perfective or GlossPart.Happen || (word.Part == GlossPart.Be && verb.StartsWith("буд", StringComparison.Ordinal))
            || verb.Contains("тим", StringComparison.Ordinal)
            ? Tense.Future
            : Tense.Present;
    }

    /// <summary>'Зроблена', 'призначений', 'открыт', 'построены': something was done to it.</summary>
    private static bool IsPassive(GlossWord word) => word.Part is GlossPart.Perfective or GlossPart.Imperfective && PassiveForm().IsMatch(word.Folded);

    /// <summary>'-уть', '-ить': somebody does it. 'Відбудеться', too.</summary>
    private static bool HasUkrainianPerson(string verb, bool isReflexive) =>
        verb.Length > 3 && (verb[^3] is 'у' or 'ю' or 'и' or 'і' or 'я' || (isReflexive && verb[^3] is 'е' or 'є'));

    [GeneratedRegex(
        @"(?:[аяеє]н(?:а|і|ии|ого|ому|им|их|ими|оі|ою|ы|н\w{1,3})?|ене|[иыяу]т(?:ии|ого|ому|их|ими|оі|а|і|ы|ыи|ая|ых|ые)|ыт|убит|разбит|взят)$",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PassiveForm();

    private enum Tense
    {
        Past,
        Present,
        Future,
        Infinitive,
    }
}
