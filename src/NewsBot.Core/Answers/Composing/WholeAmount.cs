using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Numbers with all that belongs to them, so that no part of one stands for the whole: '5 мільйонів' is not '5', '3,4 млрд' is not '4 млрд'.</summary>
internal static partial class WholeAmount
{
    // A group behind the day of a month is another number: 'On May 5 300 people'.
    private const string Digits =
        @"(?:\p{Sc} ?)?(?<![\w.,]|(?-i:\b[A-Z][a-z]{2,8}) )\d{1,3}(?:[ \u00A0\u202F\u2009]\d{3})+(?!\d)(?:,\d+)?|(?:\p{Sc} ?)?(?<![\w.,])\d+(?:[.,’]\d+)*";

    private const string Words =
        @"(?:пів|півтор[аи]|дв[аі]|двоє|двох|двома|три|троє|трьох|трьома|чотири|чотирьох|четверо|п['’ʼ]ят(?:ь|и|ьох|еро|десят|сот)|шість|шести|шістьох|шестеро|шіст(?:десят"
        + @"|сот)|сім|семи"
        + @"|сімох|семеро|сім(?:десят|сот)|вісім|восьми|вісім(?:десят|сот)|дев['’ʼ]ят(?:ь|и|еро|сот|надцят[ьи]|десят)|дев['’ʼ]яносто|десят(?:ь|и|еро)|\p{L}+надцят[ьи]|двадцят[ьи]"
        + @"|тридцят[ьи]|сорока?|сто|ста|двісті|триста|чотириста|полтор[аы]|две|двое|двух|тр[её]х|трое|четыр(?:е|[её]х)|пят(?:ь|и|еро|ьдесят|ьсот)"
        + @"|шест(?:ь|и|ьдесят|ьсот)|сем(?:ь|ьдесят|ьсот)|восемь|восемьдесят|восемьсот|девят(?:ь|и|ьсот)|девяносто"
        + @"|\p{L}+надцат[ьи]|двадцат[ьи]|тридцат[ьи]|двести|четыреста|один|одн\p{L}{1,3}|нуль|ноль)(?!['’ʼ]\p{L})";

    private const string Scales =
        @"(?:тисяч\w{0,2}|тысяч\w{0,2}|(?:мільйон|мільярд|трильйон|миллион|миллиард|триллион)\w{0,3}|thousand|[mbtr]{1,2}illions?|millionen|milliarden?|millones|millón|mille"
        + @"|millions? d['’]|milliards?|milion[iey]?|milionów|miliard[iy]?|miliardów|milhões|milhão|miljoen(?:er)?|miljard(?:er)?|milyon|milyar|tausend|tysięcy|tysiące)\b"
        + @"|(?:тис|тыс|млн|млрд|трлн|mio|mrd|mln|mld|tys)\b\.?";

    private const string Shares = @"%|per ?cent\b|(?:відсот|процент)\w{0,4}\b|prozent\b|pour cent\b|por ciento\b|per cento\b|procent\w{0,2}\b";

    /// <summary>The stretch with the rest of every number that it has a part of, and with the abbreviation before its name: 'просп. Перемоги'.</summary>
    public static TextSpan Widen(SentenceReading reading, TextSpan stretch)
    {
        var (text, sentence) = (reading.Text, reading.Span);
        foreach (var quantity in reading.Quantities.Where(quantity => quantity.Kind is QuantityKind.Count or QuantityKind.Money or QuantityKind.Percent))
            stretch = Join(stretch, quantity.Span);
        foreach (var (one, other) in reading.Quantities.Zip(reading.Quantities.Skip(1)))
        {
            // '122 years and 164 days'
            if (one.Kind == QuantityKind.Duration && other.Kind == QuantityKind.Duration && one.Unit != other.Unit
                && reading.Body[one.Span.End..other.Span.Start].Trim() is "and" or "," or ", and" or "")
                stretch = Join(stretch, new TextSpan(one.Span.Start, other.Span.End));
        }

        foreach (Match amount in Amount().Matches(text))
            stretch = Join(stretch, new TextSpan(sentence.Start + amount.Index, sentence.Start + amount.Index + amount.Length));

        var before = text.AsSpan(0, stretch.Start - sentence.Start);
        if (before is not [.., '.', ' '])
            return stretch;
        var lead = before[..^2];
        var word = lead[(lead.LastIndexOfAny(' ', '\u00A0', '(') + 1)..];
        return SentenceTongue.IsCyrillic(word) && SentenceTongue.Cyrillic.KindOf(word, lead[..^word.Length]) == AbbreviationKind.Title
            ? stretch with { Start = stretch.Start - word.Length - 2 }
            : stretch;
    }

    /// <summary>The numbers of a text, each with all that belongs to it.</summary>
    public static IEnumerable<TextSpan> AmountsIn(string text) => Amount().Matches(text).Select(amount => new TextSpan(amount.Index, amount.Index + amount.Length));

    private static TextSpan Join(TextSpan stretch, TextSpan amount) =>
        amount.Overlaps(stretch) ? new TextSpan(Math.Min(amount.Start, stretch.Start), Math.Max(amount.End, stretch.End)) : stretch;

    /// <summary>
    /// Whether a stretch has what a question in Ukrainian or Russian asks for: a number where it asks 'how many' or 'how much', more than one where it asks 'what' ('12' of
    /// 'згоріли 12 тонн зерна'); yes for any other question.
    /// </summary>
    public static bool Suits(string question, string stretch) =>
        (!AsksHowMany(question) || HasNumber().IsMatch(stretch)) && !(AsksWhat().IsMatch(question) && !stretch.Any(char.IsLetter));

    /// <summary>Whether a question asks 'скільки' or 'сколько', in any case of these words.</summary>
    public static bool AsksHowMany(string question) => HowMany().IsMatch(question);

    [GeneratedRegex(
        "(?:" + Digits + @"|\b(?:" + Words + @")\b(?: (?:" + Words + @")\b){0,3})(?:[ \u00A0\u202F-]?(?:" + Scales + @")(?! ?\d))?(?:[ \u00A0\u202F]?(?:" + Shares + "))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[^\p{L}]*(?:(?:а|і|й|та|и|но|але) )?(?:що|что)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AsksWhat();

    [GeneratedRegex(@"\b(?:скільк|скольк)\w{1,3}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HowMany();

    [GeneratedRegex(
        @"\d|\b(?:" + Words + "|" + Scales + @"|кільк\w+|декільк\w+|нескольк\w+|десятк\w*|сотн\w*|половин\w*|третин\w*|трет[ьи]|чверт\w*|четверт\w*|жодн\w+|ніхто|нікого"
        + @"|никто|никого|багато|много|мало|дюжин\w*|р[іо]к\w*|год\w*|доб[аиу]|сутк\w*|годин\w*|час\w*|тиж\w+|недел\w+|місяц\w+|месяц\w*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HasNumber();
}
