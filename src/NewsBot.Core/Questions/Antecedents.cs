using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>The names of a question and of its answer, for which a word of the next question may stand.</summary>
internal sealed partial class Antecedents
{
    private const int MaxAnswerLength = 700;

    private readonly string[] texts;
    private readonly List<NamedText> inQuestion;
    private readonly List<NamedText> inAnswer;
    private readonly List<string> dates = [];
    private readonly Question question;

    /// <param name="asked">Its question, so that it stands alone.</param>
    public Antecedents(Turn turn, string asked)
    {
        var answer = turn.IsSupported ? FollowUpForms.OneLine(turn.Answer, MaxAnswerLength) : "";
        question = QuestionAnalyzer.Analyze(asked, turn.AskedAt);
        texts = [asked, answer];
        inQuestion = NamedText.Find(asked);
        inAnswer = NamedText.Find(answer);
        foreach (var text in texts)
        {
            foreach (var date in DateFinder.Find(text, new TextSpan(0, text.Length), reference: null))
                dates.Add(date.Span.In(text));
        }
    }

    /// <summary>What a word stands for.</summary>
    /// <returns>Null when no name is plain enough.</returns>
    public Found? For(Reference reference) => reference.Kind switch
    {
        ReferenceKind.Person => Person(reference.IsFemale),
        ReferenceKind.Group => Group(),
        ReferenceKind.Thing => Thing(),
        ReferenceKind.Place => Place(),
        _ => Time(),
    };

    /// <summary>The person asked about; for a question 'who', the answer.</summary>
    private Found? Person(bool? isFemale)
    {
        var isAnswer = question.Kind == AnswerKind.Person;
        var asked = inQuestion.Where(name => name.Kind == NameKind.Person).Concat(inQuestion.Where(IsSurname)).Select(name => name.Text).ToList();
        var answered = inAnswer.Where(name => name.Kind == NameKind.Person && !asked.Exists(other => SameName(other, name.Text))).Select(name => name.Text).ToList();
        var fitting = (isAnswer ? answered.Concat(asked) : asked.Concat(answered)).ToLookup(name => isFemale is null ? null : NamedGender.IsFemale(name, texts));

        // A person called 'she' is not a 'he'; a person of known, fitting gender comes before one of unknown gender.
        var name = fitting[isFemale].Concat(fitting[null]).FirstOrDefault();
        return name is null ? null : new Found(Full(name), NeedsContext: false);
    }

    /// <summary>Both bodies that a question is about, else the one that it or its answer names.</summary>
    private Found? Group()
    {
        var asked = inQuestion.Where(name => name.Kind == NameKind.Organisation).Select(name => name.Text).Distinct().ToList();
        var answered = inAnswer.Where(name => name.Kind == NameKind.Organisation).Select(name => name.Text);
        if (question.Kind != AnswerKind.Organisation && asked is [var one, var other])
            return new Found($"{one} and {other}", NeedsContext: false);
        var body = (question.Kind == AnswerKind.Organisation ? answered.Concat(asked) : asked).FirstOrDefault();
        return body is null ? null : new Found(body, NeedsContext: !IsWholeTopic(body));
    }

    /// <summary>The one thing that a question names, or the work or body that answers it.</summary>
    private Found? Thing()
    {
        if (question.Kind is AnswerKind.Work or AnswerKind.Organisation
            && inAnswer.FirstOrDefault(name => name.Kind == (question.Kind == AnswerKind.Work ? NameKind.Work : NameKind.Organisation)) is { Text: not null } answer)
            return new Found(answer.Text, NeedsContext: false);
        var things = inQuestion.Where(name => name.Kind is NameKind.Work or NameKind.Event or NameKind.Organisation or NameKind.Other).ToList();
        return things.Count == 1 && IsWholeTopic(things[0].Text) ? new Found(things[0].Text, NeedsContext: false) : null;
    }

    private Found? Place()
    {
        var places = inQuestion.Where(name => name.Kind == NameKind.Place).ToList();

        // 'Where in India did they release the cheetahs from Namibia': it happened in India.
        var place = places.LastOrDefault(name => Inside().IsMatch(texts[0][..name.Span.Start])).Text ?? places.LastOrDefault().Text
            ?? inAnswer.FirstOrDefault(name => name.Kind == NameKind.Place).Text;
        return place is null ? null : new Found("in " + place, NeedsContext: !IsWholeTopic(place));
    }

    private Found? Time() => dates.LastOrDefault() is { } date && Day().IsMatch(date) ? new Found("on " + date, NeedsContext: true) : null;

    /// <summary>Whether a question has almost nothing beside a name.</summary>
    private bool IsWholeTopic(string name) =>
        question.Terms.Count(term => term.Weight >= 1 && !name.Contains(term.Span.In(question.Text), StringComparison.OrdinalIgnoreCase)) <= 1;

    /// <summary>'Peskov' is 'Dmitry Peskov' when either text has both.</summary>
    private string Full(string name) =>
        inQuestion.Concat(inAnswer).Where(other => other.Kind == NameKind.Person).Select(other => other.Text)
            .FirstOrDefault(other => other.Length > name.Length && other.EndsWith(" " + name, StringComparison.Ordinal)) ?? name;

    /// <summary>A name of unknown kind that the answer has as a person's.</summary>
    private bool IsSurname(NamedText name) =>
        name.Kind == NameKind.Other && inAnswer.Exists(other => other.Kind == NameKind.Person && SameName(other.Text, name.Text));

    private static bool SameName(string a, string b) =>
        a == b || a.EndsWith(" " + b, StringComparison.Ordinal) || b.EndsWith(" " + a, StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:in|at)\s(?:the\s)?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Inside();

    [GeneratedRegex(@"^(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Day();

    /// <summary>A name, or words with one.</summary>
    /// <param name="Text">What goes into the place of the word.</param>
    /// <param name="NeedsContext">Whether the rest of the last question says something that the name alone does not.</param>
    internal readonly record struct Found(string Text, bool NeedsContext);
}
