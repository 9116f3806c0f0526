using NewsBot.Core.Articles;

namespace NewsBot.Core.Answers;

/// <summary>A sentence as it goes into a reply.</summary>
/// <param name="Reading">Where it comes from.</param>
/// <param name="Text">On one line; a name in square brackets may follow the pronoun that it begins with.</param>
internal sealed record ReplySentence(SentenceReading Reading, string Text)
{
    /// <summary>The sentence word for word.</summary>
    public static ReplySentence Verbatim(SentenceReading reading) => new(reading, OneLine(reading.Text));

    /// <summary>The sentence with the name of the person whom its first word stands for.</summary>
    /// <returns>Null when the sentences before do not make the name plain.</returns>
    public static ReplySentence? WithName(SentenceReading reading)
    {
        if (PronounLed.Person(reading.Text) is not { } pronoun)
            return null;
        var persons = SentencesBefore(reading, 1)
            .SelectMany(sentence => NameFinder.Find(reading.Body, sentence))
            .Where(name => name.Kind == NameKind.Person)
            .Select(name => OneLine(name.Span.In(reading.Body)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (persons.Count != 1)
            return null;
        var end = pronoun.Index + pronoun.Length;
        return new ReplySentence(reading, OneLine($"{reading.Text[..end]} [{persons[0]}]{reading.Text[end..]}"));
    }

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

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
