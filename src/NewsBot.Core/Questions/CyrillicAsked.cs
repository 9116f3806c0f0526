using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>The value that a Ukrainian or Russian question asks for: a place, a time, a number, somebody, or whether something is so.</summary>
/// <param name="Value">What is asked for.</param>
/// <param name="Way">Of a place, whether it is asked where, where to or where from.</param>
/// <param name="Noun">The noun of the question word: 'місто' of 'в якому місті', 'рік' of 'в якому році', what is counted of 'скільки гірників'; null when there is none.</param>
/// <param name="Scale">Of a number, which measure it has.</param>
internal sealed partial record CyrillicAsked(CyrillicValue Value, CyrillicWay Way = CyrillicWay.At, string? Noun = null, CyrillicScale Scale = CyrillicScale.Any)
{
    private const string Places =
        "міст|сел|країн|держав|област|район|вулиц|площ|лікарн|школ|шахт|острів|річ|озер|стадіон|готел|місц|аеропорт|станці|порт|парк|музе|завод"
        + "|город|дерев|стран|государств|улиц|площад|больниц|остров|рек|гостиниц|отел|мест|аэропорт|регион|регіон|университет|університет";

    private const string Times = "числ|дн|день|рок|роц|рік|місяц|годин|час|тижн|століт|дат|год|месяц|недел|врем|век";

    // 'що', 'чому' in front ask for something else, whatever follows.
    private const string Others =
        @"(?<owner>кому(?= (?:\p{L}+ )?(?:належ|принадлеж)\p{L}*))|(?<who>(?:хто|ким|кто|кем)(?![\p{L}’'ʼ-]))|(?<whether>(?<=^[^\p{L}]*(?:(?:а|і|й|та"
        + @"|але) )?)чи(?![\p{L}’'ʼ-]))|(?<whether>(?<=^[^\p{L}]*(?:(?:а|и"
        + @"|но) )?\p{L}+(?: \p{L}+)? )ли(?![\p{L}’'ʼ-]))"
        + @"|(?<other>(?:що|чому|навіщо|чи|як(?! (?:довго|далеко|давно))|кого|кому|чого|чим|что|почему|зачем|чем|как(?! (?:долго|далеко|давно)))(?![\p{L}’'ʼ-]))";

    /// <summary>What the question asks for; null for a question of another kind or in other letters.</summary>
    /// <param name="question">The whole question.</param>
    public static CyrillicAsked? Of(string question)
    {
        if (!CharacterClasses.HasCyrillic(question))
            return null;
        var form = Form().Match(question);

        // 'Коли приїхав мер, де він був?': the clause in front says when.
        if (form.Groups["when"].Success && Later().Match(question, form.Index + form.Length) is { Success: true } later)
            form = Form().Match(question, later.Index + 1);
        if (!form.Success || form.Groups["other"].Success)
            return null;
        if (form.Groups["owner"].Success)
            return new CyrillicAsked(CyrillicValue.Owner);
        if (form.Groups["who"].Success || form.Groups["whether"].Success)
            return new CyrillicAsked(form.Groups["who"].Success ? CyrillicValue.Person : CyrillicValue.Fact);
        if (form.Groups["where"].Success || form.Groups["place"].Success)
            return new CyrillicAsked(CyrillicValue.Place, WayOf(form, question), form.Groups["place"].Success ? form.Groups["place"].Value : null);
        if (form.Groups["when"].Success || form.Groups["time"].Success)
            return new CyrillicAsked(CyrillicValue.Time, Noun: form.Groups["time"].Success ? form.Groups["time"].Value : null);
        if (form.Groups["hour"].Success && !Price().IsMatch(question))
            return new CyrillicAsked(CyrillicValue.Time, Noun: "годин");
        var counted = form.Groups["counted"].Success && !Verb().IsMatch(form.Groups["counted"].Value) ? form.Groups["counted"].Value : null;
        return new CyrillicAsked(CyrillicValue.Number, Noun: counted, Scale: ScaleOf(question, form));
    }

    private static CyrillicWay WayOf(Match form, string question) =>
        BornIn().IsMatch(question) ? CyrillicWay.Any
        : form.Groups["to"].Success ? CyrillicWay.To
        : form.Groups["from"].Success ? CyrillicWay.From
        : CyrillicWay.At;

    private static CyrillicScale ScaleOf(string question, Match form) =>
        form.Groups["long"].Success || Lasts().IsMatch(question) ? CyrillicScale.Duration
        : Price().IsMatch(question) ? CyrillicScale.Money
        : Weighs().IsMatch(question) ? CyrillicScale.Mass
        : form.Groups["measure"].Success || Measures().IsMatch(question) ? CyrillicScale.Length
        : CyrillicScale.Any;

    [GeneratedRegex(
        @"(?<![\p{L}’'ʼ-])(?:" + Others
        + @"|(?<where>(?:де|где)|(?<to>куди|куда)|(?<from>звідки|звідкіля|откуда))(?![\p{L}’'ʼ-])"
        + @"|(?<when>(?:коли|когда|відколи|допоки|доки)|(?:як|как) (?:давно))(?![\p{L}’'ʼ-])"
        + @"|(?:(?<from>з|із|зі|від|из|с|от|со)|(?<to>до|к|ко)|у|в|об?|на|біля|під|возле|около|під час|протягом)? ?"
        + @"(?:якого|якої|якому|якій|яке|яку|яких|котрого|котрої|котрій|котрому|которого|котором|которой|каком|какой|какую|какого|какому|какое|каких) (?:саме |именно |року і )?"
        + @"(?:(?<place>(?:" + Places + @")\p{L}*)|(?<time>(?:" + Times + @")\p{L}*)|(?<measure>глибин|висот|відстан|ширин|довжин|глубин|высот|расстоян|ширин|длин)\p{L}*)"
        + @"|(?<hour>во? сколько|о котрій)(?![\p{L}’'ʼ-])"
        + @"|(?:на |у |в |за |по |до |від |из |со? )?(?:наскільки|насколько|(?:скільк|скольк)\p{L}{1,3})(?![\p{L}’'ʼ-])(?: (?:всього|усього|загалом|ще|вже|уже|всего|ещё"
        + @"|еще))?(?: (?<counted>\p{L}[\p{L}’'ʼ-]*))?"
        + @"|(?<long>(?:як|как) (?:довго|долго))"
        + @"|(?:як\p{L}{1,3}|как\p{L}{1,3}) (?:є |була |буде |была |будет |загальн\p{L}* |общ\p{L}* )?(?:кількіст|чисельніст|количеств|численност|числ[оа]|сум|вартіст|цін"
        + @"|стоимост|цен)\p{L}*"
        + @"|(?:як\p{L}{1,3}|как\p{L}{1,3}) (?<measure>глибин|висот|відстан|ширин|довжин|глубин|высот|расстоян|длин)\p{L}*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Form();

    [GeneratedRegex(
        @",\s(?=(?:а |то |і |и )?(?:що|хто|чому|де|куди|скільки|який|яка|що|что|кто|почему|где|куда|сколько|какой|какая)(?![\p{L}’'ʼ-]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Later();

    [GeneratedRegex(@"(?<!\p{L})(?:родом|родил\p{L}+|народил\p{L}+)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex BornIn();

    [GeneratedRegex(
        @"(?<!\p{L})(?:кошту|коштів|грош|стоїт|обійд|обійш|обход|обош|стоит|стоил|стоят|стоить|цін|цен[аыу]|варт(?:ість|ості|ує)|стоимост|заробля|заробі|заробит|заработ|плат"
        + @"|заплат|сплат"
        + @"|сум[аиоуы](?!\p{L})|збитк|ущерб|витра|потра|выдел|виділ|денег|грошей|бюджет|оцен[иё]|оціни|гривень|рублей|доларів|долларов|євро|евро)\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Price();

    [GeneratedRegex(
        @"(?<!\p{L})(?:важит|важил|ваг[аиоу]|весит|весил|вес(?:а|ит|у)?(?!\p{L})|масс?[аиы](?!\p{L})|тонн|кілограм|килограмм|схуд|похуд)\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Weighs();

    [GeneratedRegex(
        @"(?<!\p{L})(?:глибин|висот|відстан|ширин|довжин|завдовжки|кілометр|глубин|высот|расстоян|длин|километр|метр)\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Measures();

    [GeneratedRegex(
        @"(?<!\p{L})(?:трива(?:в|л|т|є|ют)|длил|длит|продл|продолжал|продолжит|(?:скільки|сколько) (?:часу|времени|років|рік|лет|днів|дней|годин|часов|місяців|месяцев|тижнів"
        + @"|недель|хвилин|минут|діб|суток))\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Lasts();

    // What follows 'скільки' may be a verb: 'Скільки коштує …', 'Сколько весит …'.
    [GeneratedRegex(
        @"(?:ує|ає|яє|ить|їть|ят|ет|ёт|ит|ють|уть|али|или|ала|ила|ув|ав|ив|ло|ся|сь|ати|ити|ать)$|^(?:буде|будет|було|было|є|в|у|на|з|із|из|до|за|по|триватиме"
        + @"|коштуватиме|він|вона|они|он|она)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Verb();
}

/// <summary>A kind of value that can be recognised in a sentence.</summary>
internal enum CyrillicValue
{
    /// <summary>'Де', 'куди', 'звідки'.</summary>
    Place,

    /// <summary>'Коли', 'в якому році', 'о котрій годині'.</summary>
    Time,

    /// <summary>'Скільки', 'яка сума'.</summary>
    Number,

    /// <summary>'Хто', 'ким'.</summary>
    Person,

    /// <summary>'Кому належить'.</summary>
    Owner,

    /// <summary>'Чи', 'ли': whether it is so.</summary>
    Fact,
}

/// <summary>Which way a place is asked for.</summary>
internal enum CyrillicWay
{
    /// <summary>Where something is.</summary>
    At,

    /// <summary>Where it goes.</summary>
    To,

    /// <summary>Where it comes from.</summary>
    From,

    /// <summary>Where from, or where it was at first: 'звідки родом' and 'народилася в Хоролі'.</summary>
    Any,
}

/// <summary>The measure of a number that is asked for.</summary>
internal enum CyrillicScale
{
    /// <summary>A count, or any measure.</summary>
    Any,

    /// <summary>A sum of money.</summary>
    Money,

    /// <summary>How heavy.</summary>
    Mass,

    /// <summary>How long, deep, high or far.</summary>
    Length,

    /// <summary>For how long.</summary>
    Duration,
}
