using System.Reflection;

namespace NewsBot.Summaries;

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
