namespace NewsBot.Sources.Feeds;

/// <summary>Decides when to try a page again that could not be fetched.</summary>
internal static class PageSchedule
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), TimeSpan.FromHours(12), TimeSpan.FromDays(2)];

    /// <summary>How often a page is asked for at most, even when its item changes: some feeds change their teasers all the time.</summary>
    public const int MaxTries = 20;

    /// <summary>When a page is due again whose fetch began and never ended.</summary>
    /// <param name="tries">How often it was tried, this time included; 1 or more.</param>
    /// <param name="at">When it was begun.</param>
    public static DateTimeOffset Again(int tries, DateTimeOffset at) => at + Waits[Math.Min(tries, Waits.Length) - 1];

    /// <summary>When to try again; null when it was tried often enough.</summary>
    /// <param name="tries">How often it was tried, this time included; 1 or more.</param>
    /// <param name="at">When it was tried last.</param>
    /// <param name="retryAt">The time before which the server does not want to be asked again; null when it does not say.</param>
    public static DateTimeOffset? Next(int tries, DateTimeOffset at, DateTimeOffset? retryAt)
    {
        if (tries > Waits.Length)
            return null;
        var due = at + Waits[tries - 1];
        return retryAt > due ? retryAt : due;
    }
}
