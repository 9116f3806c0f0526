using NewsBot.Core.Articles;

namespace NewsBot.Sources.Feeds;

/// <summary>Reads the addresses of feeds as people and files write them.</summary>
internal static class FeedAddress
{
    private const string FeedScheme = "feed:";

    /// <summary>The absolute http or https address, without a fragment.</summary>
    /// <param name="given">'https://a.example/feed', 'feed://a.example/feed', 'feed:https://a.example/feed', or without any scheme, which means https.</param>
    /// <returns>Null when this is not an address, has a password in it, or is longer than <see cref="CanonicalUrl.MaxChars"/>.</returns>
    public static string? From(string given)
    {
        var text = given.Trim();
        if (text.Length is 0 or > CanonicalUrl.MaxChars || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return null;
        if (text.StartsWith(FeedScheme, StringComparison.OrdinalIgnoreCase))
            text = text[FeedScheme.Length..].TrimStart('/');
        var hasScheme = text.Contains("://", StringComparison.Ordinal);
        if (!hasScheme)
            text = $"https://{text}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.UserInfo.Length > 0
            || !(hasScheme || LooksLikeHost(uri))
            || CanonicalUrl.From(text) is null)
            return null;
        return uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
    }

    /// <summary>What may be shown of an address as a person gave it: without the name and the password before its host.</summary>
    public static string Shown(string given) =>
        given.Contains("://", StringComparison.Ordinal) ? CanonicalUrl.WithoutUser(given) : CanonicalUrl.WithoutUser($"https://{given}")["https://".Length..];

    // 'hello' alone is a word; as a host of an intranet it needs its scheme.
    private static bool LooksLikeHost(Uri uri) =>
        uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
        || (uri.HostNameType == UriHostNameType.Dns && (uri.IdnHost.Trim('.').Contains('.', StringComparison.Ordinal) || uri.IsLoopback));
}
