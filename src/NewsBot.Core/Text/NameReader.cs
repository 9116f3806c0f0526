// Over 400 lines: one grammar, in which every step asks which words may begin, join and end a name.
namespace NewsBot.Core.Text;

/// <summary>Reads names from one sentence, left to right.</summary>
/// <param name="known">The gazetteer's phrases in it.</param>
internal sealed class NameReader(string text, TextSpan sentence, List<GazetteerMention> known)
{
    private const GazetteerKind Places = GazetteerKinds.PlacesAndPlanets;

    private const GazetteerKind Bodies = GazetteerKinds.Bodies;

    private const GazetteerKind Peoples = GazetteerKind.Nationality | GazetteerKind.Language | GazetteerKind.Religion;

    private const GazetteerKind Times = GazetteerKind.Month | GazetteerKind.Weekday;

    private const GazetteerKind Proper = Places | Bodies | Peoples | GazetteerKind.FirstName | GazetteerKind.Surname | GazetteerKind.Holiday | GazetteerKind.Award;

    private readonly List<Word> words = new(24);
    private readonly List<NameMention> names = [];
    private int nextKnown;

    /// <summary>All names, in order, without overlap.</summary>
    public List<NameMention> Read()
    {
        Split();
        var headline = IsHeadline();
        var i = 0;
        while (i < words.Count)
        {
            if (words[i].Kind == WordKind.Quote && TryQuote(i) is var after && after > 0)
                i = after;
            else if (words[i].Kind != WordKind.Capital || words[i].Start < (names.Count > 0 ? names[^1].Span.End : 0))
                i++;
            else
                i = headline ? FromHeadline(i) : FromRun(i);
        }

        return names;
    }

    // ---- words ----------------------------------------------------------------------------------------------------

    private void Split()
    {
        var i = sentence.Start;
        var limit = sentence.End;
        while (i < limit)
        {
            var c = text[i];
            if (char.IsLetter(c) || (char.IsAsciiDigit(c) && (i == sentence.Start || !char.IsLetterOrDigit(text[i - 1]))))
            {
                i = AddWord(i, limit);
            }
            else
            {
                if (c is '"' or '\u201c' or '\u201d' or '\u2018')
                    words.Add(new Word(i, i + 1, i + 1, WordKind.Quote));
                i++;
            }
        }
    }

    private int AddWord(int start, int limit)
    {
        var i = start + 1;
        while (i < limit)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || c is (>= '\u0300' and <= '\u036f'))
                i++;
            else if (c is '\'' or '\u2019' or '-' or '\u2011' or '&' && i + 1 < limit && char.IsLetterOrDigit(text[i + 1]))
                i++;
            else if (c == '.' && i + 1 < limit && char.IsLetter(text[i + 1]) && char.IsUpper(text[i - 1]) && (i - start < 2 || text[i - 2] == '.'))
                i++;
            else
                break;
        }

        // 'U.S.' keeps its last stop.
        if (i < limit && text[i] == '.' && i - start >= 3 && text[i - 2] == '.')
            i++;
        var end = i;
        if (end - start > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '\u2019')
            end -= 2;
        if (end < i && i + 1 < limit && text[i] == ' ' && char.IsUpper(text[i + 1]) && NameWords.Owners.Contains(text.AsSpan(start, end - start)))
            end = i;
        var kind = !char.IsLetter(text[start]) ? WordKind.Number : char.IsUpper(text[start]) || HasInnerCapital(start, end) ? WordKind.Capital : WordKind.Small;

        // 'US-led', 'Ukrainian-born': the name ends at the hyphen.
        var hyphen = kind == WordKind.Capital ? text.AsSpan(start, end - start).IndexOf('-') : -1;
        if (hyphen > 1 && start + hyphen + 1 < end && char.IsLower(text[start + hyphen + 1]) && !NameWords.Particles.Contains(text.AsSpan(start, hyphen)))
        {
            words.Add(new Word(start, start + hyphen, end, WordKind.Capital));
            return i;
        }

        words.Add(new Word(start, end, i, kind));
        return i;
    }

    // eBay, iPhone, bin-names: a capital within the first three units of a small word.
    private bool HasInnerCapital(int start, int end) =>
        (end - start > 3 && char.IsUpper(text[start + 1])) || (end - start > 4 && text[start + 2] is '-' && char.IsUpper(text[start + 3]));

    private ReadOnlySpan<char> Text(int i) => (uint)i < (uint)words.Count ? text.AsSpan(words[i].Start, words[i].End - words[i].Start) : [];

    private bool IsCapital(int i) => (uint)i < (uint)words.Count && words[i].Kind == WordKind.Capital;

    /// <summary>Whether only a blank (or the stop of an initial or a short title and a blank) lies between two words.</summary>
    private bool Follows(int i)
    {
        if (i <= 0 || i >= words.Count)
            return false;
        var (before, after) = (words[i - 1], words[i]);
        if (before.Full != before.End)
            return false;
        var gap = text.AsSpan(before.Full, after.Start - before.Full);
        return (gap.Length == 1 && char.IsWhiteSpace(gap[0]))
            || gap is " & "
            || (gap is ". " && (before.End - before.Start == 1 || IsShortForm(i - 1)))
            || (gap is ", " && NameWords.Generations.Contains(Text(i)));
    }

    /// <summary>'The' of 'Kool &amp; The Gang'.</summary>
    private bool IsJoined(int i) => text.AsSpan(words[i - 1].Full, words[i].Start - words[i - 1].Full) is " & ";

    /// <summary>Whether ', a' or the like comes after a word: what was named is explained.</summary>
    private bool IsBeforeApposition(int i) =>
        i + 1 < words.Count && text.AsSpan(words[i].Full, words[i + 1].Start - words[i].Full) is ", " && Text(i + 1) is "a" or "an" or "the" or "which";

    private bool IsShortForm(int i) => words[i].End - words[i].Start <= 4
        && (KindOf(i).HasAny(GazetteerKind.Title) || Text(i) is "St" or "Mt" or "Ft" or "Jr" or "Sr");

    private GazetteerKind KindOf(int i) => Gazetteer.FindAsWritten(Text(i));

    private bool IsHeadline()
    {
        int capitals = 0, small = 0, shouted = 0;
        foreach (var word in words)
        {
            if (word.Kind == WordKind.Capital)
            {
                if (word.End - word.Start <= 3)
                    continue;
                capitals++;
                if (!HasLower(text.AsSpan(word.Start, word.End - word.Start)))
                    shouted++;
            }
            else if (word.Kind == WordKind.Small && word.End - word.Start > 3)
            {
                small++;
            }
        }

        return capitals >= 5 && (small * 4 < capitals || shouted * 2 > capitals + small);
    }

    // ---- quotes ---------------------------------------------------------------------------------------------------

    /// <summary>A short quoted title, every longer word of it capitalised.</summary>
    private int TryQuote(int i)
    {
        var open = text[words[i].Start];
        if (open == '\u201d')
            return 0;
        var j = i + 1;
        while (j < words.Count && j <= i + 9 && words[j].Kind != WordKind.Quote)
        {
            if (words[j].Kind == WordKind.Small && !(j > i + 1 && words[j].End - words[j].Start <= 4))
                return 0;
            j++;
        }

        if (j == i + 1 || !(IsCapital(i + 1) || (words[i + 1].Kind == WordKind.Number && IsCapital(i + 2))) || words[i + 1].Start != words[i].End)
            return 0;
        var last = words[j - 1];
        var close = last.Full;
        while (close < sentence.End && text[close] is ',' or '.' or '!' or '?')
            close++;
        if (close >= sentence.End || close - last.Full > 2)
            return 0;
        var matches = open switch
        {
            '\u201c' => text[close] == '\u201d',
            '\u2018' => text[close] == '\u2019',
            _ => text[close] == '"',
        };
        if (!matches || last.Kind == WordKind.Small)
            return 0;
        if (j == i + 2 && (NameWords.Starters.Contains(Text(i + 1))
            || (close > last.Full && text[last.Full] == ',' && j + 2 < words.Count
            && (NameWords.Acts.Contains(Text(j + 1)) || NameWords.Acts.Contains(Text(j + 2))))))
            return 0;
        names.Add(new NameMention(new TextSpan(words[i + 1].Start, text[last.Full] is '!' or '?' ? last.Full + 1 : last.Full), NameKind.Work));
        return j;
    }

    // ---- runs -----------------------------------------------------------------------------------------------------

    private int FromHeadline(int i)
    {
        var end = KnownEnd(i, out var kind);
        if (end > 0 && (kind & Proper & ~(GazetteerKind.FirstName | GazetteerKind.Surname)) != GazetteerKind.None
            && (end > i + 1 || !kind.HasAny(GazetteerKind.FirstName)))
        {
            Emit(i, end, FromKind(kind));
            return end;
        }

        if (KindOf(i).HasAny(GazetteerKind.FirstName) && !KindOf(i).HasAny(Times) && IsCapital(i + 1)
            && Follows(i + 1) && !NameWords.Starters.Contains(Text(i + 1)) && !KindOf(i + 1).HasAny(Gazetteer.Common))
        {
            Emit(i, i + 2, NameKind.Person);
            return i + 2;
        }

        if (end == i + 1 && kind.HasAny(GazetteerKind.Surname) && !kind.HasAny(Gazetteer.Common))
        {
            Emit(i, end, NameKind.Person);
            return end;
        }

        return Math.Max(end, i + 1);
    }

    private int FromRun(int i)
    {
        var first = i == 0 || StartsClause(i);
        var opening = KnownEnd(i, out var openingKind);
        if (Text(i) is "The" && opening > i + 1 && openingKind.HasAny(Proper))
        {
            // 'The New York Times': the article is left out, the rest stays together.
            Emit(i + 1, opening, FromKind(openingKind));
            return opening;
        }

        if (IsNoName(i))
            return i + 1;
        if (Text(i) is "I" or "A" || (NameWords.Starters.Contains(Text(i)) && !IsShouted(i) && opening <= i + 1 && (first || NameWords.Breakers.Contains(Text(i)))))
            return i + 1;
        var end = RunEnd(i);
        var at = i;

        // 'Observe Memorial Day': the first word is capitalised anyway, the rest is known.
        if (first && opening == 0 && i + 1 < end && KnownEnd(i + 1, out var rest) == end
            && rest.HasAny(Places | Bodies | Peoples | GazetteerKind.Holiday)
                && !rest.HasAny(GazetteerKind.Surname | GazetteerKind.FirstName))
        {
            at++;
        }
        var titled = false;
        while (at < end)
        {
            var blockEnd = Math.Min(KnownEnd(at, out var kind), end);

            // Titles before a name are left out and make it a person.
            if (blockEnd > at && kind.HasAny(GazetteerKind.Title | GazetteerKind.Occupation)
                && !kind.HasAny(Bodies | Places | GazetteerKind.FirstName))
            {
                if (blockEnd < end && Text(blockEnd) is not "of")
                {
                    at = blockEnd;
                    titled = true;
                    continue;
                }

                if (blockEnd == end)
                    break;
            }

            if (blockEnd == at + 1 && kind.HasAny(Times))
            {
                at = blockEnd;
                titled = false;
                continue;
            }

            var segmentEnd = SegmentEnd(at, end, blockEnd, kind);
            Segment(at, segmentEnd, titled, first && at == i, blockEnd, kind);
            at = segmentEnd;
            titled = false;
        }

        return end;
    }

    /// <summary>The index behind the longest sequence of capitalised words and particles from an index on.</summary>
    private int RunEnd(int i)
    {
        var end = i + 1;
        while (end < words.Count)
        {
            if (KnownEnd(end - 1, out var block) > end && block.HasAny(Proper))
            {
                end = KnownEnd(end - 1, out _);
                continue;
            }

            if (!Follows(end))
                break;
            if (IsCapital(end))
            {
                if (NameWords.Breakers.Contains(Text(end)) && !IsShouted(end) && !IsJoined(end))
                    break;
                end++;
                continue;
            }

            if (words[end].Kind == WordKind.Number)
            {
                // 'Apollo 11', 'Voyager 1, a probe'; years and large numbers stay out, and the goals of 'Arsenal 1, Chelsea 0'.
                if (words[end].End - words[end].Start <= 2 && (words[end].Full >= text.Length || text[words[end].Full] is not (':' or ',' or '%') || IsBeforeApposition(end))
                    && !Follows(end + 1) && !KindOf(end - 1).HasAny(Times))
                    end++;
                break;
            }

            if (words[end].Kind != WordKind.Small)
                break;
            var next = end + 1;
            if (NameWords.Particles.Contains(Text(end)))
            {
                if (NameWords.Particles.Contains(Text(next)) || Text(next) is "la")
                    next++;
            }
            else if (Text(end) is "v" or "vs")
            {
                // Roe v. Wade
            }
            else if (Text(end) is "of" or "for" or "on" or "and" && NameWords.Heads.Contains(Text(end - 1)))
            {
                if (Text(end) is "and" && end - i < 3)
                    break;
                if (Text(next) is "the" or "a")
                    next++;
            }
            else
            {
                break;
            }

            if (!IsCapital(next) || !Follows(next) || (next > end + 1 && !Follows(end + 1)))
                break;
            end = next + 1;
        }

        return end;
    }

    /// <summary>Where a segment of a run ends: before an inner title, a weekday, or a first name behind a known body, people or place.</summary>
    private int SegmentEnd(int at, int end, int blockEnd, GazetteerKind kind)
    {
        var wholeBlock = blockEnd > at && kind.HasAny(Peoples | Bodies | Places);
        for (var k = Math.Max(at + 1, blockEnd); k < end; k++)
        {
            var inner = KnownEnd(k, out var innerKind);
            if (inner <= k)
                continue;
            if ((innerKind.HasAny(GazetteerKind.Title)
                || (innerKind.HasAny(GazetteerKind.Occupation)
                && (IsShouted(k) || KindOf(inner).HasAny(GazetteerKind.FirstName))))
                && !innerKind.HasAny(Bodies | Places | GazetteerKind.FirstName | GazetteerKind.Surname) && inner <= end)
                return k;
            if (innerKind.HasAny(Times) && inner == k + 1
                && (!KindOf(k - 1).HasAny(GazetteerKind.FirstName) || innerKind.HasAny(GazetteerKind.Weekday)))
                return k;
            if (wholeBlock && k == blockEnd && innerKind.HasAny(GazetteerKind.FirstName)
                && !innerKind.HasAny(Places | Bodies) && k + 1 < end
                && !kind.HasAny(GazetteerKind.FirstName | GazetteerKind.Surname))
                return k;
        }

        // 'Russian Wagner Group' stays whole, 'American Airlines' was a block; 'Israeli Hamas' are two.
        return blockEnd > at && blockEnd < end && kind.HasAny(GazetteerKind.Nationality)
            && KnownEnd(blockEnd, out var behind) == end && behind.HasAny(Bodies | Places | GazetteerKind.Surname) ? blockEnd : end;
    }

    private void Segment(int first, int end, bool titled, bool startsSentence, int blockEnd, GazetteerKind kind)
    {
        // Small connectors never begin or end a name.
        while (end > first && words[end - 1].Kind == WordKind.Small)
            end--;
        if (end <= first)
            return;
        var alone = end == first + 1;
        if (alone && NameWords.Starters.Contains(Text(first)) && !IsShouted(first) && !titled)
            return;
        if (alone && startsSentence && !titled)
        {
            // At the start of a sentence a capital says nothing.
            var stronger = kind & Proper;
            if (stronger == GazetteerKind.None && !IsShouted(first) && !HasInnerCapital(words[first].Start, words[first].End) && !IsActing(end))
                return;
            if (kind.HasAny(Gazetteer.Common) && !stronger.HasAny(Places | Bodies | Peoples)
                && stronger != GazetteerKind.None && !IsActing(end))
                return;
        }

        if (alone && !titled && kind != GazetteerKind.None
            && !kind.HasAny(Proper | GazetteerKind.Disease | GazetteerKind.Drug | GazetteerKind.Vehicle | GazetteerKind.Weapon | GazetteerKind.StreamingService))
        {
            if (startsSentence || kind.HasAny(GazetteerKind.Title | GazetteerKind.Occupation | GazetteerKind.Season))
                return;
        }

        Emit(first, end, titled ? NameKind.Person : Decide(first, end, blockEnd, kind));
    }

    private NameKind Decide(int first, int end, int blockEnd, GazetteerKind kind)
    {
        var count = end - first;
        var last = Text(end - 1).TrimEnd('.');
        if (blockEnd == end && kind != GazetteerKind.None)
        {
            if (count == 1 && kind.HasAny(GazetteerKind.FirstName | GazetteerKind.Surname)
                && !kind.HasAny(GazetteerKind.Country | GazetteerKind.UsState | GazetteerKind.Capital | GazetteerKind.Agency)
                && (IsActing(end) || IsRole(first - 1)))
                return NameKind.Person;
            return FromKind(kind);
        }

        if (count > 1)
        {
            if (NameWords.EventHeads.Contains(Text(first)))
                return NameKind.Event;
            var firstKind = KindOf(first);
            var dash = Text(first).IndexOf('-');
            var isPerson = firstKind.HasAny(GazetteerKind.FirstName)
                || (dash > 0 && (Gazetteer.FindAsWritten(Text(first)[..dash]) & GazetteerKind.FirstName) != GazetteerKind.None)
                || (count > 2 && Text(first + 1) is "van" or "von" or "bin" or "ibn" or "der");
            for (var i = first; i < end - 1; i++)
            {
                if (Text(i + 1) is "v" or "vs")
                    return NameKind.Other;
                if (NameWords.Heads.Contains(Text(i)) && Text(i + 1) is "of" or "for")
                    return NameWords.PlaceHeads.Contains(Text(i)) ? NameKind.Place : Text(i) is "Battle" or "War" or "March" ? NameKind.Event : NameKind.Organisation;
            }

            var hyphen = last.LastIndexOf('-');
            if (NameWords.Bodies.Contains(last) || (hyphen > 0 && NameWords.Bodies.Contains(last[(hyphen + 1)..])))
                return NameKind.Organisation;
            if (NameWords.Events.Contains(last) && !(isPerson && count == 2 && last is "Day" or "Cup"))
                return NameKind.Event;
            if (NameWords.Places.Contains(last) && !(isPerson && count == 2 && KindOf(end - 1).HasAny(GazetteerKind.Surname)))
                return NameKind.Place;
            if (isPerson && !firstKind.HasAny(GazetteerKind.Country | GazetteerKind.UsState))
                return NameKind.Person;
            if (NameWords.Generations.Contains(last) || HasInitial(first, end))
                return NameKind.Person;
            if (KindOf(end - 1).HasAny(GazetteerKind.Surname) && !KindOf(end - 1).HasAny(Bodies) && blockEnd <= first && count <= 4)
                return NameKind.Person;
            if (isPerson)
                return NameKind.Person;
            if (blockEnd > first && kind.HasAny(Places | Bodies | Peoples))
                return NameKind.Other;
        }

        if (count <= 3 && IsBeforePlace(end))
            return NameKind.Place;
        if (IsRole(first - 1) || (count <= 3 && (IsActing(end) || IsAged(end))))
            return IsShouted(end - 1) ? NameKind.Other : NameKind.Person;
        return NameKind.Other;
    }

    private static NameKind FromKind(GazetteerKind kind)
    {
        if (kind.HasAny(GazetteerKind.Country | GazetteerKind.UsState | GazetteerKind.Capital | GazetteerKind.Continent))
            return NameKind.Place;
        if (kind.HasAny(Bodies)
            && (!kind.HasAny(Places) || kind.HasAny(GazetteerKind.Agency | GazetteerKind.PoliticalParty))
            && !kind.HasAny(GazetteerKind.FirstName | GazetteerKind.Surname))
            return NameKind.Organisation;
        if (kind.HasAny(Places) && !kind.HasAny(GazetteerKind.Surname))
            return NameKind.Place;
        if (kind.HasAny(Peoples))
            return NameKind.Nationality;
        if (kind.HasAny(GazetteerKind.FirstName | GazetteerKind.Surname))
            return NameKind.Person;
        return kind.HasAny(Bodies) ? NameKind.Organisation
            : kind.HasAny(GazetteerKind.Holiday | GazetteerKind.Award) ? NameKind.Event : NameKind.Other;
    }

    // ---- neighbours -----------------------------------------------------------------------------------------------

    private bool IsActing(int end)
    {
        if (end >= words.Count || words[end - 1].Full != words[end - 1].End)
            return false;
        var gap = text.AsSpan(words[end - 1].Full, words[end].Start - words[end - 1].Full);
        return gap is " " or ", " && NameWords.Acts.Contains(Text(end));
    }

    /// <summary>'Fairbanks, Alaska': a state or a country behind a comma.</summary>
    private bool IsBeforePlace(int end) => end < words.Count && text.AsSpan(words[end - 1].Full, words[end].Start - words[end - 1].Full) is ", "
        && KnownEnd(end, out var kind) > end && kind.HasAny(GazetteerKind.Country | GazetteerKind.UsState) && end > 1 && IsPlaceLead(end);

    // 'in', 'at', 'near', 'from' within the four words before.
    private bool IsPlaceLead(int end)
    {
        for (var i = end - 2; i >= Math.Max(0, end - 5); i--)
        {
            if (Text(i) is "in" or "In" or "at" or "At" or "near" or "Near" or "from" or "From" or "of" or "to" or "outside")
                return true;
        }

        return false;
    }

    private bool IsAged(int end) => end < words.Count && words[end].Kind == WordKind.Number && words[end].End - words[end].Start == 2
        && text.AsSpan(words[end - 1].Full, words[end].Start - words[end - 1].Full) is ", " && words[end].Full < sentence.End && text[words[end].Full] == ',';

    /// <summary>'actor', 'his wife' right before the name; also a verb of speech ('said Orban').</summary>
    private bool IsRole(int i)
    {
        if (i < 0 || i + 1 >= words.Count || words[i].Kind != WordKind.Small)
            return false;
        var gap = text.AsSpan(words[i].Full, words[i + 1].Start - words[i].Full);
        if (gap is not " " and not ", ")
            return false;
        return (gap is " " && Text(i) is "said" or "says") || KindOf(i).HasAny(GazetteerKind.Occupation | GazetteerKind.Family);
    }

    private bool HasInitial(int first, int end)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (words[i].End - words[i].Start == 1 && words[i].Full < text.Length && text[words[i].Full] == '.')
                return true;
        }

        return false;
    }

    /// <summary>'I’m', 'Oct.', 'MB' behind a number.</summary>
    private bool IsNoName(int i) =>
        (Text(i) is ['I', '\'' or '\u2019', ..])
        || (Text(i) is "Jan" or "Feb" or "Mar" or "Apr" or "Jun" or "Jul" or "Aug" or "Sept" or "Sep" or "Oct" or "Nov" or "Dec"
            && words[i].Full < sentence.End && text[words[i].Full] == '.')
        || (Text(i) is "MB" or "GB" or "TB" or "MW" or "GW" or "kWh" or "F" or "C" && i > 0 && words[i - 1].Kind == WordKind.Number);

    private bool IsShouted(int i) => Text(i) is { Length: >= 2 and <= 6 } word && !HasLower(word);

    private static bool HasLower(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word stands behind a colon, a dash, a bullet or an opening quote, where any word may be capitalised.</summary>
    private bool StartsClause(int i)
    {
        var at = words[i].Start - 1;
        while (at > sentence.Start && char.IsWhiteSpace(text[at]))
            at--;
        return at < sentence.Start || text[at] is ':' or '\u2014' or '\u2013' or '\u201c' or '"' or '\u2018' or '\u2022' or '.' or '?' or '!' or '\n'
            || text[words[i].Start - 1] is '\n';
    }

    // ---- the gazetteer's phrases ----------------------------------------------------------------------------------

    /// <summary>The word index behind the known phrase that begins at this word; 0 when there is none.</summary>
    private int KnownEnd(int i, out GazetteerKind kind)
    {
        kind = GazetteerKind.None;
        if (i >= words.Count)
            return 0;
        var start = words[i].Start;
        nextKnown = Math.Min(nextKnown, Math.Max(0, known.Count - 1));
        while (nextKnown > 0 && known[nextKnown].Span.Start > start)
            nextKnown--;
        while (nextKnown < known.Count && known[nextKnown].Span.Start < start)
            nextKnown++;
        if (nextKnown >= known.Count || known[nextKnown].Span.Start != start)
            return 0;
        var mention = known[nextKnown];
        var end = i;
        while (end < words.Count && words[end].End <= mention.Span.End + 1 && words[end].Start < mention.Span.End)
            end++;

        // A phrase that ends inside a word ('Al' of 'Al-Assad') is not this word's.
        if (end == i || words[end - 1].End < mention.Span.End - 1)
            return 0;
        kind = mention.Kind;
        return end;
    }

    private void Emit(int first, int end, NameKind kind)
    {
        var span = new TextSpan(words[first].Start, words[end - 1].End);
        if (names.Count > 0 && span.Start < names[^1].Span.End)
            return;
        names.Add(new NameMention(span, kind));
    }

    private enum WordKind
    {
        Small,
        Capital,
        Number,
        Quote,
    }

    /// <summary>A word: <c>End</c> excludes a possessive s and what follows a split hyphen, <c>Full</c> includes them.</summary>
    private readonly record struct Word(int Start, int End, int Full, WordKind Kind);
}
