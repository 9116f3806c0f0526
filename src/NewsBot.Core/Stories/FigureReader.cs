using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>Reads how many were killed, hurt, missing, arrested or driven out, how much burned: the numbers that change while an event goes on.</summary>
/// <remarks>
/// English, Ukrainian, Russian and the languages of <see cref="FigureTongue"/>.
/// Strict: a number is left out wherever it may count a part, a range, a fear or another event.
/// </remarks>
internal static partial class FigureReader
{
    private const int MaxReadChars = 4_000;
    private const int MostSentences = 12;
    private const int Reach = 120;

    // A loose bound on what happens in one event; larger numbers are dollars or populations.
    private const double MostValue = 50_000_000;

    private static readonly HashSet<string> AnyPerson = new(StringComparer.Ordinal)
    {
        "people", "person", "victim", "life", "death", "fatality", "body", "injury", "arrest", "resident", "other",
    };

    /// <summary>The figures of an article, in order; of a subject that a sentence counts twice, none.</summary>
    public static List<Figure> Read(ArchivedArticle article)
    {
        var body = article.Article.Body;
        var found = new List<Figure>();
        var tongue = FigureTongue.Of(article.Article);
        foreach (var sentence in SentenceSplitter.Split(body, new TextSpan(0, Math.Min(body.Length, MaxReadChars))).Take(MostSentences))
        {
            if (sentence.Length > SentenceForm.MaxLength || sentence.End == MaxReadChars)
                continue;
            var text = sentence.In(body);
            var counts = tongue?.Read(text) ?? CyrillicFigures.Read(text);
            found.AddRange(counts.Where(count => counts.Count(other => other.Subject == count.Subject) == 1).Select(count => Of(article, sentence, count)));
            if (tongue is not null || Uncertain().IsMatch(text) || Past().IsMatch(text))
                continue;
            var figures = Read(article, sentence, text);

            // 'Killed 15 after three died in hospital': the three are among the 15.
            figures.RemoveAll(part => Newly().IsMatch(body[sentence.Start..part.Words.Start])
                && figures.Exists(whole => whole.Subject == part.Subject && whole.Value > part.Value && whole.Words.Start < part.Words.Start));
            found.AddRange(figures.Where(figure => figures.Count(other => other.Subject == figure.Subject) == 1));
        }

        return found;
    }

    /// <summary>Where an article says that all of those missing, or held, were found or freed: a figure of none; and that one is still missing, in a word.</summary>
    /// <param name="article">Any article.</param>
    public static IEnumerable<Figure> ReadNone(ArchivedArticle article)
    {
        var body = article.Article.Body;
        foreach (var sentence in SentenceSplitter.Split(body, new TextSpan(0, Math.Min(body.Length, MaxReadChars))).Take(MostSentences))
        {
            var text = sentence.In(body);
            if (sentence.Length > SentenceForm.MaxLength || sentence.End == MaxReadChars || Hoped().IsMatch(text))
                continue;
            if (One().Match(text) is { Success: true } one
                && QuantityFinder.Find(body, sentence).TrueForAll(quantity => quantity.Span.Start != sentence.Start + one.Groups["one"].Index))
            {
                var words = new TextSpan(sentence.Start + one.Groups["one"].Index, sentence.Start + one.Groups["one"].Index + one.Groups["one"].Length);
                yield return new Figure(article, sentence, words, 1, one.Groups["noun"].Success ? $"missing {one.Groups["noun"].Value.ToLowerInvariant()}" : "missing")
                {
                    Places = Places(body, sentence, words),
                };
            }
            else if (None().Match(text) is { Success: true } none)
                yield return new Figure(article, sentence, sentence, 0, none.Groups["missing"].Success ? "missing" : "hostage") { Places = Places(body, sentence, sentence) };
        }
    }

    /// <summary>What a question of 'how many' in a language other than English wants counted, as a figure names it; null for any other question.</summary>
    public static string? Asked(string question) => CyrillicFigures.Asked(question) ?? FigureTongue.Asked(question);

    /// <summary>Whether a word of such a question says what is counted, or that people are.</summary>
    public static bool IsOfCounting(string word) => CyrillicFigures.IsOfCounting(word) || FigureTongue.IsOfCounting(word);

    /// <summary>A number of a sentence as a figure of a subject.</summary>
    public static Figure Of(ArchivedArticle article, TextSpan sentence, Quantity quantity, string subject)
    {
        var body = article.Article.Body;
        var hedge = Hedge().Match(body[Math.Max(sentence.Start, quantity.Span.Start - Reach)..quantity.Span.Start]);
        var isLeast = hedge.Value.StartsWith("at least", StringComparison.OrdinalIgnoreCase);
        return new Figure(article, sentence, quantity.Span with { Start = quantity.Span.Start - hedge.Length }, quantity.Value, subject)
        {
            IsLoose = hedge.Success && !isLeast,
            IsLeast = isLeast,
            Period = Period().Match(sentence.In(body)).Value.ToLowerInvariant(),
            Places = Places(body, sentence, quantity.Span),
        };
    }

    private static Figure Of(ArchivedArticle article, TextSpan sentence, CyrillicFigures.Count count)
    {
        var words = new TextSpan(sentence.Start + count.Start, sentence.Start + count.End);
        return new Figure(article, sentence, words, count.Value, count.Subject)
        {
            IsLoose = count.IsLoose,
            IsLeast = count.IsLeast,
            Places = Places(article.Article.Body, sentence, words),
        };
    }

    private static List<Figure> Read(ArchivedArticle article, TextSpan sentence, string text)
    {
        var body = article.Article.Body;
        var quantities = QuantityFinder.Find(body, sentence);
        var figures = new List<Figure>();
        for (var i = 0; i < quantities.Count; i++)
        {
            var quantity = quantities[i];
            if (quantity.Kind is not (QuantityKind.Count or QuantityKind.Area) || quantity.Value is <= 0 or > MostValue || IsRange(body, quantities, i))
                continue;
            var start = quantity.Span.Start - sentence.Start;
            var end = quantity.Span.End - sentence.Start;
            var before = text[Math.Max(0, start - Reach)..start];
            var after = text[end..Math.Min(text.Length, end + Reach)];
            if (PartBefore().IsMatch(before) || PartAfter().IsMatch(after))
                continue;
            if ((SubjectOf(quantity, before, after) ?? (Total().IsMatch(before) ? SubjectOfPart(sentence, text, quantities.GetRange(0, i)) : null)) is { } subject)
                figures.Add(Of(article, sentence, quantity, subject));
        }

        return figures;
    }

    /// <summary>'Another four people were arrested, bringing the total to 16': what the part counts, the total counts.</summary>
    private static string? SubjectOfPart(TextSpan sentence, string text, List<Quantity> parts)
    {
        foreach (var part in parts.Where(part => part.Kind == QuantityKind.Count))
        {
            var (start, end) = (part.Span.Start - sentence.Start, part.Span.End - sentence.Start);
            var after = text[end..Math.Min(text.Length, end + Reach)];
            if ((PartBefore().IsMatch(text[..start]) || PartAfter().IsMatch(after))
                && SubjectOf(part, text[Math.Max(0, start - Reach)..start], MoreFirst().Replace(after, "")) is { } subject)
                return subject;
        }

        return null;
    }

    /// <summary>'12 to 15', '10-15', 'between 12 and 15', 'from 12 to 15'; not the last of 'rose from 12 to 15', which is the number now.</summary>
    private static bool IsRange(string body, List<Quantity> quantities, int i) =>
        (i > 0 && Joint().IsMatch(body[quantities[i - 1].Span.End..quantities[i].Span.Start])
            && !ChangedFrom().IsMatch(body[Math.Max(0, quantities[i - 1].Span.Start - Reach)..quantities[i - 1].Span.Start]))
        || (i + 1 < quantities.Count && Joint().IsMatch(body[quantities[i].Span.End..quantities[i + 1].Span.Start]));

    private static string? SubjectOf(Quantity quantity, string before, string after)
    {
        // What stands nearer speaks for the number: '12 injured, killing 3' and 'killed 12 and injured 40'.
        var behind = After().Match(after);
        var ahead = Before().Match(before);
        var match = behind.Success && (!ahead.Success || behind.Groups["gap"].Length == 0) ? behind : ahead.Success ? ahead : null;
        if (match is null)
            return null;
        var subject = match.Groups.Values.FirstOrDefault(group => group.Success && group.Name is not ("0" or "gap"))?.Name;
        if (subject is null || Mixed().IsMatch(after))
            return null;
        if (quantity.Kind == QuantityKind.Area != (subject == "burned"))
            return null;
        return Counted(quantity, after) is { Length: > 0 } noun ? $"{subject} {noun}" : subject;
    }

    /// <summary>The people or things counted, singular; empty for people in general.</summary>
    private static string Counted(Quantity quantity, string after)
    {
        if (quantity.Kind == QuantityKind.Area)
            return quantity.Unit ?? "";
        var named = Named().Match(after);
        var kind = named.Success ? named.Groups[1].Value.ToLowerInvariant().TrimEnd('s') + " " : "";
        var noun = quantity.Unit is { } unit && !AnyPerson.Contains(unit) ? unit : "";
        return (kind + (noun == kind.Trim() ? "" : noun)).Trim();
    }

    private static List<string> Places(string body, TextSpan sentence, TextSpan number) =>
        [.. NameFinder.Find(body, sentence)
            .Where(name => name.Kind is NameKind.Place or NameKind.Nationality)
            .OrderBy(name => name.Span.Start >= number.End ? name.Span.Start - number.End : number.Start - name.Span.End)
            .Select(name => name.Span.In(body).ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)];

    // 'The number of dead in the town rose from 12 to'.
    private const string ToNow = "[^.;,]{0,80} (?:to|at|is|was|reached)";

    // 'The number of miners killed', 'the number of those still missing'.
    private const string Some = @"(?:(?:confirmed|known|people|those|who|were|are|still|also|[\p{L}-]+s|children|women|men) ){0,3}?";

    private const string Adverbs =
        @"(?:(?:at least|more than|over|nearly|almost|about|around|roughly|some|up to|as many as|approximately|an estimated|estimated|fewer than"
        + @"|less than|close to|a total of|only|just) ){0,2}";

    [GeneratedRegex(
        @"(?:at least|more than|over|nearly|almost|about|around|roughly|some|up to|as many as|approximately|an estimated|estimated|fewer than"
        + @"|less than|close to) $",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Hedge();

    [GeneratedRegex(
        @"(?:(?<dead>\b(?:kill(?:s|ed|ing)"
        + @"|(?:death )?toll\b(?:[^.;,]|\.\d){0,90} (?:to|at|of|is|was|reach(?:es|ed)|hits?|pass(?:es|ed)|tops|topped)"
        + @"|claim(?:s|ed|ing)(?= .{0,30}$)|number of " + Some + @"(?:dead|deaths|fatalities|killed|victims)\b" + ToNow + "))"
        + @"|(?<injured>\b(?:injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurting|number of " + Some + @"(?:injured|wounded|injuries|hurt)\b" + ToNow + "))"
        + @"|(?<missing>\bnumber of " + Some + @"(?:missing|unaccounted for)\b" + ToNow + ")"
        + @"|(?<arrested>\b(?:arrest(?:s|ed|ing)|detain(?:s|ed|ing)|number of " + Some + @"(?:arrests|arrested|detained|detainees)\b" + ToNow + "))"
        + @"|(?<displaced>\b(?:displac(?:es|ed|ing)|evacuat(?:es|ed|ing)|number of " + Some + @"(?:displaced|evacuated|evacuees|homeless)\b" + ToNow + "))"
        + @"|(?<rescued>\b(?:rescu(?:es|ed|ing)))"
        + @"|(?<burned>\b(?:burn(?:s|ed|t|ing)|scorch(?:es|ed|ing)|blacken(?:s|ed|ing)|consum(?:es|ed|ing)))"
        + @"|(?<destroyed>\b(?:destroy(?:s|ed|ing)))) " + Adverbs + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Before();

    [GeneratedRegex(
        @"^(?<gap>(?: (?!and\b|or\b|of\b|in\b|by\b|from\b|with\b|after\b|not\b|who\b|that\b)\p{L}[\p{L}’'-]*){0,3}?)(?: (?:were|was|are|is|have"
        + @"|has|had|being|been|now|have been|has been|had been|are now|were also|who were|had been))?(?: (?:confirmed|reported|found|officially"
        + @"|left))? (?:(?<dead>dead|killed|died|deaths|fatalities|lives|bodies)|(?<injured>injured|wounded|hurt|injuries)"
        + @"|(?<missing>missing|unaccounted for)|(?<arrested>arrested|detained|arrests)|(?<displaced>displaced|evacuated|homeless)"
        + @"|(?<hostage>hostages?|abducted|kidnapped)|(?<rescued>rescued)|(?<power>without (?:power|electricity))|(?<burned>burned|scorched)"
        + @"|(?<destroyed>destroyed))\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex After();

    [GeneratedRegex(@"\b(?:after|as|when|with) (?:another |a further |the )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Newly();

    [GeneratedRegex(
        @"\b(?:bring(?:s|ing)?|brought|tak(?:e|es|ing)|took|push(?:es|ing|ed)?|rais(?:e|es|ing|ed)|lift(?:s|ing|ed)?) the (?:overall |official |confirmed )?(?:total|number"
        + @"|tally|count|figure)"
        + @"(?: so far| now)? to " + Adverbs + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Total();

    [GeneratedRegex("^ (?:more|others|further|additional)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MoreFirst();

    // 12 dead or injured
    [GeneratedRegex(
        @"^[^,.;]{0,40}\b(?:dead|killed|injured|wounded|hurt|missing)\b,? (?:and|or) (?:dead|killed|injured|wounded|hurt|missing|presumed)\b"
        + @"|^[^.;]{0,40}\bcasualt",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Mixed();

    [GeneratedRegex(
        @"\b(?:" + ChangeVerbs.Stems + @")\w*\b[^.;]{0,100}\bfrom " + Adverbs + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ChangedFrom();

    [GeneratedRegex(@"^ ?(?:to|and|or|[-–—]) ?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Joint();

    [GeneratedRegex(
        @"\b(?:of the|of its|of their|of his|of her|of those|among the|among them|including|include|includes|includ\w*|the other|another|a further"
        + @"|further|an additional|additional|other|the first|the last|top|between|from|by) " + Adverbs + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PartBefore();

    [GeneratedRegex(
        @"^ (?:of (?:the|those|them|these|his|her|its|their|whom|which)|(?:or )?more\b|others?\b|additional|further|out of|times|years?|days?"
        + @"|weeks?|months?|hours?|minutes?|percent|per cent)|^(?:%|-year|-day|st\b|nd\b|rd\b|th\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PartAfter();

    /// <summary>'One is still missing', 'only one sailor remains missing'.</summary>
    [GeneratedRegex(
        @"(?:^|[,;:] |\band |\bonly |\bwhile )(?<one>one)(?: (?!of\b)(?:person|(?<noun>\w+)))? (?:is|was|remains|remained) (?:still |now )?(?:missing|unaccounted for)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex One();

    /// <summary>'All nine campers who were missing have been found'.</summary>
    [GeneratedRegex(
        @"^(?!.*\b(?:not|nearly|almost) all\b)(?=[^;]*\ball (?!but\b|except\b)(?:[^,.;]{0,60} )?"
        + @"(?:(?<missing>missing|unaccounted for)|(?<hostage>hostages|abducted|kidnapped|captives))\b)"
        + @"[^;]*\b(?:have|has|had|were|was|are|been) (?:\w+ )?(?:found|located|recovered|rescued|accounted for|freed|released)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex None();

    [GeneratedRegex(
        @"\b(?:until|unless|if|when|once|before|hop\w+|want\w*|vow\w*|pray\w*|demand\w*|insist\w*|call\w* for"
        + @"|could|may|might|would|will|not|never|except|some|documents?|items?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Hoped();

    [GeneratedRegex(@"^ (\p{Lu}[\p{L}]+)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"\b(?:could|may|might|would|fear(?:s|ed)?|expect(?:s|ed)?|project(?:s|ed|ion)|if|threat(?:en\w*)?|risk\w*|den(?:y|ies|ied)|claims? that"
        + @"|predict\w*|forecast\w*|plan(?:s|ned)?|presumed|rumou?r\w*|false\w*|not)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Uncertain();

    // Another event, or an average: 'last year', 'in 2017', 'the deadliest since', 'every day'.
    [GeneratedRegex(
        @"\b(?:last (?:year|month|week|decade)|previous\w*|earlier (?:this|attack|quake|strike|in)|ago|anniversar\w*|(?:19|20)\d\d"
        + @"|(?:first|initial|early|earlier) (?:report|estimate|count|figure|toll)s?|initially|at first|on the (?:first|second) (?:day|evening|night|morning)|originally"
        + @"|per (?:day|week|month|year)|(?:every|each) (?:day|week|month|year)|a (?:day|week|month|year)|annual\w*|average|history|histor\w+"
        + @"|decades?|deadliest|worst|compared|similar)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Past();

    [GeneratedRegex(
        @"\b(?:since|so far|this (?:year|month|week)|overnight|in (?:the (?:past|last) )?[\w-]+ (?:hours|days|weeks|months))\b(?: \w+){0,2}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Period();
}
