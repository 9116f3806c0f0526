namespace NewsBot.Core.Questions;

/// <summary>What a word that stands for something said before may stand for.</summary>
internal enum ReferenceKind
{
    /// <summary>He, she.</summary>
    Person,

    /// <summary>They.</summary>
    Group,

    /// <summary>It, this, that.</summary>
    Thing,

    /// <summary>There.</summary>
    Place,

    /// <summary>Then, that day.</summary>
    Time,
}
