using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>What a question asks for: the kind of answer, the noun that narrows it, the unit that is counted.</summary>
internal readonly partial record struct QuestionType(AnswerKind Kind, string? FocusTerm, GazetteerKind FocusKinds, string? Unit, string? Subject)
{
    private const GazetteerKind Places = GazetteerKinds.Places;

    private const GazetteerKind Bodies = GazetteerKinds.BodiesAndPlatforms;

    /// <summary>Nouns that ask for a kind which the gazetteer does not list.</summary>
    private static readonly FrozenDictionary<string, AnswerKind> KindsOfNouns = new (string Nouns, AnswerKind Kind)[]
    {
        (
            "person people man woman actor actress singer musician rapper artist author writer director player athlete quarterback coach "
            + "politician leader president senator governor minister king queen prince princess pope judge justice lawyer scientist star "
            + "celebrity candidate mayor official executive ceo founder billionaire host comedian journalist congressman congresswoman "
            + "representative secretary general official golfer racer driver champion legend figure member model chef pitcher swimmer runner "
            + "gymnast skater lawmaker activist dictator monarch duke nominee speaker ambassador contestant drummer guitarist rocker "
            + "designer spokesman spokeswoman spokesperson wife husband father mother son daughter brother sister owner boss suspect winner "
            + "victim survivor inventor painter composer chairman chairwoman head chief teacher professor astronaut pilot detective analyst dancer editor "
            + "reporter forecaster economist commissioner coordinator manager preacher guy holder republican democrat mp", AnswerKind.Person),
        (
            "place location site venue park stadium arena hotel hospital restaurant church prison territory province county borough "
            + "peninsula destination landmark museum monument building bridge airport street base beach highway", AnswerKind.Place),
        ("film movie show series book novel song album single play musical game podcast painting sitcom documentary soap sequel magazine track franchise title", AnswerKind.Work),
        ("year month day date decade century season weekday time", AnswerKind.Date),
        ("percentage percent share proportion fraction rate", AnswerKind.Percent),
        ("number amount total count many", AnswerKind.Number),
        ("price cost sum fine bill salary value worth budget", AnswerKind.Money),
        ("age", AnswerKind.Age),
        ("score result", AnswerKind.Score),
        ("reason cause motive", AnswerKind.Reason),
        ("temperature speed magnitude distance height weight length", AnswerKind.Measure),
        (
            "company firm brand team club channel party agency organization organisation organizations group union court department ministry "
            + "corporation chain startup manufacturer maker retailer giant network platform league university college school body airline "
            + "bank automaker band", AnswerKind.Organisation),
    }.SelectMany(row => row.Nouns.Split(' ').Select(noun => (noun, row.Kind))).DistinctBy(row => row.noun).ToFrozenDictionary(row => row.noun, row => row.Kind);

    private static readonly FrozenSet<string> Auxiliaries =
        "is are was were be been being has have had do does did will would can could should may might must shall".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> LinkWords =
        Auxiliaries.Concat("to for in on at by of from with that who which this the a an and or as".Split(' ')).ToFrozenSet();

    public static QuestionType Of(string text, IReadOnlyList<Term> words, IReadOnlyList<TextSpan> names)
    {
        var asked = LastAsked(text);
        var clause = text[asked..];
        if ((CyrillicForm.Of(clause) ?? LeadingForm.Of(clause)) is { } leading)
            return leading;
        if (Position().Match(text.Trim()) is { Success: true } position)
            return new QuestionType(AnswerKind.Definition, null, GazetteerKind.None, null, position.Groups["subject"].Value.Trim());

        // 'Tell me who the president of France is' asks for a person.
        if (Definition().Match(text.Trim()) is { Success: true } definition && !definition.Groups["subject"].Value.ToLowerInvariant().Split(' ').Any(IsKindNoun))
            return new QuestionType(AnswerKind.Definition, null, GazetteerKind.None, null, definition.Groups["subject"].Value.Trim());
        if (HowMany().Match(clause) is { Success: true } many)
            return Counted(text, words, asked + many.Index + many.Length);
        if (HowMuchTime().IsMatch(clause))
            return Plain(AnswerKind.Duration);
        if (HowMuch().Match(clause) is { Success: true } much)
        {
            var percent = AskedPercent().IsMatch(clause);
            return Plain(percent ? AnswerKind.Percent : NotMoney().IsMatch(clause[much.Index..]) ? AnswerKind.Measure : AnswerKind.Money);
        }

        if (Measured().Match(clause) is { Success: true } measured)
        {
            return Plain(measured.Groups[1].Value.ToUpperInvariant() switch
            {
                "LONG" => AnswerKind.Duration,
                "OLD" => AnswerKind.Age,
                "OFTEN" => AnswerKind.Number,
                _ => AnswerKind.Measure,
            });
        }

        if (Choice().Match(clause) is { Success: true } choice)
            return OfOwner(text, words, asked + choice.Index + choice.Length) ?? Narrowed(text, words, asked + choice.Index + choice.Length, names);
        if (WhoWord().IsMatch(clause))
            return Plain(AnswerKind.Person);
        if (WhereWord().IsMatch(clause))
            return new QuestionType(AnswerKind.Place, null, Places, null, null);
        if (WhenWord().IsMatch(clause))
            return Plain(AnswerKind.Date);
        if (WhyWord().IsMatch(clause))
            return Plain(AnswerKind.Reason);
        if (HowWord().IsMatch(clause))
            return Plain(AnswerKind.Manner);
        if (SaidWord().IsMatch(clause))
            return Plain(AnswerKind.Statement);
        if (NamedThing().Match(clause) is { Success: true } named)
            return Narrowed(text, words, asked + named.Groups[1].Index, names);
        if (Blank().Match(clause) is { Success: true } blank)
            return Plain(blank.Value.Contains('%', StringComparison.Ordinal) ? AnswerKind.Percent
                : blank.Value.Contains('$', StringComparison.Ordinal) ? AnswerKind.Money : AnswerKind.Other);
        if (Completion().Match(clause) is { Success: true } completion)
            return Completed(completion.Groups[1].Value);
        if (ThisThing().Match(clause) is { Success: true } thing)
            return Narrowed(text, words, asked + thing.Groups[1].Index, names);
        return Plain(AnswerKind.Other);
    }

    private static QuestionType Plain(AnswerKind kind) => new(kind, null, GazetteerKind.None, null, null);

    /// <summary>'has released a book titled:', 'is playing in:', 'scored a total of:'.</summary>
    private static QuestionType Completed(string word) => word.ToUpperInvariant() switch
    {
        "IN" or "AT" or "FROM" or "TO" => new QuestionType(AnswerKind.Other, null, Places, null, null),
        "BY" => Plain(AnswerKind.Other),
        "TITLED" or "CALLED" => Plain(AnswerKind.Work),
        "SINCE" or "UNTIL" => Plain(AnswerKind.Date),
        _ => Plain(AnswerKind.Other),
    };

    private static QuestionType Counted(string text, IReadOnlyList<Term> words, int after)
    {
        string? unit = null;
        foreach (var word in words)
        {
            if (word.Start < after)
                continue;
            if (word.IsStopWord || LinkWords.Contains(text[word.Start..word.End].ToLowerInvariant()))
            {
                if (unit is null)
                    continue;
                break;
            }

            // The last noun before a verb is what is counted; two words are looked at, no more.
            if (unit is not null && (!text[word.Start..word.End].EndsWith('s') || unit.EndsWith('s')))
                break;
            unit = word.Text;
        }

        var kind = unit switch
        {
            "dollar" or "euro" or "pound" => AnswerKind.Money,
            "mile" or "feet" or "foot" or "kilomet" or "degre" or "inch" or "acr" or "ton" => AnswerKind.Measure,
            "year" or "day" or "month" or "week" or "hour" or "minut" or "second" => AnswerKind.Duration,
            _ => AnswerKind.Number,
        };
        return new QuestionType(kind, null, GazetteerKind.None, unit, null);
    }

    /// <summary>Whose something is asked about: 'which university's president' asks for the university; null where nobody's is.</summary>
    private static QuestionType? OfOwner(string text, IReadOnlyList<Term> words, int after)
    {
        if (Owner().Match(text[after..]) is not { Success: true } owner)
            return null;
        var noun = owner.Groups["noun"];
        var kinds = Gazetteer.OfNoun(noun.Value.ToLowerInvariant());
        var kind = KindOf(noun.Value.ToLowerInvariant(), kinds);
        var term = words.FirstOrDefault(word => word.Start == after + noun.Index);
        return kind is AnswerKind.Person or AnswerKind.Place or AnswerKind.Organisation && term.Text is { } focus ? new QuestionType(kind, focus, kinds, null, null) : null;
    }

    /// <summary>The noun phrase after 'which' or 'what': its head decides.</summary>
    private static QuestionType Narrowed(string text, IReadOnlyList<Term> words, int after, IReadOnlyList<TextSpan> names)
    {
        QuestionType? best = null;
        Term? head = null;
        var looked = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Start < after)
                continue;
            var plain = text[word.Start..word.End].ToLowerInvariant();
            if (looked > 0 && LinkWords.Contains(plain) && !(plain == "of" && looked == 1 && best is null))
                break;
            if (++looked > 5)
                break;
            if (LinkWords.Contains(plain) || IsMeasureBeforeNoun(text, word, plain))
                continue;
            if (looked == 1 && plain.EndsWith("ed", StringComparison.Ordinal))
                break;
            var isProduct = plain is "model" or "models" && IsAfterMaker(text, words, i, after);
            var kinds = plain is "role" or "position" || isProduct ? GazetteerKind.None : Gazetteer.OfNoun(plain);
            var kind = isProduct ? AnswerKind.Other : KindOf(plain, kinds);
            if (kind == AnswerKind.Other && kinds == GazetteerKind.None)
            {
                // An adjective or a name before the noun; the first unknown word after a known noun is the verb, or, before 'does' and the like, the noun itself.
                if (best is not null)
                {
                    if (i + 1 < words.Count && words[i + 1].Start > word.Start && Auxiliaries.Contains(text[words[i + 1].Start..words[i + 1].End].ToLowerInvariant()))
                        best = new QuestionType(AnswerKind.Other, word.Text, GazetteerKind.None, null, null);
                    break;
                }

                head ??= names.Any(name => name.Overlaps(new TextSpan(word.Start, word.End))) ? null : word;
                continue;
            }

            best = new QuestionType(kind, word.Text, kinds, null, null);
        }

        return best ?? new QuestionType(AnswerKind.Other, head?.Text, GazetteerKind.None, null, null);
    }

    /// <summary>The second word of 'two-time champion', '7-year bond'.</summary>
    private static bool IsMeasureBeforeNoun(string text, Term word, string plain) =>
        word.Start > 0 && text[word.Start - 1] == '-' && plain is "time" or "year" or "month" or "day" or "season" or "decade";

    /// <summary>'GM models' are things, not people.</summary>
    private static bool IsAfterMaker(string text, IReadOnlyList<Term> words, int model, int after)
    {
        if (model == 0 || words[model - 1].Start < after)
            return false;
        var before = text[words[model - 1].Start..words[model - 1].End];
        return (Gazetteer.Find(before) & (GazetteerKind.Company | GazetteerKind.CarMaker | GazetteerKind.Vehicle)) != GazetteerKind.None || Product().IsMatch(before);
    }

    /// <summary>Whether a word in small letters asks for a kind of answer: 'president', 'score'.</summary>
    public static bool IsKindNoun(string word) => KindOf(word, GazetteerKind.None) != AnswerKind.Other || Gazetteer.Find(word).HasFlag(GazetteerKind.Occupation);

    private static AnswerKind KindOf(string noun, GazetteerKind kinds)
    {
        if (KindsOfNouns.TryGetValue(noun, out var kind) || (noun.EndsWith("ies", StringComparison.Ordinal) && KindsOfNouns.TryGetValue(noun[..^3] + "y", out kind))
            || (noun.EndsWith('s') && KindsOfNouns.TryGetValue(noun[..^1], out kind)))
            return kind;
        if ((kinds & Places) != GazetteerKind.None)
            return AnswerKind.Place;
        if ((kinds & Bodies) != GazetteerKind.None)
            return AnswerKind.Organisation;
        if ((kinds & (GazetteerKind.FirstName | GazetteerKind.Occupation | GazetteerKind.Surname)) != GazetteerKind.None)
            return AnswerKind.Person;
        return (kinds & (GazetteerKind.Month | GazetteerKind.Weekday | GazetteerKind.Season)) != GazetteerKind.None ? AnswerKind.Date : AnswerKind.Other;
    }

    /// <summary>Where the sentence that asks begins: the last one with a question word, else the last.</summary>
    private static int LastAsked(string text)
    {
        var sentences = SentenceSplitter.Split(text);
        for (var i = sentences.Count - 1; i >= 0; i--)
        {
            if (AnyWord().IsMatch(sentences[i].In(text)))
                return sentences[i].Start;
        }

        return sentences.Count == 0 ? 0 : sentences[^1].Start;
    }

    [GeneratedRegex(
        @"^(?:tell me (?:who|what|about)|define|explain(?: who| what)?) (?<subject>[^?.!,:;]{2,60}?)(?: (?:is|are|was))?[?.! ]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"^(?:what|which) (?:is|was|are|were) (?<subject>[^?.!,:;]{2,60}?)(?:'s|’s|s’) (?:position|job|role|title|occupation|profession|function"
        + @"|post|office|rank)[?.! ]*$"
        + @"|^(?:what|which) (?:position|job|role|title|post|office|rank) (?:does|did|do|has|had) (?<subject>[^?.!,:;]{2,60}?) (?:hold|have|held|had"
        + @"|occupy)[?.! ]*$|^what does (?<subject>[^?.!,:;]{2,60}?)(?<! to) do(?: for a living)?[?.! ]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Position();

    [GeneratedRegex(@"\bhow many\b|\bwhat (?:is |was )?(?:the )?(?:total )?number of\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HowMany();

    [GeneratedRegex(
        @"\bhow much\b|\b(?:what|which) (?:is|was|are|were|did|does|do|will|would|could) .{0,60}\b(?:cost|price|pay|paid|earn|spend|fined|raise|sell for|sold for)\b"
        + @"|\bfor what price\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HowMuch();

    [GeneratedRegex(@"\bhow much (?:more |extra |less )?time\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HowMuchTime();

    [GeneratedRegex(
        @"\bpercent(?:age)?\b|\bshare of\b|\bincrease|\bdecrease|\bdrop|\brise|\brose\b|\bfell\b|\bgrow|\bgrew\b|\bfall\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AskedPercent();

    [GeneratedRegex(@"\bweigh|\bwater\b|\brain|\bsnow|\bfaster\b|\bslower\b|\btaller\b|\bfood\b|\bsleep\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NotMoney();

    [GeneratedRegex(@"\bhow (long|old|far|tall|often|high|big|fast|large|deep|wide|hot|cold|heavy|frequently|close)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Measured();

    [GeneratedRegex(
        @"\b(?:which|what)(?: (?:type|kind|sort|form|brand|piece|one|two|three|part)s? of"
        + @"| of (?:the following|these|those))?(?= (?!is\b|are\b|was\b|were\b|did\b|does\b|do\b|has\b|have\b|had\b|will\b|would\b|can\b|could\b|should\b"
        + @"|happened\b|caused\b))",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Choice();

    [GeneratedRegex(@"^ (?:[\w-]+ ){0,2}(?<noun>\p{L}+)(?:['’]s|(?<=s)['’]) ", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Owner();

    [GeneratedRegex(@"\bwho(?:m|se|s|'s|’s)?\b(?!\s+(?:has|have|had|was|were|is|are)\s+\w+ed\b.{0,80}\bwhat\b)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WhoWord();

    [GeneratedRegex(@"\bwhere\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WhereWord();

    [GeneratedRegex(@"\bwhen (?:is|are|was|were|did|does|do|will|would|can|has|have|had)\b|^\W*when\b.{0,200}\?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WhenWord();

    [GeneratedRegex(@"\bwhy\b|\bwhat (?:caused|prompted|led to|was the reason)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WhyWord();

    [GeneratedRegex(@"\bhow (?:is|are|was|were|did|does|do|will|would|can|has|have|had)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HowWord();

    [GeneratedRegex(
        @"\bwhat (?:did|does|has|have|is|was|will)\b.{0,120}\b(?:say|said|saying|claim|warn|announce|declare|promise|call for|tell|told|expect"
        + @"|threaten|demand|accuse)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SaidWord();

    [GeneratedRegex(
        @"\b(?:what (?:is|was|were|are) (?:the |its |his |her |their |one )?(?:names? of (?:the |a |an )?|new |most |first |largest |biggest )?"
        + @"|(?:what['’]?s )?(?:the )?names? of (?:the |a |an )?)(\w+)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NamedThing();

    [GeneratedRegex(@"^(?:car|truck|phone|language|ai|computer|bike|plane|vehicle|electric|suv)s?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Product();

    [GeneratedRegex(@"[$]?_{2,}\s?%?", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\b(\w+)\s*(?::|…|\.\.\.)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Completion();

    [GeneratedRegex(@"\b(?:this|these) (?!week|month|year|past|weekend)(\w+)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ThisThing();

    [GeneratedRegex(@"\b(?:who|whom|whose|when|where|which|what|why|how)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AnyWord();
}
