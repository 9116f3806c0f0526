namespace NewsBot.Core.Text;

/// <summary>The role of a word in a date or a quantity; the meaning of <see cref="Lexeme.Value"/> follows it.</summary>
internal enum WordClass : byte
{
    /// <summary>No part in either.</summary>
    None,

    /// <summary>A cardinal from zero to nineteen; the value.</summary>
    Cardinal,

    /// <summary>Twenty, thirty, …, ninety; the value.</summary>
    Tens,

    /// <summary>Hundred; 100.</summary>
    Hundred,

    /// <summary>Thousand and up, dozen; the factor.</summary>
    Scale,

    /// <summary>First, second, …; the value.</summary>
    Ordinal,

    /// <summary>Half, quarter; the part.</summary>
    Part,

    /// <summary>A month's full name or one that is safe; 1 to 12.</summary>
    Month,

    /// <summary>A month's abbreviation; 1 to 12.</summary>
    ShortMonth,

    /// <summary>A weekday's name; 0 for Monday.</summary>
    Weekday,

    /// <summary>A weekday's abbreviation; 0 for Monday.</summary>
    ShortWeekday,

    /// <summary>A season; its first month.</summary>
    Season,

    /// <summary>A unit of time; its <see cref="TimeUnit"/>.</summary>
    Time,

    /// <summary>Today, yesterday, tomorrow, tonight; days from the reference.</summary>
    Day,

    /// <summary>Morning, afternoon, evening, night.</summary>
    DayPart,

    /// <summary>A word that begins or bends a date; its <see cref="DateCue"/>.</summary>
    Cue,
}
