using System.Buffers;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>
/// Tells what a page puts between the sentences of a report: captions, credits, headings, links to other articles, what the outlet says of itself, the choices of a quiz.
/// Such lines are no evidence, and a model reads them as a part of the sentences beside them. English.
/// </summary>
internal static partial class PageRemnant
{
    private const int MostHeadingWords = 12;
    private const int MostChoiceWords = 8;
    private const int MostChoices = 8;

    /// <summary>What an outlet says of itself has one of these; most sentences have none, and need no closer look.</summary>
    private static readonly SearchValues<string> OutletSigns = SearchValues.Create(
        ["commission", "affiliate", "quiz", "inbox", "newsletter", "our privacy", "our cookie"], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a sentence is a caption, the credit of a picture, the headline of another article, what an outlet says of itself, a choice of a quiz, or nothing but figures.
    /// </summary>
    /// <param name="body">The text of the article.</param>
    /// <param name="sentence">Where the sentence stands in it.</param>
    public static bool IsMatch(string body, TextSpan sentence)
    {
        var text = sentence.In(body);
        return Caption().IsMatch(text) || (MayHaveCredit(text) && Credit().IsMatch(text)) || IsOfOutlet(text)
            || (!IsEnded(text) && (IsLink(text) || IsChoice(body, sentence.Start) || !text.Any(char.IsLetter)));
    }

    /// <summary>Whether a sentence is a line of its own, without a mark at its end, with text after it: the heading of a section.</summary>
    /// <param name="body">The text of the article.</param>
    /// <param name="sentence">Where the sentence stands in it.</param>
    public static bool IsHeading(string body, TextSpan sentence)
    {
        var text = sentence.In(body);
        return char.IsLetterOrDigit(text[^1])
            && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostHeadingWords
            && EndsLine(body, sentence.End) && BeginsLine(body, sentence.Start) && body.AsSpan(sentence.End).ContainsAnyExcept(" \t\r\n");
    }

    /// <summary>
    /// Whether a line is one of the choices of a quiz: short, under a question, and beside others like it. Most of them are wrong. Elsewhere such lines are the answer
    /// ('How to watch?'), so the article has to name a quiz.
    /// </summary>
    private static bool IsChoice(string body, int start)
    {
        if (!body.Contains("quiz", StringComparison.OrdinalIgnoreCase))
            return false;
        var before = body.AsSpan(0, start);
        before = before[..(before.LastIndexOf('\n') + 1)];
        var choices = 0;
        var from = body.AsSpan(before.Length);
        foreach (var range in from.Split('\n'))
        {
            var line = from[range].Trim();
            if (line.IsEmpty)
                continue;
            if (choices == MostChoices || !MayBeChoice(line))
                break;
            choices++;
        }

        for (before = before.TrimEnd(); choices is > 0 and <= MostChoices && before.Length > 0; choices++)
        {
            var line = before[(before.LastIndexOf('\n') + 1)..];
            if (line.EndsWith('?'))
                return choices > 1;
            if (!MayBeChoice(line))
                return false;
            before = before[..^line.Length].TrimEnd();
        }

        return false;
    }

    private static bool MayHaveCredit(string sentence) =>
        sentence.AsSpan().ContainsAny('[', '(', '/') || sentence.Contains("via ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a link to another article, or the line of a film.</summary>
    private static bool IsLink(string sentence) =>
        (sentence.Contains(':', StringComparison.Ordinal) && (GluedLabel().IsMatch(sentence) || LinkLabel().IsMatch(sentence) || Film().IsMatch(sentence)))
        || (sentence.Contains('|', StringComparison.Ordinal) && Column().IsMatch(sentence)) || sentence.Contains('►', StringComparison.Ordinal);

    private static bool IsOfOutlet(string sentence) => (sentence.AsSpan().ContainsAny(OutletSigns) && Offer().IsMatch(sentence)) || Author().IsMatch(sentence);

    private static bool IsEnded(ReadOnlySpan<char> sentence) => sentence.TrimEnd(" \t\r\n\"'”’)]") is [.., '.' or '!' or '?' or '…'];

    private static bool MayBeChoice(ReadOnlySpan<char> line) => !IsEnded(line) && line.Trim().Count(' ') < MostChoiceWords;

    private static bool BeginsLine(string body, int start) => body.AsSpan(0, start).TrimEnd(" \t") is [] or [.., '\n' or '\r'];

    private static bool EndsLine(string body, int end) => body.AsSpan(end).TrimStart(" \t") is ['\n' or '\r', ..];

    [GeneratedRegex(
        @"^(?:(?:photo(?:graph)?|image|picture|video|illustration|caption|credit|file photo)s?(?: (?:by|credit|caption|source))?\s?:"
        + @"|(?-i:FILE)\s*[-–—]\s|(?:Photo|Image|Picture|Illustration) by |Hide caption|Toggle caption|Image caption|Media caption|Read more|Watch:|Related:|Advertisement\W*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Caption();

    /// <summary>'(AP Photo/…)', '…/Getty Images', 'Ann Smith/CNN', 'NASA/Goddard/Arizona State University'.</summary>
    [GeneratedRegex(
        @"[\[(](?:AP Photo|Photo by|Photo:|Image:|Getty|Reuters/|AFP/|Pool Photo)[^\])]{0,120}[\])]\s*\.?$|(?:/|via )(?:Getty Images|AP|AFP|Reuters|Shutterstock)\W*$"
        + @"|^(?-i:\p{Lu})[^/:;!?\n]{1,60}/(?-i:(?:CNN|NBC|ABC|CBS|BBC|NPR|EPA|NASA|ESA|Bloomberg|Alamy|iStock|WireImage|USA TODAY\b[\p{L} ]{0,12}))$"
        + @"|^(?-i:\p{Lu})[^/:;!?\n]{1,40}(?:/(?-i:\p{Lu})[^/:;!?\n]{1,40}){2,6}(?<!\.)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Credit();

    /// <summary>
    /// 'Ferry strike:Crews walk out over night shifts': no space behind the colon, as where a page sets the label of a link in another type. A list's 'Best actor:Ann Smith' is
    /// shorter.
    /// </summary>
    [GeneratedRegex(
        @"^[^:\n]{3,60}(?<=[\p{L}\p{N}'’""”!?)]):(?=[""“'‘]?\p{Lu})(?=(?:\S+\s+){4}\S)(?=.* \p{Ll})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex GluedLabel();

    [GeneratedRegex(
        @"^[^\p{L}\p{Nd}]*(?:more(?: (?:from|on|about|in|coverage)\b[^:]{0,40})?|(?:read|see|watch|go|keep|up|don[’']t|must|you may|in case you)\b[^:]{0,30}|related\b[^:]{0,20}"
        + @"|also(?: read)?|previous(?:ly)?|(?:from )?(?:last|this) (?:year|month|week)|local|opinion|analysis|explainer|fact[- ]check|recommended|icymi|next)\s?: ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LinkLabel();

    /// <summary>'Video Ad Feedback … 01:42 - Source: CNN'.</summary>
    [GeneratedRegex(@"^(?:Video Ad Feedback|MUST (?:WATCH|SEE|READ))\b|\b\d{1,2}:\d\d\s*[-–—]\s*Source:\s*\w+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Film();

    [GeneratedRegex(@"\| (?:Opinion|Analysis|Column|Editorial|Review|Fact check|Commentary|Explainer)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Column();

    /// <summary>'Purchases you make through our links may earn us a commission', 'the best of the week, delivered to your inbox', 'test yourself with our quiz'.</summary>
    [GeneratedRegex(
        @"\b(?:our|affiliate) links?\b.{0,80}\bcommissions?\b|\bcommissions?\b.{0,40}\b(?:our|affiliate) links?\b"
        + @"|\b(?:we|our \w+|this (?:site|page)|the publisher) (?:may|might|can|could|will) (?:earn|receive|get|collect|make)\b.{0,40}\bcommissions?\b"
        + @"|\b(?:contains?|includes?|has|are|use) (?:some )?affiliate links?\b|\b(?:to|in|into) your inbox\b|\b(?:sign(?:ed)? up|subscribe) (?:to|for)\b.{0,60}\bnewsletters?\b"
        + @"|\bour (?:[\w-]+ ){0,3}quiz\b|^take (?:the|our|this)\b.{0,40}\bquiz\b|\bour (?:privacy|cookie) policy\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Offer();

    /// <summary>'I'm Ann Smith, author of the Daily Letter.': how newsletters begin. Not in quotation marks.</summary>
    [GeneratedRegex(
        @"^[^\p{L}\p{Nd}""“„«'‘]*(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Gg]ood \w+)\b[^.!?:]{0,30}[,.!–—-] ?)?(?:[Ii]t[’']s|I[’']m|I am|[Tt]his is) \p{Lu}\w+(?: \p{Lu}[\w.]*){1,3}"
        + @"(?:,| and| with| here).{0,60}\b(?:authors?|editors?|hosts?|reporters?|writers?|columnists?|newsletter|briefing)\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Author();
}
