using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>Asks the last question again about something else: 'and Germany?' replaces the other country.</summary>
internal static partial class Replacing
{
    private const GazetteerKind Exact = ~(GazetteerKind.FirstName | GazetteerKind.Surname | GazetteerKind.Occupation | GazetteerKind.Title);

    /// <summary>The question with its parallel replaced; where it has none, with the new name behind it.</summary>
    /// <param name="question">The last question, so that it stands alone.</param>
    /// <param name="with">A noun phrase, maybe with its preposition: 'in France'.</param>
    public static string With(string question, string with)
    {
        var preposition = Preposition().Match(with);
        var bare = with[preposition.Length..].Trim();
        if (ParallelDate(question, bare) is { } date)
            return Put(question, date, with, bare);
        var replaced = NamedText.Find("About " + bare) is [{ } name, ..] ? Parallel(question, name) : null;
        if (replaced is { } span)
            return Put(question, span, with, bare);
        var end = question.TrimEnd('?', '.', '!', ' ');
        if (preposition.Success && LastPhrase().Match(end) is { Success: true } phrase
            && phrase.Groups[1].ValueSpan.Equals(preposition.ValueSpan.Trim(), StringComparison.OrdinalIgnoreCase) && char.IsLower(bare[0]))
            return $"{end[..phrase.Index]} {with}?";
        if (preposition.Success)
            return $"{end} {with}?";
        return IsDate(bare) ? $"{end} in {bare}?" : $"{question} And {bare}?";
    }

    private static TextSpan? ParallelDate(string question, string with)
    {
        if (!IsDate(with))
            return null;
        var dates = DateFinder.Find(question, new TextSpan(0, question.Length), reference: null);
        return dates.Count == 0 ? null : dates[^1].Span;
    }

    private static bool IsDate(string text) =>
        DateFinder.Find(text, new TextSpan(0, text.Length), reference: null) is [{ } date, ..] && date.Span.Length * 2 > text.Length;

    /// <summary>The last name of the same kind; a name in the same lists of the gazetteer comes first.</summary>
    private static TextSpan? Parallel(string question, NamedText name)
    {
        var names = NamedText.Find(question);
        var kinds = Gazetteer.Find(name.Text) & Exact;
        foreach (var other in Enumerable.Reverse(names))
        {
            if (kinds != GazetteerKind.None && (Gazetteer.Find(other.Text) & kinds) != GazetteerKind.None)
                return other.Span;
        }

        foreach (var other in Enumerable.Reverse(names))
        {
            if (other.Kind == name.Kind)
                return other.Span;
        }

        // A name of unknown kind can stand for the only one there is, a person's or an unknown one's.
        var like = names.Where(other => IsLike(other.Kind, name.Kind)).ToList();
        return like.Count == 1 ? like[0].Span : null;
    }

    private static bool IsLike(NameKind a, NameKind b) =>
        (a == NameKind.Other && b is NameKind.Person or NameKind.Organisation) || (b == NameKind.Other && a is NameKind.Person or NameKind.Organisation);

    /// <summary>Puts the phrase, with its own preposition, in the place of the earlier one.</summary>
    private static string Put(string question, TextSpan span, string with, string bare)
    {
        var before = question[..span.Start];
        if (bare.Length == with.Length)
            return before + bare + question[span.End..];
        var stood = PrepositionAtEnd().Match(before);

        // 'Who won the 2022 World Cup', and in 2018: inside a phrase the year stands by itself.
        if (!stood.Success && question[span.End..].Any(char.IsLetter))
            return before + bare + question[span.End..];
        return (stood.Success ? before[..stood.Index] + " " : before) + with + question[span.End..];
    }

    [GeneratedRegex(
        @"^(?:in|on|at|by|for|from|of|to|with|since|until|during|about|against|under|near|over|у|в|на|про|щодо)\s+",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"\s(in|on|at|by|for|from|of|to|with|about|against) [\p{Ll}-]+(?: [\p{Ll}-]+)?$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LastPhrase();

    [GeneratedRegex(
        @"\s(?:in|on|at|by|for|from|of|to|with|since|until|during|about|against|under|near|over)\s(?:the\s)?$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PrepositionAtEnd();
}
