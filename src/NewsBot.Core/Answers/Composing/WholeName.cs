using System.Text.RegularExpressions;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Names and titles with all that belongs to them, so that no part of one stands for the whole: 'University of Virginia' is not 'Virginia'.</summary>
internal static partial class WholeName
{
    private const int MostWordsOfTitle = 9;

    /// <summary>The stretch with the rest of the title in quotation marks, or of the name, that it is a part of; as it is where it is known by itself.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="candidate">A stretch.</param>
    public static TextSpan Widen(Question question, ShortAnswerFinder.Candidate candidate)
    {
        if (candidate.Features[(int)ShortFeature.FitsFully] > 0
            || question.Kind is not (AnswerKind.Person or AnswerKind.Place or AnswerKind.Organisation or AnswerKind.Work or AnswerKind.Other))
            return candidate.Span;
        var (body, sentence) = (candidate.Sentence.Reading.Body, candidate.Sentence.Reading.Span);
        if (question.Kind is AnswerKind.Work or AnswerKind.Other)
        {
            foreach (Match title in Title().Matches(sentence.In(body)))
            {
                var name = title.Groups["title"];
                var span = new TextSpan(sentence.Start + name.Index, sentence.Start + name.Index + name.Length);
                if (span.Contains(candidate.Span) && name.Value.Count(unit => unit == ' ') < MostWordsOfTitle)
                    return span;
            }
        }

        foreach (var name in candidate.Sentence.Reading.Names)
        {
            if (name.Span.Contains(candidate.Span) && IsOf(question.Kind, name.Kind))
                return name.Span;

            // 'Dr. Mehmet' of 'Dr. Mehmet Oz': the stretch begins with a title and ends inside the name.
            if (name.Kind == NameKind.Person && name.Span.Contains(new TextSpan(candidate.Span.End - 1, candidate.Span.End)) && candidate.Span.Start < name.Span.Start
                && Gazetteer.FindAsWritten(body.AsSpan(candidate.Span.Start..name.Span.Start).TrimEnd(". ")).HasAny(GazetteerKind.Title))
                return new TextSpan(candidate.Span.Start, name.Span.End);
        }

        return candidate.Span;
    }

    /// <summary>The longer name that ends with a name, or that begins with somebody's first name; null when the reply has none, or several.</summary>
    /// <param name="name">A stretch.</param>
    /// <param name="reply">The sentences of the reply.</param>
    /// <param name="kind">What the longer name must stand for; null for anything.</param>
    public static string? Of(string name, IReadOnlyList<ReplySentence> reply, NameKind? kind = null)
    {
        var isFirstName = Gazetteer.FindAsWritten(name).HasAny(GazetteerKind.FirstName) && !Gazetteer.FindAsWritten(name).HasAny(GazetteerKind.Surname);
        var longer = reply
            .SelectMany(sentence => sentence.Reading.Names.Select(found => (found.Kind, Text: found.Span.In(sentence.Reading.Body))))
            .Where(found => kind is null || found.Kind == kind)
            .Where(found => found.Text.EndsWith($" {name}", StringComparison.Ordinal)
                || (isFirstName && found.Kind == NameKind.Person && found.Text.StartsWith($"{name} ", StringComparison.Ordinal)))
            .Select(found => found.Text)
            .Distinct(StringComparer.Ordinal)
            .Take(2)
            .ToList();
        return longer.Count == 1 ? longer[0] : null;
    }

    private static bool IsOf(AnswerKind asked, NameKind name) => (asked, name) switch
    {
        (AnswerKind.Person, NameKind.Person) => true,
        (AnswerKind.Place, NameKind.Place) => true,
        (AnswerKind.Organisation, NameKind.Place or NameKind.Organisation) => true,
        (AnswerKind.Work or AnswerKind.Other, not (NameKind.Nationality or NameKind.Event)) => true,
        _ => false,
    };

    /// <summary>A title in quotation marks. Its words begin with capitals, except short ones such as 'of', so that it is not taken for what somebody said.</summary>
    [GeneratedRegex(
        @"[“""](?<title>\p{Lu}[\p{L}\p{N}’'&-]*(?: (?:\p{Lu}[\p{L}\p{N}’'&-]*|\p{N}+|[a-z]{1,4}))*),?[”""]",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Title();
}
