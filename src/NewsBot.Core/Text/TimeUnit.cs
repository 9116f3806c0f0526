namespace NewsBot.Core.Text;

/// <summary>A unit of time, from short to long.</summary>
internal enum TimeUnit
{
    /// <summary>Second.</summary>
    Second,

    /// <summary>Minute.</summary>
    Minute,

    /// <summary>Hour.</summary>
    Hour,

    /// <summary>Day.</summary>
    Day,

    /// <summary>Week.</summary>
    Week,

    /// <summary>Two weeks.</summary>
    Fortnight,

    /// <summary>Saturday and Sunday.</summary>
    Weekend,

    /// <summary>Month.</summary>
    Month,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>Year.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>A hundred years.</summary>
    Century,
}
