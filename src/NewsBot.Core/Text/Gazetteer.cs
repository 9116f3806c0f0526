namespace NewsBot.Core.Text;

/// <summary>Knows what common names and nouns stand for: countries, teams, companies, animals, diseases and more.</summary>
/// <remarks>Read once from the assembly, on first use; safe for many threads.</remarks>
public static class Gazetteer
{
    /// <summary>Kinds whose words are common nouns, so that they are known in small letters and in the plural.</summary>
    internal const GazetteerKind Common = GazetteerKind.Season | GazetteerKind.Sport | GazetteerKind.Animal | GazetteerKind.Food | GazetteerKind.Fruit | GazetteerKind.Drink
        | GazetteerKind.Disease | GazetteerKind.Drug | GazetteerKind.Colour | GazetteerKind.Metal | GazetteerKind.Element | GazetteerKind.Occupation | GazetteerKind.MusicGenre
        | GazetteerKind.Vehicle | GazetteerKind.Weapon | GazetteerKind.Currency | GazetteerKind.Instrument | GazetteerKind.Clothing | GazetteerKind.BodyPart
        | GazetteerKind.Subject | GazetteerKind.Family | GazetteerKind.Material | GazetteerKind.Crime | GazetteerKind.Disaster | GazetteerKind.Title;

    private const GazetteerKind Plural = Common & ~(GazetteerKind.Season | GazetteerKind.Colour | GazetteerKind.Title | GazetteerKind.Subject);

    private static readonly Lazy<GazetteerTable> Table = new(GazetteerTable.Load);

    /// <summary>All kinds of a phrase, whatever its case and accents.</summary>
    /// <param name="phrase">One word, or several with one blank between them; full stops and hyphens do not matter.</param>
    /// <returns><see cref="GazetteerKind.None"/> when the phrase is not known. The plural of a common noun is known too.</returns>
    public static GazetteerKind Find(ReadOnlySpan<char> phrase) => Find(phrase, out _);

    /// <summary>The kinds of a phrase that its letter case allows: 'Turkey' may be a country, 'turkey' may not; 'who' is not an agency.</summary>
    /// <param name="phrase">As it stands in the text.</param>
    public static GazetteerKind FindAsWritten(ReadOnlySpan<char> phrase)
    {
        var kind = Find(phrase, out var isAcronym);
        return kind == GazetteerKind.None ? kind : Allowed(kind, isAcronym, phrase);
    }

    /// <summary>The kinds that answer a question for a noun: 'automaker' asks for a <see cref="GazetteerKind.CarMaker"/>.</summary>
    /// <param name="noun">The focus noun in singular or plural, one or more words.</param>
    /// <returns><see cref="GazetteerKind.None"/> when the noun is not known.</returns>
    public static GazetteerKind OfNoun(ReadOnlySpan<char> noun)
    {
        Span<char> key = stackalloc char[GazetteerTable.MaxKeyLength];
        var length = GazetteerTable.Normalise(noun, key);
        if (length <= 0)
            return GazetteerKind.None;
        var table = Table.Value;
        if (table.FindNoun(key[..length]) is var direct and not GazetteerKind.None)
            return direct;
        if (key[length - 1] != 's')
            return GazetteerKind.None;
        if (table.FindNoun(key[..(length - 1)]) is var singular and not GazetteerKind.None)
            return singular;
        if (length > 4 && key[length - 2] == 'e' && key[length - 3] == 'i')
        {
            key[length - 3] = 'y';
            return table.FindNoun(key[..(length - 2)]);
        }

        return length > 4 && key[length - 2] == 'e' ? table.FindNoun(key[..(length - 2)]) : GazetteerKind.None;
    }

    /// <summary>The gazetteer's phrases in a stretch of text, in order, without overlap, the longest at each place.</summary>
    /// <param name="text">The text; never changed.</param>
    /// <param name="range">The stretch to read, usually a sentence.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text.</exception>
    /// <remarks>Linear in the range's length: no phrase has more than six words.</remarks>
    public static List<GazetteerMention> Scan(string text, TextSpan range)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(range.Start, nameof(range));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.End, text.Length, nameof(range));
        ArgumentOutOfRangeException.ThrowIfLessThan(range.End, range.Start, nameof(range));
        var found = new List<GazetteerMention>();
        var table = Table.Value;
        var span = text.AsSpan(0, range.End);
        var at = range.Start;
        Span<char> key = stackalloc char[GazetteerTable.MaxKeyLength];
        while (at < span.Length)
        {
            if (!char.IsLetterOrDigit(span[at]))
            {
                at++;
                continue;
            }

            var wordEnd = GazetteerTable.WordEnd(span, at);
            at = LongestAt(table, span, at, wordEnd, key) is { } mention ? Keep(found, mention) : wordEnd;
        }

        return found;
    }

    private static int Keep(List<GazetteerMention> found, GazetteerMention mention)
    {
        found.Add(mention);
        return mention.Span.End;
    }

    private static GazetteerMention? LongestAt(GazetteerTable table, ReadOnlySpan<char> text, int start, int wordEnd, Span<char> key)
    {
        GazetteerMention? best = null;
        var length = GazetteerTable.Normalise(text[start..wordEnd], key);
        if (length <= 0)
            return null;
        var extensions = table.WordsAfter(key[..length]);
        if (One(text[start..wordEnd], key, length) is { Kind: not GazetteerKind.None } one)
            best = new GazetteerMention(new TextSpan(start, start + one.Length), one.Kind);
        var end = wordEnd;
        for (var words = 1; words <= extensions; words++)
        {
            var next = GazetteerTable.NextWord(text, end);
            if (next < 0)
                break;
            end = GazetteerTable.WordEnd(text, next);
            length = GazetteerTable.Normalise(text[start..end], key);
            if (length <= 0)
                break;
            if (One(text[start..end], key, length) is { Kind: not GazetteerKind.None } longer)
                best = new GazetteerMention(new TextSpan(start, start + longer.Length), longer.Kind);
        }

        return best;
    }

    /// <summary>The kinds of the whole phrase; of one with a possessive s that is not an entry itself ('Wendy’s' is, 'Turkey’s' is not), those without it.</summary>
    private static (GazetteerKind Kind, int Length) One(ReadOnlySpan<char> phrase, Span<char> key, int keyLength)
    {
        var isPossessive = phrase.Length > 3 && phrase[^1] is 's' or 'S' && phrase[^2] is '\'' or '\u2019';
        if (isPossessive && Table.Value.Find(key[..keyLength], out _) == GazetteerKind.None)
        {
            var owner = FindKey(key, keyLength - 1, out var isOwnerAcronym);
            return owner == GazetteerKind.None ? (owner, 0) : (Allowed(owner, isOwnerAcronym, phrase[..^2]), phrase.Length - 2);
        }

        var kind = FindKey(key, keyLength, out var isAcronym);
        return kind == GazetteerKind.None ? (kind, 0) : (Allowed(kind, isAcronym, phrase), phrase.Length);
    }

    private static GazetteerKind Find(ReadOnlySpan<char> phrase, out bool isAcronym)
    {
        isAcronym = false;
        Span<char> key = stackalloc char[GazetteerTable.MaxKeyLength];
        var length = GazetteerTable.Normalise(phrase, key);
        return length <= 0 ? GazetteerKind.None : FindKey(key, length, out isAcronym);
    }

    private static GazetteerKind FindKey(Span<char> key, int length, out bool isAcronym)
    {
        var kind = Table.Value.Find(key[..length], out isAcronym);
        if (kind != GazetteerKind.None || length < 4 || key[length - 1] != 's')
            return kind;
        kind = Table.Value.Find(key[..(length - 1)], out _) & Plural;
        if (kind != GazetteerKind.None || key[length - 2] != 'e')
            return kind;
        kind = Table.Value.Find(key[..(length - 2)], out _) & Plural;
        if (kind != GazetteerKind.None || key[length - 3] != 'i')
            return kind;
        key[length - 3] = 'y';
        kind = Table.Value.Find(key[..(length - 2)], out _) & Plural;
        key[length - 3] = 'i';
        return kind;
    }

    private static GazetteerKind Allowed(GazetteerKind kind, bool isAcronym, ReadOnlySpan<char> written)
    {
        if (isAcronym)
        {
            foreach (var c in written)
            {
                if (char.IsLower(c))
                    return kind & Common;
            }

            return kind;
        }

        return char.IsLower(written[0]) ? kind & Common : kind;
    }
}

/// <summary>A phrase of the gazetteer as it occurs in a text.</summary>
/// <param name="Span">Where it stands, without a possessive 's.</param>
/// <param name="Kind">All kinds that its letter case allows; never <see cref="GazetteerKind.None"/>.</param>
public readonly record struct GazetteerMention(TextSpan Span, GazetteerKind Kind);
