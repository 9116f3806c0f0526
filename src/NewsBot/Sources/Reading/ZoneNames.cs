namespace NewsBot.Sources.Reading;

/// <summary>Names of time zones as feeds abbreviate them; of those that mean several, the one that news uses most.</summary>
internal static class ZoneNames
{
    private const int MaxPlaceChars = 40;

    private static readonly Dictionary<string, double> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AT"] = -4,
        ["ADT"] = -3,
        ["AST"] = -4,
        ["NST"] = -3.5,
        ["NDT"] = -2.5,
        ["ET"] = -5,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CT"] = -6,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MT"] = -7,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PT"] = -8,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
        ["BRT"] = -3,
        ["BRST"] = -2,
        ["ART"] = -3,
        ["CLT"] = -4,
        ["WET"] = 0,
        ["WEST"] = 1,
        ["BST"] = 1,
        ["CET"] = 1,
        ["MET"] = 1,
        ["MEZ"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["CAT"] = 2,
        ["SAST"] = 2,
        ["EAT"] = 3,
        ["MSK"] = 3,
        ["MSD"] = 4,
        ["TRT"] = 3,
        ["IDT"] = 3,
        ["GST"] = 4,
        ["PKT"] = 5,
        ["IST"] = 5.5,
        ["NPT"] = 5.75,
        ["BDT"] = 6,
        ["ICT"] = 7,
        ["WIB"] = 7,
        ["HKT"] = 8,
        ["SGT"] = 8,
        ["AWST"] = 8,
        ["MYT"] = 8,
        ["PHT"] = 8,
        ["WITA"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["WIT"] = 9,
        ["ACST"] = 9.5,
        ["ACDT"] = 10.5,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["МСК"] = 3,
    };

    // Cities that were renamed, for systems that know the other name only.
    private static readonly (string Name, string Other)[] Renamed = [("Europe/Kyiv", "Europe/Kiev"), ("Asia/Kolkata", "Asia/Calcutta"), ("Asia/Yangon", "Asia/Rangoon")];

    /// <summary>The offset that a zone of the IANA data has at a local time: 'Europe/Kyiv'; null when the name is none.</summary>
    public static TimeSpan? OfPlace(ReadOnlySpan<char> name, DateTime local)
    {
        if (!name.Contains('/') || name.Length > MaxPlaceChars)
            return null;
        var place = name.ToString();
        var other = Array.Find(Renamed, pair => pair.Name.Equals(place, StringComparison.OrdinalIgnoreCase)).Other;
        return TimeZoneInfo.TryFindSystemTimeZoneById(place, out var zone) || (other is not null && TimeZoneInfo.TryFindSystemTimeZoneById(other, out zone))
            ? zone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified))
            : null;
    }

    /// <summary>The offset from UTC; null for an unknown name. A single letter is a military zone as RFC 822 writes it.</summary>
    public static TimeSpan? Offset(ReadOnlySpan<char> name)
    {
        if (name.Length == 1 && char.IsAsciiLetter(name[0]))
        {
            // RFC 822 has their signs the wrong way round, and whoever writes them follows it.
            var letter = char.ToUpperInvariant(name[0]);
            return letter switch
            {
                >= 'A' and <= 'I' => TimeSpan.FromHours(-(letter - 'A' + 1)),
                >= 'K' and <= 'M' => TimeSpan.FromHours(-(letter - 'A')),
                >= 'N' and <= 'Y' => TimeSpan.FromHours(letter - 'N' + 1),
                'Z' => TimeSpan.Zero,
                _ => null,
            };
        }

        return Hours.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var hours) ? TimeSpan.FromHours(hours) : null;
    }
}
