using System.Globalization;
using System.Net.Http.Headers;

namespace NewsBot.Sources.Fetching;

/// <summary>Reads what a reply's headers say of times; whatever makes no sense says nothing.</summary>
internal static class ReplyHeaders
{
    /// <summary>The longest time that a server is left alone because it says so.</summary>
    public static readonly TimeSpan LongestRetry = TimeSpan.FromDays(7);

    private static readonly TimeSpan LongestFreshness = TimeSpan.FromDays(30);
    private const int MaxValidatorChars = 1_000;

    /// <summary>When to ask again (RFC 9110, section 10.2.3): seconds or a date; a week from now at most, null for a time that is over.</summary>
    public static DateTimeOffset? RetryAt(HttpResponseMessage reply, DateTimeOffset now)
    {
        if (Text(reply.Headers, "Retry-After") is not { } text)
            return null;
        TimeSpan? wait = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestRetry.TotalSeconds))
            : Date(text) - now;
        return wait switch
        {
            { } known when known > LongestRetry => now + LongestRetry,
            { } known when known > TimeSpan.Zero => now + known,
            _ => null,
        };
    }

    /// <summary>For how long from now a reply is fresh (RFC 9111, section 4.2.1), 30 days at most; null when it does not say, or is not to be kept.</summary>
    public static TimeSpan? MaxAge(HttpResponseMessage reply, DateTimeOffset now)
    {
        // A header that cannot be read as a whole does not count.
        var control = CacheControlHeaderValue.TryParse(string.Join(", ", Texts(reply.Headers, "Cache-Control")), out var parsed) ? parsed : null;
        if (control is { NoStore: true } or { NoCache: true })
            return null;
        var fresh = control?.MaxAge is { } maxAge
            ? maxAge - (reply.Headers.Age ?? TimeSpan.Zero)
            : Text(reply.Content.Headers, "Expires") is { } expires ? Date(expires) - (reply.Headers.Date ?? now) : null;
        return fresh is { } known && known > TimeSpan.Zero ? TimeSpan.FromTicks(Math.Min(known.Ticks, LongestFreshness.Ticks)) : null;
    }

    /// <summary>The value of a header, to be sent back one day; null when there is none or it is too long for that.</summary>
    public static string? Validator(HttpHeaders headers, string name) =>
        Text(headers, name) is { Length: <= MaxValidatorChars } text ? text : null;

    /// <summary>The first value of a header, as it was sent, trimmed; null when there is none.</summary>
    public static string? Text(HttpHeaders headers, string name) => Texts(headers, name).FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> Texts(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values : Enumerable.Empty<string>();

    private static DateTimeOffset? Date(string text) =>
        RetryConditionHeaderValue.TryParse(text, out var parsed) ? parsed.Date : null;
}
