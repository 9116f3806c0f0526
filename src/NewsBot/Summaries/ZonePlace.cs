namespace NewsBot.Summaries;

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
