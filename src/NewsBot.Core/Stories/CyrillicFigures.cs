using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Composing;

namespace NewsBot.Core.Stories;

/// <summary>Reads in a Ukrainian or Russian sentence how many were killed, hurt, missing, arrested or brought to safety.</summary>
/// <remarks>Strict, as <see cref="FigureReader"/> is: what was reported before, what is feared and a part of a whole are left out.</remarks>
internal static partial class CyrillicFigures
{
    private const string Subjects =
        @"(?:(?<dead>загин\w+|загибл\w+|жертв\w*|помер\w*|вбит\w+|убит\w+|погиб\w*|умер\w*)|(?<injured>поранен\w*|постраждал\w*|травмован\w*|ранен\w*|пострада\w+)"
        + @"|(?<missing>зник\w+|пропа(?:в|л)\w*)|(?<arrested>затрима\w+|задержа\w+|арешт\w+|арест\w+)"
        + @"|(?<displaced>евакую?\w+|эвакуир\w+)|(?<rescued>врятова\w+|спас(?:ли|ено|ены))|(?<hostage>заручник\w*|заложник\w*))";

    private const string Hedge =
        @"(?:(?<least>щонайменше|не менше(?: ніж)?|принаймні|як мінімум|не менее|как минимум|по меньшей мере|по крайней мере) "
        + @"|(?<loose>понад|більше(?: ніж)?|близько|майже|приблизно|орієнтовно|свыше|более|больше|около|почти|примерно|порядка) )?";

    private const string Number = @"(?<number>\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d{1,6}|" + NumberWords + @")(?![\w%]|[-–.,]\d)";

    private const string NumberWords =
        @"(?:\p{L}|['’ʼ]){2,8}надц[ая]т(?:ь|и|ьох|ьма|еро|ью)|двадц[ая]т(?:ь|и|ьох|ьма|еро|ью)"
        + "|(?:один|одн(?:а|у|ого|ому|ієї|ой|ою))(?= (?:люд|ос|чол|жін|дит|військ|цив|меш|жит|чел|жен|муж|реб|воен|раб|роб|пас))"
        + "|двоє|двоих|двох|дві|двое|двух|два|две|троє|трьох|трое|тр[её]х|три|четверо|чотирьох|чотири|четырёх|четырех|четыре|п['’ʼ]ятеро|п['’ʼ]ять|пятеро|пять|шестеро|шість|шесть"
        + "|семеро|сім|семь|восьмеро|вісім|восемь|дев['’ʼ]ятеро|дев['’ʼ]ять|девять|десятеро|десять"
        + "|(?:п['’ʼ]ят|пят|шест|сем|восьм|дев['’ʼ]ят|девят|десят)и";

    private const string People = @"(?: (?:людей|людини|осіб|особи|чоловік\w*|мирних|цивільних|жителів|мешканців|человек\w?|мирных|жителей|людям))";

    // The beginnings of the words for two to twenty; the last that fits counts. One is read apart.
    private static readonly string[][] Values =
    [
        ["дв"], ["тр"], ["чот", "чет"], ["п'ят", "пят"], ["шіс", "шес"], ["сім", "сем"], ["віс", "вос"], ["дев"], ["дес"],
        ["одинадц", "одиннадц"], ["дванадц", "двенадц"], ["тринадц"], ["чотирнадц", "четырнадц"], ["п'ятнадц", "пятнадц"], ["шістнадц", "шестнадц"], ["сімнадц", "семнадц"],
        ["вісімнадц", "восемнадц"], ["дев'ятнадц", "девятнадц"], ["двадцят", "двадцат"],
    ];

    private static readonly string[] Names = ["dead", "injured", "missing", "arrested", "displaced", "rescued", "hostage"];

    /// <summary>A number with what it counts; its place is in the sentence.</summary>
    public readonly record struct Count(int Start, int End, double Value, string Subject, bool IsLoose, bool IsLeast);

    /// <summary>The numbers of a sentence, in no order; none where it tells of another time or of a fear.</summary>
    public static List<Count> Read(string sentence)
    {
        var found = new List<Count>();
        if (!Letters().IsMatch(sentence) || Past().IsMatch(sentence) || Uncertain().IsMatch(sentence))
            return found;
        foreach (var form in (ReadOnlySpan<Regex>)[Total(), Verb(), Noun(), Lives()])
        {
            foreach (Match match in form.Matches(sentence))
            {
                var number = match.Groups["number"];
                if (found.Exists(other => other.Start == number.Index) || Part().IsMatch(sentence.AsSpan(0, match.Index))
                    || ValueOf(number.Value) is not { } value)
                    continue;
                found.Add(new Count(number.Index, number.Index + number.Length, value, SubjectOf(match) ?? "dead", match.Groups["loose"].Success, match.Groups["least"].Success));
            }
        }

        return found;
    }

    /// <summary>What a question of 'скільки' or 'сколько' wants counted, as a figure names it; null for any other question.</summary>
    public static string? Asked(string question) => WholeAmount.AsksHowMany(question) ? SubjectOf(AnySubject().Match(question)) : null;

    /// <summary>Whether a word says what is counted, or that people are.</summary>
    public static bool IsOfCounting(string word) => Counting().IsMatch(word);

    private static string? SubjectOf(Match match) => Array.Find(Names, name => match.Groups[name].Success);

    private static double? ValueOf(string number)
    {
        if (char.IsAsciiDigit(number[0]))
            return double.TryParse(string.Concat(number.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
        var word = number.Replace('’', '\'').Replace('ʼ', '\'');
        var at = Array.FindLastIndex(Values, starts => starts.Any(start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
        return at >= 0 ? at + 2 : word.StartsWith("од", StringComparison.OrdinalIgnoreCase) ? 1 : null;
    }

    /// <summary>'Кількість загиблих … зросла до 9'.</summary>
    [GeneratedRegex(
        @"\b(?:кількість|число|чисельність|количество) (?:\w+ )?" + Subjects + @"[^.;!?]{0,120}?"
        + @" (?:(?:зросл|збільшил|сягнул|досягл|підвищил|склал|выросл|возросл|увеличил|достигл|составил"
        + @"|зменшил|скоротил|знизил|уменьшил|сократил|снизил)\w*"
        + @"|становить|составляет)(?: (?:з|із|від|с|со|от) (?:\d+|" + NumberWords + "))?(?: (?:вже|уже|до))* " + Hedge + Number,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Total();

    /// <summary>'Загинули щонайменше 9 людей', 'погибли 4 человека'.</summary>
    [GeneratedRegex(
        @"\b" + Subjects + @"(?: (?:вже|уже))? " + Hedge + Number
        + @"(?! (?:рок\w*|рік|лет|год\w*|дн\w*|день|хв\w*|мин\w*|раз\w*|місяц\w*|месяц\w*|тиж\w*|недел\w*|дітей|детей|тис\w*|тыс\w*))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Verb();

    /// <summary>'9 людей загинули', '12 осіб поранено', '5 загиблих'.</summary>
    [GeneratedRegex(
        @"(?:^|(?<= |\())" + Hedge + Number + People + @"{0,2}(?: (?:було|були|были|было|вважаються|вже|уже))? " + Subjects,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Noun();

    /// <summary>'Забрала життя 5 людей'.</summary>
    [GeneratedRegex(
        @"\b(?:забра(?:в|ла|ло|ли) життя|ун[её]с(?:ла|ло|ли)? жизн[иь]) " + Hedge + Number,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Lives();

    [GeneratedRegex(
        @"\b(?:серед (?:них|загиблих|поранених)|среди (?:них|погибших|раненых)|зокрема|у тому числі|в том числе|включно з|включая|ще|ещё|еще|інших|других"
        + @"|з них|из них|від|от|між|между) $",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"\b(?:раніше|ранее|спершу|спочатку|сначала|первоначально|до цього|до этого|напередодні|накануне|торік|минул\w+|прошл\w+|(?:19|20)\d\d|роковин\w*|годовщин\w*|щороку|щодня"
        + @"|ежегодно|ежедневно|в среднем|у середньому|найбільш\w*|крупнейш\w*|тому|назад)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Past();

    [GeneratedRegex(
        @"\b(?:може|можуть|могл[аои]|ймовірно|можливо|якщо|якби|побоюю\w+|чутк\w+|запереч\w+|спрост\w+"
        + @"|возможно|может|могут|мог|если|опасаются|слух\w*|отрица\w+|опроверг\w+|не(?! мен))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Uncertain();

    [GeneratedRegex(@"\b" + Subjects, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AnySubject();

    [GeneratedRegex(
        @"^(?:" + Subjects + @"|люд\w*|осіб|особ\w*|чоловік\w*|человек\w*|скільк\w*|скольк\w*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Counting();

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Letters();
}
