using System.Net;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Feeds;

/// <summary>Makes the addresses in a feed's HTML absolute; the rest stays letter by letter.</summary>
internal static partial class MarkupAddresses
{
    /// <summary>The HTML with absolute addresses.</summary>
    /// <param name="html">As it came.</param>
    /// <param name="base">The base of its addresses; null when unknown: they stay as written then.</param>
    public static string MakeAbsolute(string html, string? @base) =>
        @base is null ? html : Tag().Replace(html, tag => Address().Replace(tag.Value, address => Resolve(address, @base)));

    private static string Resolve(Match address, string @base)
    {
        var written = WebUtility.HtmlDecode(address.Groups["value"].Value);
        return FeedUri.Resolve(@base, written) is { } resolved && resolved != written
            ? $"{address.Groups["name"].Value}\"{WebUtility.HtmlEncode(resolved)}\""
            : address.Value;
    }

    [GeneratedRegex("<[a-z][^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Tag();

    [GeneratedRegex(
        """(?<name>\s(?:href|src|cite|poster|longdesc|background|action)=)(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Address();
}
