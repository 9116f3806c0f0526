using Microsoft.Data.Sqlite;

namespace NewsBot.Storage.Sqlite;

/// <summary>Columns that may be empty, and instants: whole milliseconds since 1970, UTC.</summary>
internal static class SqliteColumns
{
    /// <summary>A text; null when there is none.</summary>
    public static string? NullableString(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A number; null when there is none.</summary>
    public static long? NullableInt64(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    /// <summary>An instant.</summary>
    public static DateTimeOffset Instant(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    /// <summary>The instant of a number of milliseconds.</summary>
    public static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>The instant of a number of milliseconds; null when there is none.</summary>
    public static DateTimeOffset? Instant(long? milliseconds) => milliseconds is { } given ? Instant(given) : null;

    /// <summary>The time of the clock to the millisecond, as the database gives it back.</summary>
    public static DateTimeOffset GetInstant(this TimeProvider time) => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
