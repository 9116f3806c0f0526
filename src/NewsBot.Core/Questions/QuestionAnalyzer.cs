using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>Reads a question: what to search for, what kind of answer it wants, what days and outlets it names.</summary>
public static partial class QuestionAnalyzer
{
    /// <summary>The most UTF-16 units of a question.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Words that form a question and say little about its subject.</summary>
    private static readonly FrozenSet<string> LightWords = (
        "many much long old far tall often big fast high kind type sort name names called role position part thing way place happen "
        + "happened happening take took taken go going gone went make made give gave given get got say said says tell told tells do does "
        + "speak spoke know known think thought way time day date year reason person people someone come came become became set put see "
        + "saw seen want wanted play plays played besides beside "
        + "сталося сталась стався сталися сталось трапилося трапилась трапився трапилось відбулося відбулась відбувся відомо відома причина причини причиною причину "
        + "внаслідок завдяки спричинило спричинив спричинила викликало викликав викликала призвело призвів призвела став стала стало стали "
        + "случилось случилась случился случилося произошло "
        + "произошла произошел произошёл известно причины причиной вызвало вызвал вызвала привело привел привела стал благодаря вследствие "
        + "каким какими каково какова каковы "
        + "котрий котра котре котрі якім якими якою звідкіля відколи чий чия чиє чиї чей чья чьё чьи отчего саме именно возле біля около поблизу")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const double NameWeight = 1.3;
    private const double NumberWeight = 1.2;
    private const double BoilerplateWeight = 0.25;
    private const double LightWeight = 0.1;

    /// <summary>Analyses a question.</summary>
    /// <param name="text">Any text of at most <see cref="MaxLength"/> units.</param>
    /// <param name="asOf">What 'now' is.</param>
    /// <exception cref="ArgumentException">The text is longer.</exception>
    public static Question Analyze(string text, DateTimeOffset asOf)
    {
        if (text.Length > MaxLength)
            throw new ArgumentException($"A question has at most {MaxLength} characters.", nameof(text));
        var whole = new TextSpan(0, text.Length);
        var words = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(text, words);
        var dates = DateFinder.Find(text, whole, DateOnly.FromDateTime(asOf.UtcDateTime));
        var names = FindNames(text);
        var outlets = OutletMention.Find(text);
        var light = LightPhrases().Matches(text).Select(match => new TextSpan(match.Index, match.Index + match.Length))
            .Concat(dates.Select(date => date.Span))
            .Concat(outlets.Select(outlet => outlet.Span))
            .ToList();
        var terms = new List<QuestionTerm>();
        foreach (var word in words)
        {
            if (word.IsStopWord || terms.Exists(term => term.Text == word.Text))
                continue;
            var span = new TextSpan(word.Start, word.End);
            var isName = names.Exists(name => name.Contains(span));
            var weight = !isName && LightWords.Contains(span.In(text)) ? LightWeight
                : light.Exists(phrase => phrase.Contains(span)) ? BoilerplateWeight
                : isName ? NameWeight
                : char.IsAsciiDigit(text[word.Start]) ? NumberWeight
                : 1;
            terms.Add(new QuestionTerm(word.Text, weight, span, isName));
        }

        var type = QuestionType.Of(text, words, names);
        return new Question
        {
            Text = text,
            AsOf = asOf,
            Terms = terms,
            Names = names,
            Aliases = NameAliases.In(words),
            Quotations = [.. Quotations().Matches(text).Select(match => match.Groups[1].Value.Trim()).Where(quoted => quoted.Length > 2)],
            Kind = type.Kind,
            FocusTerm = type.FocusTerm,
            FocusKinds = type.FocusKinds,
            Unit = type.Unit,
            Subject = type.Subject,
            Range = AskedRange.Of(text, dates, DateOnly.FromDateTime(asOf.UtcDateTime)),
            IsOfTheMoment = MomentWords().IsMatch(text),
            Outlets = [.. outlets.Select(outlet => outlet.Name).Distinct()],
            Overview = OverviewRequest.Of(text),
            OffTopic = OffTopicRequest.Of(text, terms.Count > 0),
        };
    }

    private static List<TextSpan> FindNames(string text)
    {
        var names = new List<TextSpan>();
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            foreach (var name in NameFinder.Find(text, sentence))
                names.Add(name.Span);
        }

        foreach (Match quoted in Quotations().Matches(text))
            names.Add(new TextSpan(quoted.Groups[1].Index, quoted.Groups[1].Index + quoted.Groups[1].Length));
        return names;
    }

    [GeneratedRegex(
        @"\b(?:this (?:past )?(?:week|weekend|month)|last (?:week|weekend|month)|today|tonight|yesterday|recent(?:ly)?|latest|just|current(?:ly)?"
        + @"|now|newest)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MomentWords();

    [GeneratedRegex("[\"“‘]([^\"“”‘’]{2,120})[\"”’]", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Quotations();

    [GeneratedRegex(
        @"\b(?:which (?:one )?of (?:the following|these|those)|which of|according to"
        + @"|(?:earlier |late(?:r)? )?this (?:past )?(?:week|weekend|month|year|summer|spring|fall|autumn|winter)|last (?:week|weekend|month|year)"
        + @"|recently|recent|current(?:ly)?|true or false|what (?:type|kind|sort) of|what is the name of|all of (?:the following|these)|except"
        + @"|announced|new(?:ly)?|first|the name of|called|following)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LightPhrases();
}
