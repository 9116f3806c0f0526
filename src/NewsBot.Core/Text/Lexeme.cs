namespace NewsBot.Core.Text;

/// <summary>A word, a number or a sign as dates and quantities are read from it.</summary>
/// <param name="Start">Offset of the first unit.</param>
/// <param name="End">Offset past the last unit.</param>
/// <param name="Kind">Its shape.</param>
/// <param name="Class">What the word does; <see cref="WordClass.None"/> for numbers and signs.</param>
/// <param name="Value">A number's value, or what <see cref="WordClass"/> says; 0 otherwise.</param>
internal readonly record struct Lexeme(int Start, int End, LexemeKind Kind, WordClass Class, double Value)
{
    /// <summary>Length in UTF-16 units.</summary>
    public int Length => End - Start;

    public bool IsNumber => Kind == LexemeKind.Number;

    public bool IsWord => Kind == LexemeKind.Word;
}

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
