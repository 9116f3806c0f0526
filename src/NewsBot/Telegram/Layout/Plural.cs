namespace NewsBot.Telegram.Layout;

/// <summary>The form of a noun after a number.</summary>
internal static class Plural
{
    /// <summary>English: one, and any other number.</summary>
    public static string English(long count, string one, string other) => $"{count:N0} {(count == 1 ? one : other)}";

    /// <summary>Ukrainian: 1, 21, …; 2 to 4, 22 to 24, …; any other number.</summary>
    /// <remarks>Unicode CLDR, plural rules of 'uk'. Thousands are parted by a no-break space.</remarks>
    public static string Ukrainian(long count, string one, string few, string many)
    {
        var (unit, teen) = (count % 10, count % 100 is >= 11 and <= 14);
        var form = unit == 1 && !teen ? one : unit is >= 2 and <= 4 && !teen ? few : many;
        return $"{count:N0}".Replace(',', '\u00a0') + " " + form;
    }
}
