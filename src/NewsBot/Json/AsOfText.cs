using System.Globalization;

namespace NewsBot.Json;

/// <summary>What 'now' is, as people and programs write it.</summary>
internal static class AsOfText
{
    /// <summary>How it is written, for messages.</summary>
    public const string Example = "2023-05-31 or 2023-05-31T18:00Z";

    // The first and the last years have no hours before and after them, which a digest and a day need.
    private const int FirstYear = 1000;
    private const int LastYear = 9000;

    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>Reads a date, or an instant that is in UTC unless it says otherwise.</summary>
    public static bool TryRead(string text, out DateTimeOffset asOf) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out asOf)
        && asOf.Year is >= FirstYear and <= LastYear;
}
