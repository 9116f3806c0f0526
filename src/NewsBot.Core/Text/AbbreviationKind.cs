namespace NewsBot.Core.Text;

/// <summary>How a word before a full stop affects the stop.</summary>
internal enum AbbreviationKind
{
    /// <summary>An ordinary word: the stop ends a sentence.</summary>
    None,

    /// <summary>"Mr", "Gov", "vs": something always follows.</summary>
    Title,

    /// <summary>"No", "Fig": an abbreviation before a number only.</summary>
    Counter,

    /// <summary>"Inc", "U.S", "Jan": the sentence may end here; the next word tells.</summary>
    Ending,

    /// <summary>"a.m", "p.m": the sentence ends here unless a day or a time zone follows.</summary>
    Clock,

    /// <summary>One capital: mostly of a name.</summary>
    Initial,
}
