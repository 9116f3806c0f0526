using NewsBot.Chats;
using NewsBot.Core.Digests;

namespace NewsBot.Summaries;

/// <summary>The clocks of the world: when a subscription is due, and which zone a place has.</summary>
/// <remarks>
/// A time that a change of the clocks skips is due at the first instant after it, a time that comes twice at the first. A day that a zone left out is never due.
/// </remarks>
internal interface IDigestCalendar
{
    /// <summary>The first date after the last one served that is due at or after <paramref name="now"/>; null when hour or zone are not chosen.</summary>
    DigestDate? Next(Subscription subscription, DateTimeOffset now);

    /// <summary>The same, but for a date that was missed and is not too late yet, which comes first.</summary>
    DigestDate? Due(Subscription subscription, DateTimeOffset now);

    /// <summary>Whether there is a zone with this IANA name.</summary>
    bool Knows(string zone);

    /// <summary>What the clocks of a zone show.</summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    DateTime LocalTime(string zone, DateTimeOffset at);

    /// <summary>A few places that many people live near, from west to east.</summary>
    IReadOnlyList<ZonePlace> CommonPlaces { get; }

    /// <summary>The places that a person may mean by what was typed: a city in English or Ukrainian, a country, an IANA name, 'UTC+2'.</summary>
    /// <returns>At most twelve, the likeliest first; empty when none is known.</returns>
    IReadOnlyList<ZonePlace> FindPlaces(string typed);
}
