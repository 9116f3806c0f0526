namespace NewsBot.Core.Questions;

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
