namespace NewsBot.Core.Text;

/// <summary>The shape of a lexeme.</summary>
internal enum LexemeKind : byte
{
    /// <summary>A letter, then letters, digits and inner apostrophes.</summary>
    Word,

    /// <summary>Digits with separators of thousands and a decimal point.</summary>
    Number,

    /// <summary>One UTF-16 unit of anything else but white space.</summary>
    Symbol,
}
