using System.Buffers;

namespace NewsBot.Core.Text;

/// <summary>Finds the sentences of a text, with the names, numbers, quotes, headlines and lists of news in mind.</summary>
/// <remarks>
/// Rules and word lists, no model; the lists are of English and of the languages of <see cref="SentenceTongue"/>, the stops
/// of other scripts are known. Time is linear in the length of the text, for any content.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>The most UTF-16 units of one sentence; a longer one is cut at a clause or at white space.</summary>
    public const int MaxSentenceLength = 2000;

    // Thai and Lao write a space, and no stop, after a sentence and some clauses; a clause is shorter.
    private const int MinThaiLength = 100;

    // How many capitalised words may stand between a quote and 'said': "Prime Minister Mette Frederiksen said".
    private const int MostNameWords = 4;

    private const string WideStops = "。！？｡।॥۔؟።։။។";
    private const string LineBreaks = "\n\r\v\f\u0085\u2028\u2029";

    private static readonly SearchValues<char> Candidates = SearchValues.Create(".!?…‽" + WideStops + LineBreaks);
    private static readonly SearchValues<char> AnyLineBreak = SearchValues.Create(LineBreaks);

    /// <summary>The sentences of the whole text.</summary>
    /// <returns>In order, not overlapping, without white space at either end, together covering all but white space.</returns>
    public static List<TextSpan> Split(string text) => Split(text, new TextSpan(0, text.Length));

    /// <summary>The sentences of a stretch of the text; nothing outside of it is looked at.</summary>
    /// <returns>Offsets in <paramref name="text"/>: in order, not overlapping, trimmed, covering all but white space.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text.</exception>
    public static List<TextSpan> Split(string text, TextSpan range)
    {
        var span = text.AsSpan(0, range.End);
        var width = LineWrap.WidthOf(span[range.Start..]);
        var sentences = new List<TextSpan>();
        var tongue = SentenceTongue.Of(span[range.Start..]);
        var start = SkipSpace(span, range.Start, out _);
        var at = start;
        while (at < span.Length && span[at..].IndexOfAny(Candidates) is >= 0 and var distance)
        {
            at += distance;
            var boundary = AnyLineBreak.Contains(span[at]) ? AtLineBreak(span, start, at, width) : AtStop(span, start, at, width, tongue);
            at = boundary.Next;
            if (!boundary.IsEnd)
                continue;
            Add(sentences, span, start, boundary.End);
            start = at = SkipSpace(span, at, out _);
        }

        Add(sentences, span, start, span.Length);
        return sentences;
    }

    private static void Add(List<TextSpan> sentences, ReadOnlySpan<char> text, int start, int end)
    {
        end = start + text[start..end].TrimEnd().Length;
        while (end - start > MinThaiLength && IsThai(text[start]) && text[(start + MinThaiLength)..end].IndexOf(' ') is >= 0 and var space)
        {
            var cut = start + MinThaiLength + space;
            sentences.Add(new TextSpan(start, start + text[start..cut].TrimEnd().Length));
            start = SkipSpace(text, cut, out _);
        }

        while (end - start > MaxSentenceLength)
        {
            var cut = start + LengthOfPiece(text.Slice(start, MaxSentenceLength));
            sentences.Add(new TextSpan(start, start + text[start..cut].TrimEnd().Length));
            start = SkipSpace(text, cut, out _);
        }

        if (end > start)
            sentences.Add(new TextSpan(start, end));
    }

    private static bool IsThai(char c) => c is >= '\u0E00' and <= '\u0EFF';

    /// <summary>Where to cut: after the last clause in the second half, else the last space there, else the end.</summary>
    private static int LengthOfPiece(ReadOnlySpan<char> piece)
    {
        var space = 0;
        for (var i = piece.Length - 1; i > piece.Length / 2; i--)
        {
            if (!char.IsWhiteSpace(piece[i]))
                continue;
            if (piece[i - 1] is ',' or ';' or ':' or '—' or '–')
                return i;
            if (space == 0)
                space = i;
        }

        if (space > 0)
            return space;
        return char.IsHighSurrogate(piece[^1]) ? piece.Length - 1 : piece.Length;
    }

    private static Boundary AtLineBreak(ReadOnlySpan<char> text, int start, int at, int width)
    {
        var next = SkipSpace(text, at, out var lineBreaks);
        var isEnd = next == text.Length || lineBreaks > 1 || EndsLine(text, start, at, next, width);
        return new Boundary(at, next, isEnd);
    }

    /// <summary>Whether the line that ends at <paramref name="at"/> is a headline, an item or a paragraph, or goes on at <paramref name="next"/>.</summary>
    private static bool EndsLine(ReadOnlySpan<char> text, int start, int at, int next, int width)
    {
        if (IsItem(text[next..]))
            return true;
        if (StartsLower(text[next..]))
            return false;
        var line = text[start..at].TrimEnd();
        if (line is [.., ',' or '(' or '“' or '‘' or '['] || SentenceWords.WantsMore(WordBefore(line, line.Length)))
            return false;
        var lineLength = line.Length - 1 - line.LastIndexOfAny(AnyLineBreak);
        return line is [.., ':'] || width == 0 || lineLength < width / 2;
    }

    private static Boundary AtStop(ReadOnlySpan<char> text, int start, int at, int width, SentenceTongue? tongue)
    {
        var stopEnd = EndOfStops(text, at);
        var end = EndOfClosers(text, stopEnd);
        if (end == text.Length)
            return new Boundary(end, end, IsEnd: true);
        if (!char.IsWhiteSpace(text[end]))
            return new Boundary(end, end, WideStops.Contains(text[at]) || EndsUnspaced(text, start, at, stopEnd, end, tongue));

        var next = SkipSpace(text, end, out var lineBreaks);
        if (lineBreaks == 0 && EndOfStrayMark(text, next) is > 0 and var strayEnd)
        {
            end = strayEnd;
            next = SkipSpace(text, end, out lineBreaks);
        }

        if (next == text.Length || lineBreaks > 1 || WideStops.Contains(text[at]))
            return new Boundary(end, next, IsEnd: true);
        var word = WordBefore(text[start..], at - start);
        var isForeign = SentenceTongue.IsCyrillic(word);
        var isEnd = EndsSpaced(text, start, word, at, stopEnd, end, next, isForeign ? SentenceTongue.Cyrillic : tongue)
            || (lineBreaks == 1 && !isForeign && SentenceWords.KindOf(word) != AbbreviationKind.Title && EndsLine(text, start, end, next, width));
        return new Boundary(end, next, isEnd);
    }

    /// <summary>Whether the sentence ends at a stop that white space follows, with the next text from <paramref name="next"/>.</summary>
    private static bool EndsSpaced(
        ReadOnlySpan<char> text, int start, ReadOnlySpan<char> word, int at, int stopEnd, int end, int next, SentenceTongue? tongue)
    {
        if (text[next] is ',' or ';' or ':' or ')' or ']' or '&' or '/')
            return false;
        var stops = text[at..stopEnd];
        var isLower = StartsLower(text[next..]);
        var body = text[SkipOpeners(text, next)..];
        var isQuote = text[next] is '“' or '"' or '‘' or '\'' or '«';
        var nextWord = WordAfter(body);
        var isStarter = SentenceWords.IsStarter(nextWord) && !(body.Length > nextWord.Length && body[nextWord.Length] == '.');

        if (stops.ContainsAny('!', '?', '‽'))
        {
            var closers = text[stopEnd..end];
            if (isLower || word is "Yahoo" or "Jeopardy")
                return !isLower && isStarter;
            if (closers.Contains(')'))
                return text[start] == '(';
            return !(closers.ContainsAny('”', '"', '’') && IsSpeakerNamed(text[next..]));
        }

        if (isLower)
            return false;
        if (stops.Length > 1 || stops[0] == '…')
            return !StartsLower(body);
        var startsNumber = body.Length > 0 && (char.IsDigit(body[0]) || body[0] is '$' or '€' or '£' or '+');
        var kind = SentenceWords.KindOf(word);
        if (tongue is not null && word.Length > 0)
        {
            // 'Av. Can Kaya': a word that begins English sentences may be a name elsewhere.
            isStarter = tongue.IsStarter(nextWord) && !(body.Length > nextWord.Length && body[nextWord.Length] == '.');
            var before = text[start..(at - word.Length)];
            if (tongue.IsOfYear(word, before))
                return isQuote || tongue.EndsAtYear(before, nextWord);
            if (kind is AbbreviationKind.None or AbbreviationKind.Counter && tongue.KindOf(word, before) is not AbbreviationKind.None and var foreign)
                kind = foreign;
        }

        return kind switch
        {
            AbbreviationKind.Title => false,
            AbbreviationKind.Counter => !startsNumber && !(tongue is not null && (SentenceTongue.IsRoman(nextWord) || IsLetterOfNumber(body, nextWord))),
            AbbreviationKind.Clock => text[next] is not ('(' or '-' or '–' or '—') && !SentenceWords.GoesAfterClock(nextWord),
            AbbreviationKind.Initial => word is "I"
                ? !(nextWord.Length == 1 && body.Length > 1 && body[1] == '.')
                : at - start > 1 && (isStarter || isQuote),
            AbbreviationKind.Ending => isStarter || isQuote || StartsItem(text, next)
                || (tongue is null ? word is "etc" && char.IsUpper(text[next]) : tongue.Closes(word, text[start..(at - word.Length)], nextWord)),
            _ => !IsItemNumber(text[start..at]) && !((word.IsEmpty || !word.ContainsAnyExcept("IVX")) && SentenceTongue.IsOrdinal(tongue, text[start..at], nextWord)),
        };
    }

    /// <summary>Whether the sentence ends at a stop with no white space after it: 'talks.The' does, 'Booking.com' does not.</summary>
    private static bool EndsUnspaced(ReadOnlySpan<char> text, int start, int at, int stopEnd, int end, SentenceTongue? tongue)
    {
        var word = WordBefore(text[start..], at - start);
        if (SentenceWords.KindOf(word) != AbbreviationKind.None)
            return false;
        var own = SentenceTongue.IsCyrillic(word) ? SentenceTongue.Cyrillic : tongue;
        if (word.Length > 0 && own?.KindOf(word, text[start..(at - word.Length)]) is not (null or AbbreviationKind.None))
            return false;
        var follows = end > stopEnd || (at > start && char.IsAsciiDigit(text[at - 1]))
            || (at > start + 1 && char.IsLower(text[at - 1]) && char.IsLower(text[at - 2]));
        if (!follows)
            return false;
        if (text[end] is '“' or '«')
            return true;
        var nextWord = WordAfter(text[end..]);
        if (nextWord.IsEmpty || !char.IsUpper(nextWord[0]) || SentenceWords.IsDomain(nextWord))
            return false;
        return nextWord.Length > 1
            ? char.IsLower(nextWord[1]) || nextWord[1] is '\'' or '’'
            : nextWord[0] is 'A' or 'I' && end + 1 < text.Length && text[end + 1] == ' ';
    }

    /// <summary>Whether a name and a verb of speaking come first: 'Smith said'.</summary>
    private static bool IsSpeakerNamed(ReadOnlySpan<char> text)
    {
        for (var i = 0; i <= MostNameWords; i++)
        {
            var word = WordAfter(text);
            if (i > 0 && SentenceWords.IsSpeaking(word))
                return true;
            if (word.IsEmpty || !char.IsUpper(word[0]) || SentenceWords.IsStarter(word))
                return false;
            text = text[word.Length..];
            if (text is ['.', ..])
                text = text[1..];
            if (text is not [' ', ..])
                return false;
            text = text[1..];
        }

        return false;
    }

    /// <summary>'Art. L. 121-1', 'art. R123': the letter belongs to the number.</summary>
    private static bool IsLetterOfNumber(ReadOnlySpan<char> body, ReadOnlySpan<char> word) =>
        word.Length == 1 && char.IsUpper(word[0]) && body.Length > 1 && (body[1] == '.' || char.IsAsciiDigit(body[1]));

    private static bool StartsItem(ReadOnlySpan<char> text, int next) => text[next] is '•' or '●' or '▪' or '◦' or '‣' or '■';

    /// <summary>Whether a list item comes first: a bullet, or a number with a stop or a bracket, and a space.</summary>
    private static bool IsItem(ReadOnlySpan<char> text)
    {
        if (StartsItem(text, 0))
            return true;
        if (text is ['*' or '-' or '–' or '—' or '·', ' ' or '\t', ..])
            return true;
        var digits = text is [>= '0' and <= '9', >= '0' and <= '9', ..] ? 2 : 1;
        return char.IsAsciiDigit(text[0]) && text.Length > digits + 1 && text[digits] is '.' or ')' && text[digits + 1] is ' ' or '\t';
    }

    /// <summary>Whether the sentence so far is the number of a list item, as in '2. Vote'.</summary>
    private static bool IsItemNumber(ReadOnlySpan<char> sentence) =>
        sentence is [>= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9'] or ['#', >= '0' and <= '9'];

    /// <summary>Whether a small letter comes first, and not a name such as iPhone.</summary>
    private static bool StartsLower(ReadOnlySpan<char> text) =>
        text.Length > 0 && char.IsLower(text[0]) && !(text.Length > 1 && char.IsUpper(text[1]));

    private static ReadOnlySpan<char> WordAfter(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < SentenceWords.MaxLength && (char.IsLetter(text[length]) || (length > 0 && text[length] is '\'' or '’')))
            length++;
        return text[..length];
    }

    /// <summary>The letters and stops before <paramref name="at"/>; empty when they can be no listed word.</summary>
    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
            if (at - start > SentenceWords.MaxLength)
                return [];
        }

        // The letter of '1.5C' or 'COVID-19B' is not an initial.
        var isUnit = at - start == 1 && start > 0 && char.IsDigit(text[start - 1]);
        return isUnit ? [] : text[start..at].TrimStart('.');
    }

    private static int EndOfStops(ReadOnlySpan<char> text, int at)
    {
        at++;
        while (at < text.Length)
        {
            if (text[at] is '.' or '!' or '?' or '…' or '‽' || WideStops.Contains(text[at]))
                at++;
            else if (text[at] == ' ' && text[at - 1] == '.' && at + 1 < text.Length && text[at + 1] == '.')
                at += 2;
            else
                break;
        }

        return at;
    }

    private static int EndOfClosers(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] is '”' or '’' or '"' or '\'' or ')' or ']' or '}' or '»' or '›' or '″' or '」' or '』' or '）' or '】' or '》')
                at++;
            else if (text[at..] is ['[', >= '0' and <= '9', ']', ..])
                at += 3;
            else if (text[at..] is ['[', >= '0' and <= '9', >= '0' and <= '9', ']', ..])
                at += 4;
            else
                break;
        }

        return at;
    }

    /// <summary>The end of an ellipsis or a closing quote that spaces set off, as in 'ended. " Then' and 'ended. … Then'; else 0.</summary>
    private static int EndOfStrayMark(ReadOnlySpan<char> text, int at)
    {
        if (at == text.Length)
            return 0;
        var end = at;
        if (text[at] is '…' or '.')
        {
            end = EndOfStops(text, at);
            if (end - at < 2 && text[at] == '.')
                return 0;
        }

        // At the end of a line, an opening quote is a slip for a closing one.
        if (text[at] is '“' or '‘')
            return at + 1 == text.Length || AnyLineBreak.Contains(text[at + 1]) ? at + 1 : 0;
        var marksEnd = EndOfClosers(text, end);
        return marksEnd > at && (marksEnd == text.Length || char.IsWhiteSpace(text[marksEnd])) ? marksEnd : 0;
    }

    private static int SkipOpeners(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is '“' or '"' or '‘' or '\'' or '’' or '(' or '[' or '«' or '¿' or '¡')
            at++;
        return at;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at, out int lineBreaks)
    {
        lineBreaks = 0;
        for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
        {
            if (text[at] == '\u2029')
                lineBreaks += 2;
            else if (AnyLineBreak.Contains(text[at]) && !(text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n'))
                lineBreaks++;
        }

        return at;
    }

    private readonly record struct Boundary(int End, int Next, bool IsEnd);
}
