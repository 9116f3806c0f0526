using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>Judges whether a sentence can stand alone: whole, a statement, dependent on nothing before it.</summary>
internal static partial class SentenceForm
{
    /// <summary>The shortest sentence that a digest quotes, in UTF-16 units.</summary>
    public const int MinLength = 35;

    /// <summary>The longest.</summary>
    public const int MaxLength = 400;

    private const int ComfortableLength = 240;

    /// <summary>The stretch of a sentence that a digest quotes: without the dateline that agencies put before it.</summary>
    public static TextSpan WithoutDateline(string body, TextSpan sentence)
    {
        var match = Dateline().Match(sentence.In(body));
        return match.Success ? sentence with { Start = sentence.Start + match.Length } : sentence;
    }

    /// <summary>How well it stands alone.</summary>
    /// <param name="text">The sentence on one line.</param>
    /// <param name="hasName">Whether it names anybody or anything.</param>
    /// <returns>0 for a sentence that no digest shows, 1 for a plain statement.</returns>
    public static double Of(string text, bool hasName)
    {
        if (text.Length is < MinLength or > MaxLength || Leftover().IsMatch(text) || Broken().IsMatch(text) || !text.Any(char.IsLower))
            return 0;
        var form = text.Length > ComfortableLength ? 1 - (0.4 * (text.Length - ComfortableLength) / (MaxLength - ComfortableLength)) : 1.0;
        if (PronounLed.IsMatch(text))
            form *= 0.1;
        if (!hasName)
            form *= Definite().IsMatch(text) ? 0.3 : 0.7;
        else if (Definite().IsMatch(text))
            form *= 0.8;
        if (text.Contains('?', StringComparison.Ordinal))
            form *= 0.2;
        if (Personal().IsMatch(Quoted().Replace(text, "")))
            form *= 0.3;
        if (text[0] is '"' or '“' or '‘' or '\'')
            form *= 0.4;
        // What somebody says goes on in the next sentence.
        if (text.Count('"') % 2 != 0 || text.LastIndexOf('“') > text.LastIndexOf('”'))
            form *= 0.6;
        if (char.IsLower(text[0]) || Connective().IsMatch(text))
            form *= 0.4;
        if (Listing().IsMatch(text))
            form *= 0.4;
        if (Teaser().IsMatch(text))
            form *= 0.4;
        return EndsAsSentence().IsMatch(text) ? form : form * 0.6;
    }

    // (CNN) , PARIS (Reuters) - , WASHINGTON, Oct 3 —
    [GeneratedRegex(
        @"^\(\p{Lu}[\p{L} ]{1,20}\) (?:-- |[-–—] )?(?=\p{Lu})"
        + @"|^\p{Lu}[\p{Lu}\p{M}\d.'’/ ]{2,30}(?:, [\p{L}. ]{2,20}(?: \d{1,2})?)?(?: ?\([\p{L}\d ./-]{2,30}\))? ?(?:--|[-–—]) ?(?=\p{Lu})",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Dateline();

    [GeneratedRegex(
        @"https?:|www\."
        + @"|^(?:Read|Watch|See|Click|Sign up|Subscribe|Listen|Follow|Advertisement|Related|More|Continue|Get|Find|Join|Here|Photos?|Video|Image"
        + @"|Credit|File|Copyright|Updated|Published|By|Analysis|Opinion|Podcast|Comments?|Points|Article URL|What to|How to|Welcome|Check"
        + @"|Don[’']t miss|Plus|Also|Our|Exclusive)\b(?!.{0,40}\b(?:said|says|was|were|has|have|will)\b)|all rights reserved|newsletter"
        + @"|appeared first on|first appeared|cookies|javascript|\bpodcast\b|sign up|subscrib|read more|find out more|click here"
        + @"|here[’']s (?:what|how|why|everything)|what (?:you|to) (?:need|know|expect|watch)|everything (?:you|we) (?:need|know)"
        + @"|live (?:updates|blog|coverage)|follow live|as it happen|deals?:|\bcoupon|promo code|affiliate|commission\b.{0,20}\blinks"
        + @"|\b(?:getty|shutterstock|ap photo)\b|e-?mail (?:us|address)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Leftover();

    [GeneratedRegex(
        @"(?:…|\.\.\.|\[…?\]?|[,;:–—-])\W*$"
        + @"|\b(?:the|a|an|of|to|in|on|at|by|for|with|and|or|but|from|as|that|which|who|is|are|was|were|has|have|its|his|her|their)\W*$|^\W*\d+\W|…"
        + @"|\[\.\.\.\]|[{}©�]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Broken();

    [GeneratedRegex(@"\b(?:I|we|you|your|my|our|us|me|I[’']m|we[’']re|you[’']re|let[’']s)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Personal();

    [GeneratedRegex(@"“[^”]{0,400}”|""[^""]{0,400}""|‘[^’]{0,400}’(?!\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?:The|One|Another|Other|Both|Some)\s\p{Ll}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Definite();

    [GeneratedRegex(
        @"^(?:And|But|So|Then|Now|However|Still|Meanwhile|Instead|Also|Yet|Or|Because|Nor|Moreover|Additionally|Similarly|Therefore|Thus|There"
        + @"|Here|For example|For instance|In addition|As a result|At the same time|On the other hand|That said|At the time"
        + @"|In the (?:video|clip|footage|post|statement|letter|interview|report|photo|image)|According to (?:him|her|them))\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Connective();

    // Teasers that a feed strings together.
    [GeneratedRegex(@" \| | · | • | // |;.{3,200};", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Listing();

    // The subject of an article instead of the event.
    [GeneratedRegex(
        @"\b(?:(?:speaks?|spoke|talks?|talked) (?:to|with|about)|sits? down with|(?:guide|look|walk) (?:to|at|back|through|into)"
        + @"|(?:takes?|taking) a (?:closer )?look"
        + @"|(?:explains?|discuss(?:es)?|explores?|examines?|analy[sz]es|breaks? down|weighs? in|reflects? on|reports? from|describe|unpacks?"
        + @"|recaps?|rounds? up|reviews?)|(?:our|the) (?:correspondent|reporter|columnist|critic))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Teaser();

    [GeneratedRegex(@"[.!]['""”’)\]]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex EndsAsSentence();
}
