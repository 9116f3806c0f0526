using System.Text.RegularExpressions;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Finds the places, times and numbers of a Ukrainian or Russian sentence that may answer 'де', 'коли' or 'скільки'.</summary>
internal static partial class CyrillicValues
{
    /// <summary>So many letters of a noun stay the same in its cases.</summary>
    private const int StemChars = 4;

    private const string Months =
        @"(?:січ(?:ень|ня|ні)|лют(?:ий|ого|ому)|берез(?:ень|ня|ні)|квіт(?:ень|ня|ні)|трав(?:ень|ня|ні)|черв(?:ень|ня|ні)|лип(?:ень|ня|ні)|серп(?:ень|ня|ні)|верес(?:ень|ня|ні)"
        + @"|жовт(?:ень|ня|ні)|листопад[аі]?|груд(?:ень|ня|ні)"
        + @"|январ[ьяе]|феврал[ьяе]|марта?|марте|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе])";

    private const string Year = @"(?:19|20|1[0-8])\d\d(?:[-–][а-яіїє]{1,3})?(?: (?:року|році|рік|років|роки|года?|году|годах|годов)|\s?(?:рр?|гг?)\.)?";

    private const string Clock = @"(?:(?:о|об|в|у|до|з|с|к) )?\d{1,2}[:.]\d\d(?!\d)(?! ?(?:млн|тис|%|відсот|процент))(?: (?:ранку|вечора|дня|ночі|утра|вечера|ночи))?"
        + @"|(?:о|об|в|у|до|з|с|к) (?:\d{1,2}|перш\p{L}+|друг\p{L}+|трет\p{L}+|четверт\p{L}+|п['’ʼ]ят\p{L}+|шост\p{L}+|сьом\p{L}+|восьм\p{L}+|дев['’ʼ]ят\p{L}+"
        + @"|десят\p{L}+)(?:-?[ійою]{1,2})? (?:годин\p{L}*|час(?:а|ов|ам|у)?|ранку|вечора|утра|вечера)(?!\p{L})"
        + @"|(?:в|к|до|с) (?:час|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать)(?: часов| часа)? (?:утра|вечера|ночи|дня)(?!\p{L})";

    private const string Seasons = "навесні|весною|весной|влітку|літом|летом|восени|осінню|осенью|взимку|зимою|зимой";

    private const string DaysOfWeek =
        @"понеділ(?:ок|ка|ку)|вівтор(?:ок|ка)|серед[ауи]|четвер(?:га)?|п['’ʼ]ятниц[яюі]|субот[ауи]|неділ[яюі]"
        + @"|понедельник[ае]?|вторник[ае]?|сред[ауы]|четверг[а]?|пятниц[ауы]|суббот[ауы]|воскресень[ея]";

    private const string PlaceNouns =
        @"(?:міст|місц|сел[іаищу]|передміст|площ|вулиц|вул\.|просп|шосе|трас|район|област|обл\.|лікарн|школ|ліце|церкв|храм|млин|монастир|замк|фортец|маяк|ферм|кафе|ресторан"
        + @"|магазин|крамниц|клуб|палац|печер|криниц|перехрест|зупин|вокзал|станці|аеропорт|порт[уіо]|ринк|парк|сквер|стадіон|готел|завод|фабри|шахт|острів|остров|берег|озер"
        + @"|кордон|урочищ|ліс[уі]|гараж|будин|квартир|музе|театр|університет|бульвар|провулок|провулк|набережн|околиц|поблизу|депо|склад|підвал|двор|пол[іе]|морі|річ"
        + @"|мельниц|монастыр|крепост|пещер|колодц|перекрёст|перекрест|останов|город|мест[аеоу]|дерев|посёл|посел|улиц|ул\.|пр\.|больниц|гостиниц|отел|рынк|дом[ае]|здани"
        + @"|подвал|переул|окраин|побереж|реке|море|границ|вольер|подъезд|сара)";

    private const string At =
        @"(?:у|в|на|під|біля|поблизу|неподалік|коло|навпроти|поруч (?:з|із)|недалеко від|над|посеред|всередині|усередині"
        + @"|под|возле|около|вблизи|близ|неподалёку от|недалеко от|рядом с|напротив|посреди|внутри)";

    // Behind these stands a place, whatever it is called: 'біля старого дуба'.
    private const string Beside = @"(?:біля|поблизу|неподалік(?: від)?|навпроти|поруч (?:з|із)|недалеко від|возле|около|вблизи|неподалёку от|недалеко от|рядом с|напротив)(?! \d)";

    private const string To = @"(?:у|в|до|на|під|к|ко|в бік|у бік|в сторону|за|в напрямку|по направлению к)";

    private const string From = @"(?:з|із|зі|від|из|с|со|от)";

    // A name with what belongs to it: 'шахті «Вербова»', 'урочищі Темна Балка', 'острова Высокий'.
    private const string Name = @"(?:(?-i:\p{Lu}[\p{L}’'ʼ-]+)(?: (?-i:\p{Lu}[\p{L}’'ʼ-]+)){0,3}|[«„“""][^»”""]{2,40}[»”""])";

    // Up to two words may describe the noun, which may be cut short, and a name may follow: 'в обласній лікарні', 'на просп. Перемоги', 'на заводе в Череповце'.
    private const string Spot =
        @"(?:(?:\p{L}[\p{L}’'ʼ-]* ){0,2}?" + PlaceNouns + @"\p{L}*(?:\.(?= (?-i:\p{Lu})))?(?: (?:(?:ім|им)\. )?" + Name + @")?|(?:\p{Ll}[\p{L}’'ʼ-]* )?" + Name + ")"
        + @"(?:(?: (?:у|в|на|під|біля|поблизу|возле|около|под|недалеко от))? (?:" + PlaceNouns + @"\p{L}*(?: " + Name + ")?|" + Name + @"))?";

    /// <summary>The values that count what is asked for; all of them where none is known to.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="values">Of one sentence, as they are written.</param>
    public static List<string> Counting(CyrillicAsked asked, List<string> values) =>
        values.FindAll(value => Counts(asked, value)) is { Count: > 0 } counting ? counting : values;

    /// <summary>Whether a number counts what is asked for, as far as the word behind it tells: 'скільки гірників' and '48 гірників', 'двоє загинули'.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="value">One of <see cref="Find"/>, as it is written.</param>
    public static bool Counts(CyrillicAsked asked, string value) =>
        asked is not { Value: CyrillicValue.Number, Scale: CyrillicScale.Any, Noun: { Length: >= StemChars } noun }
        || value.Contains(noun[..StemChars], StringComparison.OrdinalIgnoreCase)
        || (!value.Any(char.IsAsciiDigit) && !value.Contains(' ', StringComparison.Ordinal));

    /// <summary>The values that may answer, in the order of the text, each once.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="sentence">A sentence; one without Cyrillic letters has none.</param>
    public static List<TextSpan> Find(CyrillicAsked asked, SentenceReading sentence)
    {
        var text = sentence.Text;
        if (!CharacterClasses.HasCyrillic(text))
            return [];
        var found = asked.Value switch
        {
            CyrillicValue.Place => PlacesIn(asked.Way, text),
            CyrillicValue.Time => Times(asked.Noun, text),
            CyrillicValue.Person => WhoIn().Matches(text).Select(SpanOf),
            CyrillicValue.Owner => Owns().IsMatch(text) ? WhoIn().Matches(text).Select(SpanOf) : [],
            CyrillicValue.Fact => [new TextSpan(0, text.Length)],
            _ => Numbers(asked, text),
        };
        return [.. found.Select(sentence.InBody)];
    }

    private static IEnumerable<TextSpan> PlacesIn(CyrillicWay way, string text)
    {
        var pattern = way switch
        {
            CyrillicWay.To => PlacesTo(),
            CyrillicWay.From => PlacesFrom(),
            CyrillicWay.Any => PlacesAny(),
            _ => PlacesAt(),
        };
        return pattern.Matches(text).Where(match => !NotPlaces().IsMatch(match.Value)).Select(SpanOf);
    }

    private static IEnumerable<TextSpan> Times(string? noun, string text)
    {
        var pattern = noun is null ? AnyTime() : IsHour().IsMatch(noun) ? HourTime() : IsYear().IsMatch(noun) ? YearTime() : AnyTime();
        return pattern.Matches(text).Select(SpanOf);
    }

    private static IEnumerable<TextSpan> Numbers(CyrillicAsked asked, string text)
    {
        var dates = DateNumbers().Matches(text).Select(SpanOf).ToList();
        foreach (var amount in WholeAmount.AmountsIn(text))
        {
            if (dates.Exists(date => date.Overlaps(amount)))
                continue;
            var unit = UnitAfter().Match(text, amount.End);
            var end = unit.Success && unit.Index == amount.End ? unit.Index + unit.Length : amount.End;
            var after = text[amount.End..Math.Min(text.Length, amount.End + 40)];
            var suits = asked.Scale switch
            {
                CyrillicScale.Money => Money().IsMatch(text[amount.Start..Math.Min(text.Length, amount.End + 30)]),
                CyrillicScale.Mass => Mass().IsMatch(after),
                CyrillicScale.Length => Length().IsMatch(after),
                CyrillicScale.Duration => Duration().IsMatch(after),
                _ => !Money().IsMatch(after) && !Duration().IsMatch(after),
            };
            if (suits)
                yield return new TextSpan(amount.Start, end);
        }

        if (asked.Scale == CyrillicScale.Duration)
        {
            foreach (Match match in BareDuration().Matches(text))
                yield return SpanOf(match);
        }
    }

    // A capital that begins the sentence is none of a name, unless another follows: 'Сторож Панас Рудий'.
    [GeneratedRegex(
        @"(?<=[\p{L}»”""),] (?:[«„“""])?)(?-i:\p{Lu}[\p{L}’'ʼ-]+)(?: (?-i:\p{Lu}[\p{L}’'ʼ-]+)){0,3}[»”""]?|^(?-i:\p{Lu}[\p{L}’'ʼ-]+)(?: (?-i:\p{Lu}[\p{L}’'ʼ-]+)){1,3}"
        + @"|[«„“""][^»”""]{2,40}[»”""]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WhoIn();

    [GeneratedRegex(
        @"(?<!\p{L})(?:належ(?:ит|ат|ав|ал)|принадлеж|власни[кц]|власніст|володі|владе(?:л|ет|ют)|собственн(?:ик|иц|ост)|хозя(?:ин|ев|йк)|хазя|господар(?!ськ)"
        + @"|купи(?:в|л[аио]?)(?!\p{L})|придба(?:в|л)|приобр[её])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Owns();

    private static TextSpan SpanOf(Match match) => new(match.Index, match.Index + match.Length);

    [GeneratedRegex(
        @"(?<![\p{L}’'ʼ-])(?:" + At + " " + Spot + "|" + Beside + @" \p{L}[\p{L}’'ʼ-]+(?: \p{Ll}[\p{L}’'ʼ-]+)?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PlacesAt();

    [GeneratedRegex(@"(?<![\p{L}’'ʼ-])" + To + " " + Spot, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PlacesTo();

    [GeneratedRegex(@"(?<![\p{L}’'ʼ-])" + From + " " + Spot, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PlacesFrom();

    [GeneratedRegex(@"(?<![\p{L}’'ʼ-])(?:" + At + "|" + From + ") " + Spot, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PlacesAny();

    // 'У Міністерстві' and 'в ООН' are bodies; 'на Різдво' is a time.
    [GeneratedRegex(
        @" (?:Міністерств|Министерств|МВС|МВД|МЗС|МИД|ООН|ДСНС|МЧС|НАБУ|СБУ|Кабмін|Кабмин|Уряд|Правительств|Різдв|Рождеств|Велик(?:день|дня)|Пасх|Новий рік|Новый год)\p{L}*",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NotPlaces();

    [GeneratedRegex(@"^(?:годин|час(?:ов|ам)?$|часу?$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex IsHour();

    [GeneratedRegex("^(?:рок|роц|рік|год)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex IsYear();

    [GeneratedRegex(Clock, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HourTime();

    [GeneratedRegex(
        @"(?<![\w«„-])(?:(?:" + Seasons + "|" + Months + @") )?" + Year + @"(?![\p{L}\d%])(?! (?:тис|тыс|млн|осіб|людей|человек|гривень|рублей|шкіл|километров|кілометрів"
        + @"|квадратн))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex YearTime();

    [GeneratedRegex(
        @"(?<![\w«„-])(?:"
        + @"(?:(?:(?:з|із|від|до|с|со|от|к|по|на|у|в) )?(?:ніч на |ночь на )?)?\d{1,2}(?:[-–]\d{1,2})?(?:-?го)? " + Months + "(?: " + Year + ")?(?!\\p{L})"
        + @"|(?:у|в|на|до|з|с|к|на початку|наприкінці|в середині|у середині|до кінця|в начале|в конце|в середине|до конца) " + Months + @"(?!\p{L})"
        + @"(?: (?:минулого|цього|наступного|прошлого|этого|следующего) (?:року|года)| " + Year + ")?|" + Months + " " + Year
        + @"|(?:" + Seasons + @")(?!\p{L})(?: " + Year + ")?"
        + @"|(?:(?:у|в|на|до|з|с|к|до кінця|до конца|на початку|в начале) )?" + Year + @"(?![\p{L}\d%])(?! (?:тис|тыс|млн|осіб|людей|человек|гривень|рублей))"
        + @"|(?:у|в|во|до|з|с|со|на|к) (?:минул\p{L}+ |наступн\p{L}+ |цю |цей |прошл\p{L}+ |следующ\p{L}+ |эту |этот )?(?:" + DaysOfWeek + @")(?!\p{L})(?: (?:вранці|увечері"
        + @"|ввечері|вдень|вночі|уночі|утром|вечером|днём|днем|ночью))?(?:,? (?:в|о|об|у) \d{1,2}(?:[:.]\d\d)?)?"
        + @"|(?:вчора|учора|сьогодні|завтра|післязавтра|позавчора|вчера|сегодня|завтра|послезавтра|позавчера)(?: (?:вранці|увечері|ввечері|вдень|вночі|уночі|утром|вечером"
        + @"|днём|днем|ночью))?(?!\p{L})"
        + @"|(?:вранці|зранку|увечері|ввечері|вдень|вночі|уночі|опівночі|опівдні|утром|вечером|днём|ночью|в полночь|в полдень|до вечора|до вечера|до ранку|до утра|вночи"
        + @"|на світанку|на рассвете)(?!\p{L})"
        + @"|(?:минул|наступн|прошл|следующ|цьо|этой)\p{L}* (?:тижн|місяц|рок|недел|месяц|год|літ|весн|осен|осін|зим)\p{L}*"
        + @"|(?:за|через|на) (?:кілька |два |дві |две |три |чотири |четыре |\d+ )?(?:годин|дні|день|дня|дней|тиж|місяц|місяці|рок|рік|час|недел|месяц|год|лет|хвилин|минут"
        + @"|діб|суток)\p{L}*(?!\p{L})"
        + @"|(?:\p{L}+|\d+) (?:років|роки|рік|днів|дні|тижнів|тижні|тиждень|місяців|місяці|місяць|годин[иу]?|лет|года?|дней|дня|недел[иью]|месяц(?:а|ев)?|часов"
        + @"|часа?) (?:тому|назад)"
        + "|" + Clock + ")",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AnyTime();

    [GeneratedRegex(
        @"(?<!\w)(?:\d{1,2}[:.]\d\d(?!\d)|\d{1,2}(?:-?го)? " + Months + @"|" + Year + @"|(?:№|N|No\.?) ?\d+|\d+-(?!\d)\p{L}{1,3})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex DateNumbers();

    [GeneratedRegex(
        @"\G[ \u00A0](?!(?:і|й|та|и|у|в|на|з|із|за|до|від|с|из|по|от|о|об|для|не)(?!\p{L}))(?-i:\p{Ll})[\p{L}’'ʼ-]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UnitAfter();

    [GeneratedRegex(
        @"[$€£₴₽]|(?<!\p{L})(?:гривн|гривень|грн|руб|долар|доллар|євро|евро|фунт|злот|крон|юан|єн|иен|франк|тенге|лей|леїв|копі|копе|цент)\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Money();

    [GeneratedRegex(
        @"^[ \u00A0](?:\p{L}+ )?(?:кг|кілограм|килограмм|тонн|т(?!\p{L})|грам|г(?!\p{L})|центнер|пуд)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Mass();

    [GeneratedRegex(
        @"^[ \u00A0](?:\p{L}+ )?(?:м(?!\p{L})|км|метр|кілометр|километр|см|сантиметр|мил)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Length();

    [GeneratedRegex(
        @"^[ \u00A0](?:рок|рік|лет|год|місяц|месяц|тиж|недел|дн|день|діб|доб|сут|годин|час|хвилин|минут|секунд|століт|век)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Duration();

    [GeneratedRegex(
        @"(?<!\p{L})(?:рік|тиждень|місяць|добу|годину|день|год|неделю|месяц|сутки|час)(?= (?:тривал|длил))|(?<=(?:тривал|длил)\p{L}* )(?:цілий |целый |майже |почти )?(?:рік"
        + @"|тиждень|місяць|добу|годину|день|год|неделю|месяц|сутки|час)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex BareDuration();
}
