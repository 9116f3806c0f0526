using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Core.Digests;
using NewsBot.Core.Questions;
using NewsBot.Summaries;

namespace NewsBot.Tests.Host.Summaries;

public sealed class DigestCalendarTests
{
    private static readonly DigestCalendar Calendar = new(new ZonePlaces(), Options.Create(new DigestOptions()));

    [Theory]
    [InlineData("Europe/Kyiv", "08:00", "2026-01-10T05:59Z", "2026-01-10", "2026-01-10T06:00Z")]
    [InlineData("Europe/Kyiv", "08:00", "2026-01-10T06:00Z", "2026-01-10", "2026-01-10T06:00Z")]
    [InlineData("Europe/Kyiv", "08:00", "2026-01-10T06:01Z", "2026-01-11", "2026-01-11T06:00Z")]
    [InlineData("Europe/Kyiv", "08:00", "2026-07-10T00:00Z", "2026-07-10", "2026-07-10T05:00Z")]
    [InlineData("Pacific/Auckland", "08:00", "2026-01-10T18:00Z", "2026-01-11", "2026-01-10T19:00Z")]
    [InlineData("Asia/Kathmandu", "00:00", "2026-01-10T18:00Z", "2026-01-11", "2026-01-10T18:15Z")]
    public void It_comes_at_the_hour_there(string zone, string at, string now, string date, string due) => AssertNext(Due(zone, at), now, date, due);

    // Kyiv skips 03:00 to 04:00 on 29 March 2026; Lord Howe skips half an hour; Cairo and Beirut skip the first hour of a day.
    [Theory]
    [InlineData("Europe/Kyiv", "03:30", "2026-03-28T12:00Z", "2026-03-29", "2026-03-29T01:00Z")]
    [InlineData("Europe/Kyiv", "04:00", "2026-03-28T12:00Z", "2026-03-29", "2026-03-29T01:00Z")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-03T00:00Z", "2026-10-04", "2026-10-03T15:30Z")]
    [InlineData("Africa/Cairo", "00:30", "2026-04-23T12:00Z", "2026-04-24", "2026-04-23T22:00Z")]
    [InlineData("America/Scoresbysund", "23:30", "2026-03-28T12:00Z", "2026-03-28", "2026-03-29T01:00Z")]
    public void A_time_that_the_clocks_skip_is_due_when_they_go_on(string zone, string at, string now, string date, string due) => AssertNext(Due(zone, at), now, date, due);

    [Theory]
    [InlineData("Europe/Kyiv", "03:30", "2026-10-24T12:00Z", "2026-10-25", "2026-10-25T00:30Z")]
    [InlineData("America/New_York", "01:30", "2026-10-31T12:00Z", "2026-11-01", "2026-11-01T05:30Z")]
    public void A_time_that_comes_twice_is_due_the_first_time(string zone, string at, string now, string date, string due)
    {
        AssertNext(Due(zone, at), now, date, due);
        var served = Due(zone, at) with { LastDate = DateOnly.Parse(date) };
        Assert.Equal(DateOnly.Parse(date).AddDays(1), Calendar.Next(served, Instant(due).AddMinutes(1))!.Value.Date);
    }

    [Fact]
    public void A_day_that_a_zone_left_out_is_never_due()
    {
        // Samoa went from 29 to 31 December 2011.
        var next = Calendar.Next(Due("Pacific/Apia", "08:00") with { LastDate = new DateOnly(2011, 12, 29) }, Instant("2011-12-30T00:00Z"))!.Value;
        Assert.Equal((new DateOnly(2011, 12, 31), Instant("2011-12-30T18:00Z")), (next.Date, next.At));
    }

    [Fact]
    public void Only_chosen_days_are_due()
    {
        var mondays = Due("Europe/Kyiv", "08:00") with { Days = DigestDays.Monday };
        AssertNext(mondays, "2026-01-07T12:00Z", "2026-01-12", "2026-01-12T06:00Z");
        AssertNext(mondays with { LastDate = new DateOnly(2026, 1, 12) }, "2026-01-12T04:00Z", "2026-01-19", "2026-01-19T06:00Z");
    }

    [Fact]
    public void A_date_that_was_served_is_not_due_again_by_another_hour_or_zone()
    {
        var served = Due("Pacific/Auckland", "08:00") with { LastDate = new DateOnly(2026, 1, 11) };
        AssertNext(served with { At = new TimeOnly(9, 0) }, "2026-01-10T19:05Z", "2026-01-12", "2026-01-11T20:00Z");

        // In Honolulu it is the day before still, and the 11th was had in Auckland.
        AssertNext(served with { Zone = "Pacific/Honolulu" }, "2026-01-10T19:05Z", "2026-01-12", "2026-01-12T18:00Z");
    }

    [Theory]
    [InlineData("2026-01-10T07:00Z", "2026-01-10")]
    [InlineData("2026-01-10T09:00Z", "2026-01-10")]
    [InlineData("2026-01-10T09:01Z", "2026-01-11")]
    public void What_was_missed_is_due_for_three_hours(string now, string date) =>
        Assert.Equal(DateOnly.Parse(date), Calendar.Due(Due("Europe/Kyiv", "08:00"), Instant(now))!.Value.Date);

    [Fact]
    public void Without_hour_or_zone_nothing_is_due()
    {
        Assert.Null(Calendar.Next(Due("Europe/Kyiv", "08:00") with { At = null }, Instant("2026-01-10T07:00Z")));
        Assert.Null(Calendar.Next(Due("Europe/Kyiv", "08:00") with { Zone = null }, Instant("2026-01-10T07:00Z")));
        Assert.Null(Calendar.Next(Due("Europe/Atlantis", "08:00"), Instant("2026-01-10T07:00Z")));
        Assert.False(Calendar.Knows("Europe/Atlantis"));
        Assert.Throws<ArgumentException>(() => Calendar.LocalTime("Europe/Atlantis", Instant("2026-01-10T07:00Z")));
    }

    private static Subscription Due(string zone, string at) => new(new Place(1, null)) { State = SubscriptionState.Active, Zone = zone, At = TimeOnly.Parse(at) };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text);

    private static void AssertNext(Subscription subscription, string now, string date, string due) =>
        Assert.Equal(new DigestDate(DateOnly.Parse(date), Instant(due)), Calendar.Next(subscription, Instant(now)));
}
