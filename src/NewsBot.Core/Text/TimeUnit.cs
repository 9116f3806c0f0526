namespace NewsBot.Core.Text;

/// <summary>A unit of time, from short to long.</summary>
internal enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,

    /// <summary>Two weeks.</summary>
    Fortnight,

    /// <summary>Saturday and Sunday.</summary>
    Weekend,
    Month,

    /// <summary>Three months.</summary>
    Quarter,
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>A hundred years.</summary>
    Century,
}
