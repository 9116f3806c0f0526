using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Core.Digests;
using NodaTime;
using NodaTime.Extensions;

namespace NewsBot.Summaries;

/// <summary>The clocks of the world: when a subscription is due, and which zone a place has; on NodaTime's copy of the IANA time zone database.</summary>
/// <remarks>A time that a change of the clocks skips is due at the first instant after it, a time that comes twice at the first. A day that a zone left out is never due.</remarks>
internal sealed class DigestCalendar(ZonePlaces places, IOptions<DigestOptions> options)
{
    // Each week has a chosen day, and no zone left out more than one day in two weeks.
    private const int MostDays = 14;

    private static readonly Duration Tick = Duration.FromTicks(1);

    /// <summary>A few places that many people live near, from west to east.</summary>
    public IReadOnlyList<ZonePlace> CommonPlaces => places.Common;

    /// <summary>The first date after the last one served that is due at or after <paramref name="now"/>; null when hour or zone are not chosen.</summary>
    public DigestDate? Next(Subscription subscription, DateTimeOffset now)
    {
        if (subscription.At is not { } at || ZoneOf(subscription.Zone) is not { } zone)
            return null;
        var time = new LocalTime(at.Hour, at.Minute);
        var from = now.ToInstant();

        // A digest that is due now may be dated yesterday: a time skipped at midnight.
        var date = from.InZone(zone).Date.PlusDays(-1);
        if (subscription.LastDate is { } last && last.ToLocalDate() >= date)
            date = last.ToLocalDate().PlusDays(1);
        for (var i = 0; i < MostDays; i++, date = date.PlusDays(1))
        {
            if (Has(subscription.Days, date.DayOfWeek) && InstantOf(zone, date + time) is { } due && due >= from)
                return new DigestDate(date.ToDateOnly(), due.ToDateTimeOffset());
        }

        return null;
    }

    /// <summary>The same, except that a date that was missed and is not too late yet comes first.</summary>
    public DigestDate? Due(Subscription subscription, DateTimeOffset now) => Next(subscription, now - TimeSpan.FromHours(options.Value.LateHours));

    /// <summary>Whether there is a zone with this IANA name.</summary>
    public bool Knows(string zone) => ZoneOf(zone) is not null;

    /// <summary>What the clocks of a zone show.</summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public DateTime LocalTime(string zone, DateTimeOffset at) => ZoneOf(zone) is { } known
        ? at.ToInstant().InZone(known).ToDateTimeUnspecified()
        : throw new ArgumentException($"There is no time zone '{zone}'.", nameof(zone));

    /// <summary>The places that a person may mean: a city in English or Ukrainian, a country, an IANA name, 'UTC+2'.</summary>
    /// <returns>At most twelve, the likeliest first; empty when none is known.</returns>
    public IReadOnlyList<ZonePlace> FindPlaces(string typed) => places.Find(typed);

    private static DateTimeZone? ZoneOf(string? zone) => zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);

    private static bool Has(DigestDays days, IsoDayOfWeek day) => ((int)days & (1 << (int)day.ToDayOfWeek())) != 0;

    /// <summary>When clocks first show this time or a later one of the same gap; null when the zone left the whole day out.</summary>
    private static Instant? InstantOf(DateTimeZone zone, LocalDateTime local)
    {
        var map = zone.MapLocal(local);
        if (map.Count > 0)
            return map.First().ToInstant();
        var after = map.LateInterval.Start;
        var isDayLeftOut = (after - Tick).InZone(zone).Date < local.Date && after.InZone(zone).Date > local.Date;
        return isDayLeftOut ? null : after;
    }
}
