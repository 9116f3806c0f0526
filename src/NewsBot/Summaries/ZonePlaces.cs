using System.Reflection;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;
using NodaTime;
using NodaTime.TimeZones;

namespace NewsBot.Summaries;

/// <summary>Places and their time zones: the cities of cities.txt, their countries, and the places of the IANA database.</summary>
/// <remarks>Safe for concurrent use. A name that several places share finds all of them, and a person chooses.</remarks>
internal sealed partial class ZonePlaces
{
    private const int MostFound = 12;
    private const int LongestName = 64;
    private const int ShortestPrefix = 3;

    private readonly Dictionary<string, List<ZoneCity>> byName = new(StringComparer.Ordinal);
    private readonly List<string> names;

    /// <summary>Reads the table; a test checks that the database has the zones that it names.</summary>
    public ZonePlaces()
    {
        var table = ZoneCity.ReadTable();
        foreach (var city in table.Cities)
            Add(city.Keys.Append(city.Country).Append(city.UkrainianCountry), city);
        AddZones();
        names = [.. byName.Keys.Order(StringComparer.Ordinal)];
        Common = [.. table.Common.Select(name => PlaceOf(byName[Fold(name)][0]) with { IsExact = true })];
    }

    /// <summary>A few places that many people live near, from west to east.</summary>
    public IReadOnlyList<ZonePlace> Common { get; }

    /// <summary>The places that a text may mean: one that it names exactly, or several to choose from.</summary>
    public IReadOnlyList<ZonePlace> Find(string typed)
    {
        if (typed.Length > LongestName)
            return [];
        if (FindOffset(typed) is { } offset)
            return [offset];
        var zone = DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => string.Equals(id, typed.Trim(), StringComparison.OrdinalIgnoreCase));
        var name = Fold(typed);

        // 'Japan' and 'Singapore' are names of zones too; a person means the place.
        if (byName.TryGetValue(name, out var exact) && zone?.Contains('/') != true)
            return Places(exact, isExact: true);
        if (zone is not null)
            return [new ZonePlace(zone, zone, zone, IsExact: true)];

        // 'Kyiv, Ukraine' and 'Portland Oregon': the longest beginning that is a name, if the rest is the country or tells it apart.
        var near = NamesLike(name).SelectMany(found => byName[found]);
        return Places(near, isExact: false);
    }

    private IEnumerable<string> NamesLike(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = words.Length - 1; count > 0; count--)
        {
            if (byName.ContainsKey(string.Join(' ', words[..count])))
                yield return string.Join(' ', words[..count]);
        }

        if (name.Length < ShortestPrefix)
            yield break;
        var at = names.BinarySearch(name, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < names.Count && names[at].StartsWith(name, StringComparison.Ordinal); at++)
            yield return names[at];
    }

    private static List<ZonePlace> Places(IEnumerable<ZoneCity> cities, bool isExact)
    {
        var places = cities.Select(PlaceOf).DistinctBy(place => (place.Zone, place.Name)).ToList();

        // A country has many cities and a few zones: one city a zone is enough to choose from.
        if (places.Count > MostFound)
            places = [.. places.DistinctBy(place => place.Zone)];
        if (places.DistinctBy(place => place.Zone).Count() == 1)
            places = places[..1];
        return [.. places.Take(MostFound).Select(place => place with { IsExact = isExact })];
    }

    private static ZonePlace PlaceOf(ZoneCity city) => new(
        city.Zone,
        city.Country.Length > 0 ? $"{city.Name}, {city.Country}" : city.Name,
        city.Country.Length > 0 ? $"{city.UkrainianName}, {city.UkrainianCountry}" : city.Name,
        IsExact: false);

    /// <summary>The zone of 'UTC+2' or 'GMT-5', whose clocks never change. The database's names have the opposite signs.</summary>
    private static ZonePlace? FindOffset(string typed)
    {
        if (Offset().Match(typed.Trim()) is not { Success: true } match)
            return null;
        var hours = int.Parse(match.Groups[2].ValueSpan);
        var id = hours == 0 ? "Etc/UTC" : $"Etc/GMT{(match.Groups[1].Value == "+" ? '-' : '+')}{hours}";
        var name = hours == 0 ? "UTC" : $"UTC{match.Groups[1].Value}{hours}";
        return DateTimeZoneProviders.Tzdb.Ids.Contains(id) ? new ZonePlace(id, name, name, IsExact: true) : null;
    }

    /// <summary>Adds the database's places whose names the table does not have.</summary>
    private void AddZones()
    {
        foreach (var location in TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
        {
            var name = location.ZoneId[(location.ZoneId.LastIndexOf('/') + 1)..].Replace('_', ' ');
            var city = new ZoneCity(location.ZoneId, name, name, location.CountryName, location.CountryName, [name]);
            var isKnown = byName.ContainsKey(Fold(name));
            if (!isKnown)
                Add([name], city);
            if (!byName.TryGetValue(Fold(location.CountryName), out var country) || (!isKnown && country.TrueForAll(other => other.Zone != city.Zone)))
                Add([location.CountryName], city);
        }
    }

    private void Add(IEnumerable<string> keys, ZoneCity city)
    {
        foreach (var key in keys.Select(Fold).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (!byName.TryGetValue(key, out var cities))
                byName.Add(key, cities = []);
            cities.Add(city);
        }
    }

    /// <summary>Words without case, accents and marks, a space between.</summary>
    private static string Fold(string text)
    {
        Span<char> folded = stackalloc char[4 * LongestName];
        List<string> words = [];
        foreach (Match word in Word().Matches(text.Length > LongestName ? text[..LongestName] : text))
            words.Add(folded[..WordFolding.Fold(word.Value, folded)].ToString());
        return string.Join(' ', words.Where(word => word.Length > 0));
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}'’ʼ]+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:UTC|GMT)\s?([+-])\s?0?([0-9]{1,2})(?::?00)?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Offset();
}

/// <summary>A place and its time zone.</summary>
/// <param name="Zone">The IANA name.</param>
/// <param name="Name">The place in English, with its country where it is known: 'Kyiv, Ukraine'.</param>
/// <param name="UkrainianName">The same in Ukrainian; in English where that is not known.</param>
/// <param name="IsExact">Whether a person typed exactly its name.</param>
internal sealed record ZonePlace(string Zone, string Name, string UkrainianName, bool IsExact)
{
    /// <summary>The name in a language, by its two-letter code; in English where there is none.</summary>
    public string NameIn(string language) => language == "uk" ? UkrainianName : Name;
}

/// <summary>A city of cities.txt.</summary>
/// <param name="Zone">The IANA name.</param>
/// <param name="Name">In English; in brackets, what distinguishes it from others of the name.</param>
/// <param name="UkrainianName">The same in Ukrainian.</param>
/// <param name="Country">In English.</param>
/// <param name="UkrainianCountry">In Ukrainian.</param>
/// <param name="Keys">Its names, with and without the brackets.</param>
internal sealed record ZoneCity(string Zone, string Name, string UkrainianName, string Country, string UkrainianCountry, IReadOnlyList<string> Keys)
{
    /// <summary>The table.</summary>
    /// <returns>The cities offered as buttons, by name, and all cities.</returns>
    public static (IReadOnlyList<string> Common, IReadOnlyList<ZoneCity> Cities) ReadTable()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("NewsBot.Summaries.cities.txt")!;
        using var reader = new StreamReader(stream);
        IReadOnlyList<string> common = [];
        List<ZoneCity> cities = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var fields = line.Split('|');
            if (fields[0] == "*")
                common = fields[1].Split("; ");
            else
                cities.AddRange(fields[3].Split("; ").Select(entry => Read(entry.Split('='), fields)));
        }

        return (common, cities);
    }

    private static ZoneCity Read(string[] spellings, string[] fields) => new(
        fields[0], spellings[0], spellings[1], WithoutBrackets(fields[1]), fields[2], [.. spellings.SelectMany(name => new[] { name, WithoutBrackets(name) }).Distinct()]);

    private static string WithoutBrackets(string name) => name.Split(" (")[0];
}
