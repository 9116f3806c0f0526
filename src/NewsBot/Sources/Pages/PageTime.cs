using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Pages;

/// <summary>Reads the times that pages give, in the forms that only pages use as well.</summary>
internal static partial class PageTime
{
    private const int MaxChars = 100;

    // Before the web there were no pages.
    private const int FirstYear = 1990;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>UTC; without a time midnight, without a zone UTC; null for anything that is no time.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || text.Length > MaxChars)
            return null;
        var line = PageTitle.OneLine(text);
        if (PublishedTime.Parse(line) is { } time)
            return time;
        var compact = Compact().Match(line);
        if (compact.Success)
            return PublishedTime.Parse($"{compact.Groups["year"].Value}-{compact.Groups["month"].Value}-{compact.Groups["day"].Value}{compact.Groups["rest"].Value}");
        var written = Written().Match(line);
        return written.Success ? FromWritten(written) : null;
    }

    /// <summary>The day in an address like '/2024/05/01/'; null when there is none.</summary>
    public static DateTimeOffset? OfUrl(string? url)
    {
        var match = UrlDay().Match(url is { Length: <= CanonicalUrl.MaxChars } ? url : "");
        return match.Success ? PublishedTime.Parse($"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}") is { Year: >= FirstYear } day ? day : null : null;
    }

    private static DateTimeOffset? FromWritten(Match match)
    {
        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        var hour = match.Groups["hour"].Success ? int.Parse(match.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Success)
            hour = (hour % 12) + (match.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        var minute = match.Groups["minute"].Success ? match.Groups["minute"].Value : "00";
        return PublishedTime.Parse($"{match.Groups["year"].Value}-{month:00}-{match.Groups["day"].Value} {hour:00}:{minute} {match.Groups["zone"].Value}".Trim());
    }

    // '2024/05/01 10:00', '20240501', '20240501T100000Z' without its time.
    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)[/.]?(?<month>\d\d)[/.]?(?<day>\d\d)(?<rest>[ T]\d\d:.*)?(?:T\d{4,6}Z?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Compact();

    // 'May 1, 2024 at 4:07 pm EDT', 'Wed, May 1st, 2024'
    [GeneratedRegex(
        @"^(?:[A-Za-z]{3,9},?\s+)?(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?:,?\s+(?:at\s+)?(?<hour>\d{1,2}):(?<minute>\d\d)(?::\d\d)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>[A-Z]{2,4})?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Written();

    [GeneratedRegex(@"/(?<year>(?:19|20)\d\d)[/-]?(?<month>\d\d)[/-]?(?<day>\d\d)(?=[/-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex UrlDay();
}
