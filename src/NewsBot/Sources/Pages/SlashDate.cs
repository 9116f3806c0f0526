using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Pages;

/// <summary>Reads '02/06/2025' in the order of the page's language. In English it takes the country to tell: the United States write the month first.</summary>
/// <param name="language">The page's language tag; null when it names none.</param>
internal sealed partial class SlashDate(string? language)
{
    private static readonly string[] YearFirst = ["zh", "ja", "ko", "hu", "lt", "mn", "fa"];

    /// <summary>The text with such dates as '2025-06-02'; as it was where the order is not known, or the numbers tell it.</summary>
    public string Spelt(string text)
    {
        if (language is null || !text.Contains('/', StringComparison.Ordinal))
            return text;
        var parts = language.Split('-', '_');
        var name = parts[0].ToLowerInvariant();
        var country = parts.Length > 1 ? parts[^1].ToUpperInvariant() : "";
        if (name.Length is not (2 or 3) || YearFirst.Contains(name) || (name == "en" && country.Length != 2) || country is "CA" or "PH")
            return text;
        return Date().Replace(text, date => Ordered(date, isMonthFirst: country == "US"));
    }

    private static string Ordered(Match date, bool isMonthFirst)
    {
        var (first, second) = (Number(date.Groups["first"]), Number(date.Groups["second"]));
        var (day, month) = isMonthFirst ? (second, first) : (first, second);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? $"{date.Groups["year"].Value}-{month:00}-{day:00}" : date.Value;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/])(?<first>[0-9]{1,2})/(?<second>[0-9]{1,2})/(?<year>[0-9]{4})(?![\d/])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Date();
}
