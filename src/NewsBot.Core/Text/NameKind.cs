namespace NewsBot.Core.Text;

/// <summary>The kind of thing that a name in a text stands for, judged by its words and neighbours.</summary>
public enum NameKind
{
    /// <summary>A name of unknown kind: a brand, a product, a surname alone.</summary>
    Other,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A country, a city or another place.</summary>
    Place,

    /// <summary>A company, a team, a party, an agency or another body.</summary>
    Organisation,

    /// <summary>A film, a book, a song or another titled work.</summary>
    Work,

    /// <summary>A people or their adjective: 'French'.</summary>
    Nationality,

    /// <summary>A named event: 'World Cup', 'Hurricane Ian'.</summary>
    Event,
}
