using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>Reads in sentences of one language how many were killed, hurt or went missing, by a table of its words.</summary>
/// <remarks>Strict, as <see cref="FigureReader"/> is: what was reported before, what is feared and a part of a whole are left out.</remarks>
internal sealed class FigureTongue
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly string[] Subjects = ["dead", "injured", "missing"];

    private static readonly FigureTongue[] All =
    [
        new("de", "German", "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
        {
            Asks = "wie ?viele",
            Nouns = ["tote[nr]?|todesopfern?", "verletzte[nr]?|verwundete[nr]?", "vermisste[nr]?"],
            Verbs = ["starben|gestorben|getötet|ums leben|umgekommen", "verletzt|verwundet", "vermisst"],
            Leading = ["starben|tötete|töteten", "verletzte|verletzten", "vermisst werden"],
            Totals = "(?:an)?zahl der", Links = "auf|bei|beträgt|von inzwischen",
            Least = "mindestens|wenigstens", Loose = "mehr als|über|rund|etwa|fast|knapp|ungefähr|bis zu",
            People = "menschen|personen|zivilisten", Times = "jahre|tage|stunden|minuten|wochen|monate|uhr|kinder|prozent", Parts = "davon|darunter|weitere|zwischen",
            Past = "vergangene[ns]? jahr|letzte[ns]? jahr|vor \\w+ jahren|zunächst|zuvor|ursprünglich|jahrestag\\w*|jährlich|pro (?:tag|woche|jahr)|durchschnitt\\w*",
            Uncertain = "könnten?|befürcht\\w+|womöglich|möglicherweise|vermutlich|falls|nicht|keine?",
        },
        new("fr", "French", "deux trois quatre cinq six sept huit neuf dix onze douze")
        {
            Asks = "combien",
            Nouns = ["morts?|tués?|décès", "blessés?", "disparus?"],
            Verbs = ["(?:sont |ont été )?(?:mort|tué|décédé)e?s?|ont péri|ont perdu la vie", "(?:ont été |sont )?blessée?s?", "(?:sont )?(?:portées? )?disparue?s?"],
            Leading = ["a tué|ont tué|tuant|coûté la vie à", "a blessé|ont blessé|blessant", "sans nouvelles de"],
            Totals = "(?:nombre|bilan) d(?:e|es)", Links = "à|de|atteint|dépasse|désormais",
            Least = "au moins", Loose = "plus de|environ|près de|quelque|jusqu['’]à",
            People = "personnes|civils", Times = "ans|jours|heures|minutes|semaines|mois|enfants|%", Parts = "dont|parmi eux|autres|entre",
            Past = "l['’]an dernier|l['’]année dernière|il y a|auparavant|d['’]abord|anniversaire|par (?:an|jour)|en moyenne",
            Uncertain = "pourrai\\w+|aurai\\w+|crain\\w+|peut-être|si|ne|pas",
        },
        new("es", "Spanish", "dos tres cuatro cinco seis siete ocho nueve diez once doce")
        {
            Asks = "cuánt[oa]s",
            Nouns = ["muertos|fallecidos|víctimas mortales|muertes", "heridos|lesionados", "desaparecidos"],
            Verbs = ["(?:han )?muert[oa]s?|murieron|fallecieron|perdieron la vida", "(?:resultaron |fueron )?(?:heridas|lesionadas)", "(?:siguen |están )?desaparecidas"],
            Leading = ["murieron|fallecieron|han muerto|mató a|matado a|la vida (?:de|a)", "hirió a|herido a", "buscan a"],
            Totals = "(?:cifra|número|balance|saldo) de", Links = "a|en|es de|alcanza|supera|ya",
            Least = "al menos|por lo menos|como mínimo", Loose = "más de|unos|unas|cerca de|casi|alrededor de|hasta",
            People = "personas|civiles", Times = "años|días|horas|minutos|semanas|meses|niños|por ciento", Parts = "entre ellos|entre ellas|otros|otras|entre",
            Past = "el año pasado|hace|antes|inicialmente|anteriormente|aniversario|al año|por día|promedio",
            Uncertain = "podría\\w*|habría\\w*|tem(?:e|en)|quizás?|posiblemente|no",
        },
        new("it", "Italian", "due tre quattro cinque sei sette otto nove dieci undici dodici")
        {
            Asks = "quant[ie]",
            Nouns = ["morti|vittime|decessi", "feriti", "dispersi"],
            Verbs = ["(?:sono )?(?:mort[ie]|uccis[ie]|decedut[ie])|hanno perso la vita", "(?:sono )?(?:rimaste |state )?ferit[ie]", "(?:sono )?dispers[ie]"],
            Leading = ["ucciso|morte di|sono mort[ie]", "ferito|ferendo", "si cercano"],
            Totals = "(?:numero|bilancio) (?:delle|dei)", Links = "a|è di|raggiunge|supera",
            Least = "almeno", Loose = "più di|oltre|circa|quasi|fino a",
            People = "persone|civili", Times = "anni|giorni|ore|minuti|settimane|mesi|bambini|per cento", Parts = "tra cui|altr[ie]|tra",
            Past = "l['’]anno scorso|inizialmente|in precedenza|anniversario|all['’]anno|al giorno|in media",
            Uncertain = "potrebb\\w+|avrebb\\w+|tem(?:e|ono)|forse|non",
        },
        new("pl", "Polish", "dwie dwóch trzy trzech cztery czterech pięć pięciu sześć sześciu siedem siedmiu osiem ośmiu dziewięć dziewięciu dziesięć dziesięciu")
        {
            NamesAValue = 2,
            Asks = "il[eu]",
            Nouns = ["ofiar(?:y śmiertelne| śmiertelnych)?|zabitych|zmarłych", "rannych|poszkodowanych", "zaginionych"],
            Verbs = ["zginęł[oiay]|zmarł[oiy]|nie żyje|poniosł[oy] śmierć|zostało zabitych", "(?:jest |zostało )?(?:rannych|poszkodowanych)", "(?:jest |uznano za )?zaginion\\w+"],
            Leading = ["zginęł[oiay]|zmarł[oiy]|nie żyje|śmierć poniosło", "rannych (?:jest|zostało)", "zaginęło"],
            Totals = "(?:liczba|bilans)", Links = "do|wynosi|to|przekroczyła|już",
            Least = "co najmniej|przynajmniej|minimum", Loose = "ponad|około|prawie|blisko",
            People = "osób|osoby|ludzi|cywilów", Times = "lat|lata|dni|godzin\\w*|minut\\w*|tygodni\\w*|miesi\\w+|dzieci|procent", Parts = "w tym|kolejn\\w+|inn\\w+|między",
            Past = "w zeszłym roku|w ubiegłym roku|temu|wcześniej|początkowo|rocznic\\w+|rocznie|dziennie|średnio",
            Uncertain = "może|mogło|mogą|prawdopodobnie|jeśli|obaw\\w+|nie(?! żyje)",
        },
        new("tr", "Turkish", "iki üç dört beş altı yedi sekiz dokuz on")
        {
            Asks = "kaç",
            Nouns = ["ölü|can kaybı", "yaralı", "kayıp"],
            Verbs = ["öldü|hayatını kaybetti|yaşamını yitirdi|can verdi", "yaralandı", "kayboldu|kayıp"],
            Leading = [],
            Total = "(?:(?<dead>ölenlerin|kaybedenlerin|ölü|can kaybı)|(?<injured>yaralananların|yaralıların|yaralı)|(?<missing>kayıpların|kayıp)) sayısı", Links = "",
            Least = "en az", Loose = "yaklaşık|neredeyse",
            People = "kişi|insan|sivil", Times = "yıl|gün|saat|dakika|hafta|ay|yaşında|çocuk|['’]?[dt][ea]n", Parts = "aralarında|diğer",
            Past = "geçen yıl|yıl önce|daha önce|yıldönümü\\w*|her (?:yıl|gün)|ortalama",
            Uncertain = "olabilir|muhtemelen|belki|endişe\\w*|değil",
        },
    ];

    private readonly string code;
    private readonly string name;
    private readonly string[] numbers;
    private readonly Lazy<Regex[]> forms;
    private readonly Lazy<Regex> asked;
    private readonly Lazy<Regex> counting;
    private readonly Lazy<Regex> other;
    private readonly Lazy<Regex> part;

    private FigureTongue(string code, string name, string numbers)
    {
        (this.code, this.name, this.numbers) = (code, name, numbers.Split(' '));
        forms = new(Forms);
        asked = new(AskedForm);
        counting = new(CountingForm);
        other = new(OtherForm);
        part = new(PartForm);
    }

    public required string Asks { get; init; }

    /// <summary>What a number stands before, for each of the subjects: '12 dead'.</summary>
    public required string[] Nouns { get; init; }

    /// <summary>What happened to people who are counted before it: '12 people … died'.</summary>
    public required string[] Verbs { get; init; }

    /// <summary>What stands before the number: 'killed 12'.</summary>
    public required string[] Leading { get; init; }

    /// <summary>'The number of', before a noun.</summary>
    private string Totals { get; init; } = "";

    /// <summary>'The number of dead', with a group for each subject, where the noun does not follow <see cref="Totals"/>.</summary>
    private string? Total { get; init; }

    /// <summary>Words between such a number's name and itself: 'rose to 12'.</summary>
    public required string Links { get; init; }

    public required string Least { get; init; }

    public required string Loose { get; init; }

    public required string People { get; init; }

    /// <summary>What a number that stands before it counts instead of people.</summary>
    public required string Times { get; init; }

    public required string Parts { get; init; }

    public required string Past { get; init; }

    public required string Uncertain { get; init; }

    /// <summary>How many words the table has for one number.</summary>
    private int NamesAValue { get; init; } = 1;

    /// <summary>The language of an article: the one that it names, else the one that its small words show. Null for English and languages without a table.</summary>
    public static FigureTongue? Of(Article article)
    {
        if (article.Language is { Length: >= 2 } language)
            return Array.Find(All, tongue => language.StartsWith(tongue.code, StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || !char.IsLetter(language[2])));
        return SentenceTongue.Of(article.Body)?.Name is { } found ? Array.Find(All, tongue => tongue.name == found) : null;
    }

    /// <summary>What a question of 'how many' in one of the languages wants counted, as a figure names it; null for any other question.</summary>
    public static string? Asked(string question)
    {
        foreach (var tongue in All)
        {
            if (SubjectOf(tongue.asked.Value.Match(question)) is { } subject)
                return subject;
        }

        return null;
    }

    /// <summary>Whether a word says what is counted, or that people are, in one of the languages.</summary>
    public static bool IsOfCounting(string word) => Array.Exists(All, tongue => tongue.counting.Value.IsMatch(word));

    /// <summary>The numbers of a sentence, in no order; none where it tells of another time or of a fear.</summary>
    public List<CyrillicFigures.Count> Read(string sentence)
    {
        var found = new List<CyrillicFigures.Count>();
        if (!forms.Value[0].IsMatch(sentence) || other.Value.IsMatch(sentence))
            return found;
        foreach (var form in forms.Value.Skip(1))
        {
            foreach (Match match in form.Matches(sentence))
            {
                var number = match.Groups["number"];
                if (found.Exists(count => count.Start == number.Index) || part.Value.IsMatch(sentence[..match.Index]) || ValueOf(number.Value) is not { } value)
                    continue;
                found.Add(new(number.Index, number.Index + number.Length, value, SubjectOf(match)!, match.Groups["loose"].Success, match.Groups["least"].Success));
            }
        }

        return found;
    }

    /// <summary>A pattern for whether the sentence counts at all, and those that read it.</summary>
    private Regex[] Forms()
    {
        var hedge = $@"(?:(?<least>{Least})[ \u00A0]|(?<loose>{Loose})[ \u00A0])?";
        var number = $@"(?<number>\d{{1,3}}(?:[.,\u00A0\u202F ]\d{{3}})+|\d{{1,6}}|{string.Join('|', numbers)})(?![\w%]|[-–.,]\d|[ \u00A0]?(?:{Times})\b)";
        var link = Links.Length == 0 ? "" : $@"(?:{Links})[ \u00A0]";
        List<Regex> made =
        [
            Made($@"\b(?:{Any(Nouns, Verbs, Leading)}{(Total is null ? "" : "|" + Total)})\b"),
            Made($@"\b{Total ?? $@"(?:{Totals})[ \u00A0](?:\w+[ \u00A0])?{Any(Nouns)}"}\b[^.;!?]{{0,120}}?[ \u00A0]{link}{hedge}{number}"),
            Made($@"(?<![\w-]){hedge}{number}(?:[ \u00A0](?:{People}))?[ \u00A0]{Any(Nouns)}\b"),
            Made($@"(?<![\w-]){hedge}{number}[ \u00A0](?:{People})(?:[ \u00A0][^\s\d.,;:!?]+){{0,6}}?[ \u00A0]{Any(Verbs)}\b"),
        ];
        if (Leading.Length > 0)
            made.Add(Made($@"\b{Any(Leading)}(?:[ \u00A0][^\s\d.,;:!?]+){{0,2}}?[ \u00A0]{hedge}{number}"));
        return [.. made];
    }

    private Regex AskedForm() => Made($@"\b(?:{Asks})\b.{{0,60}}?\b{Any(Nouns, Verbs, Leading)}\b");

    private Regex CountingForm() => Made($"^(?:{Any(Nouns, Verbs, Leading)}|{People}|{Asks}|viele)$");

    private Regex OtherForm() => Made($@"\b(?:{Past}|{Uncertain}|(?:19|20)\d\d)\b");

    private Regex PartForm() => Made($@"\b(?:{Parts})[ \u00A0]$");

    /// <summary>A group for each subject, of its words in the lists.</summary>
    private static string Any(params string[][] lists) =>
        "(?:" + string.Join('|', Subjects.Select((subject, i) => $"(?<{subject}>{string.Join('|', lists.Where(list => i < list.Length).Select(list => list[i]))})")) + ")";

    private static Regex Made(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    private static string? SubjectOf(Match match) => Array.Find(Subjects, name => match.Groups[name].Success);

    private double? ValueOf(string number)
    {
        if (char.IsAsciiDigit(number[0]))
            return double.TryParse(string.Concat(number.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
        var at = Array.FindIndex(numbers, word => word.Equals(number, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : (at / NamesAValue) + 2;
    }
}
