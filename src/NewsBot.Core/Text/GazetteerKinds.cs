namespace NewsBot.Core.Text;

/// <summary>Named sets of gazetteer kinds, so that each reader says by name which places or bodies it means.</summary>
internal static class GazetteerKinds
{
    /// <summary>Places with a government or people of their own: countries, states, cities, continents and regions.</summary>
    public const GazetteerKind Lands =
        GazetteerKind.Country | GazetteerKind.UsState | GazetteerKind.City | GazetteerKind.Continent | GazetteerKind.Region;

    /// <summary>Every place on Earth: lands, islands, waters and mountains. The answers to 'where'.</summary>
    public const GazetteerKind Places =
        Lands | GazetteerKind.Island | GazetteerKind.Ocean | GazetteerKind.River | GazetteerKind.Mountain;

    /// <summary>Everything that is written as a place name; planets are written so too, but answer no 'where'.</summary>
    public const GazetteerKind PlacesAndPlanets = Places | GazetteerKind.Planet;

    /// <summary>Organisations whose names the gazetteer lists: companies, teams, outlets, universities, agencies and parties.</summary>
    public const GazetteerKind Bodies =
        GazetteerKind.Company | GazetteerKind.SportsTeam | GazetteerKind.Outlet | GazetteerKind.University | GazetteerKind.Agency | GazetteerKind.PoliticalParty;

    /// <summary>The answers to 'which organisation': a network or a streaming service is one, even where it is not listed as a company.</summary>
    public const GazetteerKind BodiesAndPlatforms = Bodies | GazetteerKind.SocialNetwork | GazetteerKind.StreamingService;

    /// <summary>Bodies that act as 'it' or 'they' in a conversation: countries count, outlets and universities do not.</summary>
    public const GazetteerKind Actors =
        GazetteerKind.Country | GazetteerKind.Company | GazetteerKind.Agency | GazetteerKind.SportsTeam | GazetteerKind.PoliticalParty;

    /// <summary>Whether two sets have a kind in common.</summary>
    public static bool HasAny(this GazetteerKind kind, GazetteerKind others) => (kind & others) != GazetteerKind.None;
}
