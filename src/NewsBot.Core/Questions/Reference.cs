using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>A word of a question that refers to an earlier turn.</summary>
/// <param name="Kind">What it may stand for.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsFemale">Whether it says 'she' (true) or 'he' (false); null for the other kinds.</param>
/// <param name="IsPossessive">Whether it owns what follows: 'his son'.</param>
internal readonly record struct Reference(ReferenceKind Kind, TextSpan Span, bool? IsFemale = null, bool IsPossessive = false)
{
    /// <summary>The name as it goes into the word's place.</summary>
    public string Put(string name) => IsPossessive ? name + (name.EndsWith('s') ? "’" : "’s") : name;
}

/// <summary>The kinds of thing that a word like 'it' or 'there' may stand for.</summary>
internal enum ReferenceKind
{
    /// <summary>He, she.</summary>
    Person,

    /// <summary>They: several people or a body.</summary>
    Group,

    /// <summary>It, this, that.</summary>
    Thing,

    /// <summary>There: a place.</summary>
    Place,

    /// <summary>Then, that day.</summary>
    Time,
}
