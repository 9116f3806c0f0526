using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Core.Digests;
using NodaTime;
using NodaTime.Extensions;

namespace NewsBot.Summaries;

/// <summary>The calendar on NodaTime's copy of the IANA time zone database.</summary>
internal sealed class DigestCalendar(ZonePlaces places, IOptions<DigestOptions> options) : IDigestCalendar
{
    // A week without a chosen day there is not, and of two weeks no zone left out more than one day.
    private const int MostDays = 14;

    private static readonly Duration Tick = Duration.FromTicks(1);

    /// <inheritdoc/>
    public IReadOnlyList<ZonePlace> CommonPlaces => places.Common;

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public DigestDate? Due(Subscription subscription, DateTimeOffset now) => Next(subscription, now - TimeSpan.FromHours(options.Value.LateHours));

    /// <inheritdoc/>
    public bool Knows(string zone) => ZoneOf(zone) is not null;

    /// <inheritdoc/>
    public DateTime LocalTime(string zone, DateTimeOffset at) => ZoneOf(zone) is { } known
        ? at.ToInstant().InZone(known).ToDateTimeUnspecified()
        : throw new ArgumentException($"There is no time zone '{zone}'.", nameof(zone));

    /// <inheritdoc/>
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
