namespace NewsBot.Core.Text;

/// <summary>What a UTF-16 unit can be to a word.</summary>
internal enum CharacterClass
{
    /// <summary>Never inside a word.</summary>
    Other,

    /// <summary>Goes on with a word that has begun: combining marks, soft hyphens, joiners.</summary>
    Mark,

    /// <summary>A letter of a script that writes words.</summary>
    Letter,

    /// <summary>A decimal digit of any script, super- and subscript ones too.</summary>
    Digit,

    /// <summary>A word by itself.</summary>
    Ideograph,

    /// <summary>Half of a code point past U+FFFF; only the pair has a meaning.</summary>
    Surrogate,

    /// <summary>An apostrophe, which joins what stands on both sides of it.</summary>
    Apostrophe,

    /// <summary>A full stop, which joins numbers and the letters of an acronym.</summary>
    Stop,

    /// <summary>A comma, which joins groups of three digits.</summary>
    Comma,
}
