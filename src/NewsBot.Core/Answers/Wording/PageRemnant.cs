using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>Tells captions, credits and headings from the sentences of a report: between sentences, a model reads them as a part of these. English.</summary>
internal static partial class PageRemnant
{
    private const int MostHeadingWords = 12;

    /// <summary>Whether a sentence is a caption, the credit of a picture, or a teaser of another page.</summary>
    /// <param name="sentence">One sentence.</param>
    public static bool IsMatch(string sentence) =>
        Caption().IsMatch(sentence) || (MayHaveCredit(sentence) && Credit().IsMatch(sentence));

    private static bool MayHaveCredit(string sentence) =>
        sentence.AsSpan().ContainsAny('[', '(', '/') || sentence.Contains("via ", StringComparison.OrdinalIgnoreCase);

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

    private static bool BeginsLine(string body, int start) => body.AsSpan(0, start).TrimEnd(" \t") is [] or [.., '\n' or '\r'];

    private static bool EndsLine(string body, int end) => body.AsSpan(end).TrimStart(" \t") is ['\n' or '\r', ..];

    [GeneratedRegex(
        @"^(?:(?:photo(?:graph)?|image|picture|video|illustration|caption|credit|file photo)s?(?: (?:by|credit|caption|source))?\s?:"
        + @"|FILE\s*[-–—]|(?:Photo|Image|Picture|Illustration) by |Hide caption|Toggle caption|Image caption|Media caption|Read more|Watch:|Related:|Advertisement)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Caption();

    [GeneratedRegex(
        @"[\[(](?:AP Photo|Photo by|Photo:|Image:|Getty|Reuters/|AFP/|Pool Photo)[^\])]{0,120}[\])]\s*\.?$|(?:/|via )(?:Getty Images|AP|AFP|Reuters|Shutterstock)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Credit();
}
