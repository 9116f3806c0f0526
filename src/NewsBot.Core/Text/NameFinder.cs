namespace NewsBot.Core.Text;

/// <summary>Finds names by their capitals, their words and their neighbours; no model, no list of all names.</summary>
public static class NameFinder
{
    /// <summary>The names in a sentence, in order, without overlap.</summary>
    /// <param name="text">The text; never changed.</param>
    /// <param name="sentence">The sentence; its first word is capitalised anyway, and so tells little.</param>
    /// <returns>
    /// Longest sequences of capitalised words with their inner particles. In a headline whose words are mostly
    /// capitalised, only what the gazetteer knows. Months and weekdays are not names.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The sentence does not lie in the text.</exception>
    /// <remarks>Linear in the sentence's length. English.</remarks>
    public static List<NameMention> Find(string text, TextSpan sentence)
    {
        var known = Gazetteer.Scan(text, sentence);
        return new NameReader(text, sentence, known).Read();
    }
}

/// <summary>A name as it occurs in a text.</summary>
/// <param name="Span">Where it stands, without a title before it, quotes around it or a possessive 's.</param>
/// <param name="Kind">What it stands for.</param>
public readonly record struct NameMention(TextSpan Span, NameKind Kind);

/// <summary>The kind of thing that a name in a text stands for, judged by its words and neighbours.</summary>
public enum NameKind
{
    /// <summary>A name of unknown kind: a brand, a product, a surname alone.</summary>
    Other,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A country, a city or another place.</summary>
    Place,

    /// <summary>A company, a team, a party, an agency or another body.</summary>
    Organisation,

    /// <summary>A film, a book, a song or another titled work.</summary>
    Work,

    /// <summary>A people or their adjective: 'French'.</summary>
    Nationality,

    /// <summary>A named event: 'World Cup', 'Hurricane Ian'.</summary>
    Event,
}
