namespace NewsBot.Benchmarks;

/// <summary>What came of driving the clock.</summary>
internal sealed record ClockResult
{
    public int Subscribers { get; init; }

    /// <summary>Ends of the process in the middle of its work.</summary>
    public int Kills { get; init; }

    /// <summary>Times that the process was down for minutes to hours.</summary>
    public int Restarts { get; init; }

    /// <summary>Subscribers who changed zone and hour on the way.</summary>
    public int Movers { get; init; }

    /// <summary>Digests sent.</summary>
    public int Sent { get; set; }

    /// <summary>Dates of those who stayed that were due while the process ran, or not too long before it did again.</summary>
    public int Expected { get; set; }

    /// <summary>Of the expected, those not sent.</summary>
    public int Missing { get; set; }

    /// <summary>Sent though not expected.</summary>
    public int Unexpected { get; set; }

    /// <summary>Dates sent again.</summary>
    public int Twice { get; set; }

    /// <summary>Digests with a date not after the one before.</summary>
    public int OutOfOrder { get; set; }

    /// <summary>Dates left out since the process was down too long.</summary>
    public int TooLate { get; set; }
}
