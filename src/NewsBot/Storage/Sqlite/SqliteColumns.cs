using Microsoft.Data.Sqlite;

namespace NewsBot.Storage.Sqlite;

/// <summary>Columns that may hold nothing, and instants: whole milliseconds since 1970, UTC.</summary>
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

    /// <summary>What the clock says, to the millisecond, as it comes back out of the database.</summary>
    public static DateTimeOffset GetInstant(this TimeProvider time) => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
