namespace NewsBot.Storage;

/// <summary>Instants: whole milliseconds since 1970, UTC.</summary>
internal static class StoredInstant
{
    /// <summary>The instant of a number of milliseconds.</summary>
    public static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>The instant of a number of milliseconds; null when there is none.</summary>
    public static DateTimeOffset? Instant(long? milliseconds) => milliseconds is { } given ? Instant(given) : null;

    /// <summary>The time of the clock to the millisecond, as the database gives it back.</summary>
    public static DateTimeOffset GetInstant(this TimeProvider time) => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
