using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>A sentence as it goes into a reply.</summary>
/// <param name="Reading">Where it comes from.</param>
/// <param name="Text">On one line; a name in square brackets may follow the pronoun that it begins with.</param>
internal sealed record ReplySentence(SentenceReading Reading, string Text)
{
    private const GazetteerKind Things = GazetteerKinds.Lands | GazetteerKind.Award
        | GazetteerKind.Company | GazetteerKind.SportsTeam | GazetteerKind.Outlet | GazetteerKind.Agency;

    /// <summary>The sentence word for word.</summary>
    public static ReplySentence Verbatim(SentenceReading reading) => new(reading, OneLine(reading.Text));

    /// <summary>The sentence with the name of the person whom its first word stands for.</summary>
    /// <returns>Null when the sentences before do not make the name plain.</returns>
    public static ReplySentence? WithName(SentenceReading reading)
    {
        if (PronounLed.Person(reading.Text) is not { } pronoun)
            return null;
        if (PersonBefore(reading) is not { } person)
            return null;
        var end = pronoun.Index + pronoun.Length;
        return new ReplySentence(reading, OneLine($"{reading.Text[..end]} [{OneLine(person.Span.In(reading.Body))}]{reading.Text[end..]}"));
    }

    /// <summary>The one person whom the sentence before names.</summary>
    /// <returns>Null when it names nobody, or several.</returns>
    public static (SentenceReading Reading, TextSpan Span)? PersonBefore(SentenceReading reading)
    {
        if (SentencesBefore(reading, 1) is not [var before])
            return null;
        var sentence = reading.At(before);
        var persons = sentence.Names
            .Where(name => name.Kind == NameKind.Person)
            .DistinctBy(name => OneLine(name.Span.In(reading.Body)), StringComparer.Ordinal)
            .ToList();
        return persons.Count == 1 && !IsThing(persons[0].Span.In(reading.Body)) ? (sentence, persons[0].Span) : null;
    }

    /// <summary>'His own Oscar', 'in Paris': a first name that is also an award, a place or a body says nothing of a person by itself.</summary>
    private static bool IsThing(string name) => (Gazetteer.FindAsWritten(name) & Things) != GazetteerKind.None;

    /// <summary>The sentences just before, in order; fewer at the start of the article.</summary>
    public static List<TextSpan> SentencesBefore(SentenceReading reading, int count)
    {
        const int reach = 1_200;
        var start = Math.Max(0, reading.Span.Start - reach);
        var sentences = SentenceSplitter.Split(reading.Body, new TextSpan(start, reading.Span.Start));

        // The first may be cut in its middle.
        if (start > 0 && sentences.Count > 0)
            sentences.RemoveAt(0);
        return sentences.GetRange(Math.Max(0, sentences.Count - count), Math.Min(count, sentences.Count));
    }

    /// <summary>A text on one line.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
