using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Feeds;

/// <summary>The shortest and the longest time between two fetches of a feed.</summary>
/// <param name="Shortest">Always kept.</param>
/// <param name="Longest">Kept whatever the feed asks for, except that chance adds up to a tenth and that a server may name a later time to retry.</param>
internal sealed record PollLimits(TimeSpan Shortest, TimeSpan Longest)
{
    /// <summary>The limits that the settings give.</summary>
    public static PollLimits Of(SourceOptions options) => new(TimeSpan.FromMinutes(options.MinPollMinutes), TimeSpan.FromHours(options.MaxPollHours));
}
