namespace NewsBot.Core.Text;

/// <summary>What a word or a phrase may name, as a set: 'Georgia' is a country, a state and a first name.</summary>
/// <remarks>
/// A question asks for one or more of these; a candidate answers it when the two sets meet. All 64 bits are taken: a new kind replaces another one,
/// or the set becomes wider than a number. <see cref="GazetteerKinds"/> names the sets that several readers share.
/// </remarks>
[Flags]
#pragma warning disable CA1714 // Singular reads as one kind at most uses; a set of kinds is still a kind of answer.
public enum GazetteerKind : ulong
#pragma warning restore CA1714
{
    /// <summary>Not in the gazetteer.</summary>
    None = 0,

    /// <summary>A sovereign or widely recognised state, and its aliases ('US', 'Britain').</summary>
    Country = 1UL << 0,

    /// <summary>A state of the United States, and the District of Columbia.</summary>
    UsState = 1UL << 1,

    /// <summary>A city or town.</summary>
    City = 1UL << 2,

    /// <summary>A national capital; always with City.</summary>
    Capital = 1UL << 3,

    /// <summary>A continent.</summary>
    Continent = 1UL << 4,

    /// <summary>Another place: Gaza, Crimea, the Middle East, Scotland, Ontario.</summary>
    Region = 1UL << 5,

    /// <summary>An island or a group of islands.</summary>
    Island = 1UL << 6,

    /// <summary>A demonym: 'French', 'Texan'.</summary>
    Nationality = 1UL << 7,

    /// <summary>An ocean, a sea, a gulf, a strait or a canal.</summary>
    Ocean = 1UL << 8,

    /// <summary>A river or a lake.</summary>
    River = 1UL << 9,

    /// <summary>A mountain, a range, a volcano or a desert.</summary>
    Mountain = 1UL << 10,

    /// <summary>A given name.</summary>
    FirstName = 1UL << 11,

    /// <summary>A family name that the news knows well.</summary>
    Surname = 1UL << 12,

    /// <summary>Any company or brand; the narrower kinds come with it.</summary>
    Company = 1UL << 13,

    /// <summary>A maker of cars or trucks.</summary>
    CarMaker = 1UL << 14,

    /// <summary>A technology company.</summary>
    TechCompany = 1UL << 15,

    /// <summary>An airline.</summary>
    Airline = 1UL << 16,

    /// <summary>A shop or a chain of shops.</summary>
    Retailer = 1UL << 17,

    /// <summary>A chain of restaurants or cafes.</summary>
    Restaurant = 1UL << 18,

    /// <summary>A bank or an investment firm.</summary>
    Bank = 1UL << 19,

    /// <summary>A streaming service or a film studio.</summary>
    StreamingService = 1UL << 20,

    /// <summary>A social network, a messenger or a video platform.</summary>
    SocialNetwork = 1UL << 21,

    /// <summary>A team of any sport; the leagues come with it.</summary>
    SportsTeam = 1UL << 22,

    /// <summary>A team of the National Football League.</summary>
    Nfl = 1UL << 23,

    /// <summary>A team of the NBA or the WNBA.</summary>
    Nba = 1UL << 24,

    /// <summary>A team of Major League Baseball.</summary>
    Mlb = 1UL << 25,

    /// <summary>A team of the National Hockey League.</summary>
    Nhl = 1UL << 26,

    /// <summary>A soccer club.</summary>
    Soccer = 1UL << 27,

    /// <summary>A newspaper, a broadcaster, a magazine or a news agency.</summary>
    Outlet = 1UL << 28,

    /// <summary>A university or a college.</summary>
    University = 1UL << 29,

    /// <summary>A government agency or an international body: FBI, NATO, EU.</summary>
    Agency = 1UL << 30,

    /// <summary>A political party or its members.</summary>
    PoliticalParty = 1UL << 31,

    /// <summary>A month of the year.</summary>
    Month = 1UL << 32,

    /// <summary>A day of the week.</summary>
    Weekday = 1UL << 33,

    /// <summary>A season of the year.</summary>
    Season = 1UL << 34,

    /// <summary>A holiday or a feast.</summary>
    Holiday = 1UL << 35,

    /// <summary>A sport or a game.</summary>
    Sport = 1UL << 36,

    /// <summary>An animal.</summary>
    Animal = 1UL << 37,

    /// <summary>Something to eat.</summary>
    Food = 1UL << 38,

    /// <summary>A fruit; always with Food.</summary>
    Fruit = 1UL << 39,

    /// <summary>Something to drink.</summary>
    Drink = 1UL << 40,

    /// <summary>A disease, a virus or a condition.</summary>
    Disease = 1UL << 41,

    /// <summary>A medicine, a vaccine or a narcotic.</summary>
    Drug = 1UL << 42,

    /// <summary>A colour.</summary>
    Colour = 1UL << 43,

    /// <summary>A language.</summary>
    Language = 1UL << 44,

    /// <summary>A religion, a denomination or its members.</summary>
    Religion = 1UL << 45,

    /// <summary>A metal or an alloy.</summary>
    Metal = 1UL << 46,

    /// <summary>A chemical element.</summary>
    Element = 1UL << 47,

    /// <summary>A planet, a moon or another body of the solar system.</summary>
    Planet = 1UL << 48,

    /// <summary>What a person does: 'senator', 'actor'.</summary>
    Occupation = 1UL << 49,

    /// <summary>A form of address before a name: 'Mr', 'Sen.'.</summary>
    Title = 1UL << 50,

    /// <summary>A genre of music.</summary>
    MusicGenre = 1UL << 51,

    /// <summary>A vehicle, a ship or an aircraft.</summary>
    Vehicle = 1UL << 52,

    /// <summary>A weapon.</summary>
    Weapon = 1UL << 53,

    /// <summary>A currency.</summary>
    Currency = 1UL << 54,

    /// <summary>A musical instrument.</summary>
    Instrument = 1UL << 55,

    /// <summary>Something to wear.</summary>
    Clothing = 1UL << 56,

    /// <summary>A part of the body.</summary>
    BodyPart = 1UL << 57,

    /// <summary>A school subject or a science.</summary>
    Subject = 1UL << 58,

    /// <summary>A prize or an award.</summary>
    Award = 1UL << 59,

    /// <summary>A relation: 'mother', 'cousin'.</summary>
    Family = 1UL << 60,

    /// <summary>A material or a fuel: 'oil', 'plastic', 'coal'.</summary>
    Material = 1UL << 61,

    /// <summary>A crime or a charge: 'murder', 'fraud'.</summary>
    Crime = 1UL << 62,

    /// <summary>A disaster or hard weather: 'earthquake', 'hurricane'.</summary>
    Disaster = 1UL << 63,
}
