using NewsBot.Core.Articles;

namespace NewsBot.Core.Text;

/// <summary>A word that begins a date or bends its meaning.</summary>
internal enum DateCue
{
    None,

    /// <summary>Last, previous.</summary>
    Last,

    /// <summary>Past: the stretch that ends at the reference.</summary>
    Past,

    /// <summary>'Next': the unit after the present one.</summary>
    Next,

    /// <summary>Coming, upcoming.</summary>
    Coming,

    /// <summary>'This': the unit that holds the reference.</summary>
    This,

    /// <summary>'Earlier', 'ago': before the reference.</summary>
    Earlier,

    /// <summary>'Later', 'from now': after the reference.</summary>
    Later,

    /// <summary>Early, late, mid: part of the span, no part of the meaning.</summary>
    Edge,

    /// <summary>In, within.</summary>
    In,

    /// <summary>A, an: one.</summary>
    Article,

    /// <summary>Several, few: a number that the text does not say.</summary>
    Vague,

    /// <summary>Noon, midnight.</summary>
    Noon,

    /// <summary>Q1; the other three follow.</summary>
    FirstQuarter,

    /// <summary>Q4, three after the first.</summary>
    FourthQuarter = FirstQuarter + 3,
}
