namespace NewsBot.Sources.Fetching;

/// <summary>How often a feed may be fetched, and how seldom.</summary>
/// <param name="Shortest">Between two fetches of a feed, always.</param>
/// <param name="Longest">Between two fetches of a feed, whatever it asks for; a tenth more by chance, and a time to retry that a server names may lie beyond it.</param>
internal sealed record PollLimits(TimeSpan Shortest, TimeSpan Longest);
