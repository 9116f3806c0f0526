using Words = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace NewsBot.Core.Text;

/// <summary>Words that show what kind of name a capitalised sequence is.</summary>
internal static class NameWords
{
    /// <summary>Capitalised at the start of a sentence only; never the first word of a name.</summary>
    public static readonly Words Starters = WordLists.Find("NameStarters");

    /// <summary>Small words inside a name, wherever they stand between two capitals.</summary>
    public static readonly Words Particles = WordLists.Find("NameParticles");

    /// <summary>Capitalised inside a sequence they begin a new one.</summary>
    public static readonly Words Breakers = WordLists.Find("NameBreakers");

    /// <summary>Their possessive is part of a name: 'Women's Health Organization'.</summary>
    public static readonly Words Owners = WordLists.Find("NameOwners");

    public static readonly Words PlaceHeads = WordLists.Find("NamePlaceHeads");

    /// <summary>Heads that 'of', 'for' and 'on' join to what follows.</summary>
    public static readonly Words Heads = WordLists.Find("NameHeads");

    /// <summary>Last words of bodies.</summary>
    public static readonly Words Bodies = WordLists.Find("NameBodies");

    /// <summary>Last words of places.</summary>
    public static readonly Words Places = WordLists.Find("NamePlaces");

    /// <summary>Last words of events.</summary>
    public static readonly Words Events = WordLists.Find("NameEvents");

    /// <summary>First words of events.</summary>
    public static readonly Words EventHeads = WordLists.Find("NameEventHeads");

    /// <summary>Verbs of a person, right before or behind the name.</summary>
    public static readonly Words Acts = WordLists.Find("NameActs");

    /// <summary>Behind a first name they end it.</summary>
    public static readonly Words Generations = WordLists.Find("NameGenerations");
}
