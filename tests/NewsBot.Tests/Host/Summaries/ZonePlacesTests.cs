using NewsBot.Summaries;
using NodaTime;

namespace NewsBot.Tests.Host.Summaries;

public sealed class ZonePlacesTests
{
    private static readonly ZonePlaces Places = new();

    [Fact]
    public void Every_city_of_the_table_has_a_zone_that_there_is()
    {
        var (common, cities) = ZoneCity.ReadTable();
        Assert.All(cities, city => Assert.Contains(city.Zone, DateTimeZoneProviders.Tzdb.Ids));
        Assert.All(cities, city => Assert.All(city.Keys, key => Assert.Equal(key, key.Trim())));
        Assert.Equal(common.Count, Places.Common.Count);
        Assert.All(Places.Common, place => Assert.True(place.IsExact));
    }

    [Theory]
    [InlineData("Kyiv", "Europe/Kyiv")]
    [InlineData("  kiev ", "Europe/Kyiv")]
    [InlineData("Київ", "Europe/Kyiv")]
    [InlineData("ЛЬВІВ", "Europe/Kyiv")]
    [InlineData("івано-франківськ", "Europe/Kyiv")]
    [InlineData("Munich", "Europe/Berlin")]
    [InlineData("München", "Europe/Berlin")]
    [InlineData("Munchen", "Europe/Berlin")]
    [InlineData("Düsseldorf", "Europe/Berlin")]
    [InlineData("san francisco", "America/Los_Angeles")]
    [InlineData("Sao Paulo", "America/Sao_Paulo")]
    [InlineData("Saint Petersburg", "Europe/Moscow")]
    [InlineData("St. John's", "America/St_Johns")]
    [InlineData("Beijing", "Asia/Shanghai")]
    [InlineData("Europe/Kyiv", "Europe/Kyiv")]
    [InlineData("asia/tokyo", "Asia/Tokyo")]
    [InlineData("Japan", "Asia/Tokyo")]
    [InlineData("Польща", "Europe/Warsaw")]
    [InlineData("Tórshavn", "Atlantic/Faroe")]
    [InlineData("Nuuk", "America/Nuuk")]
    [InlineData("UTC", "UTC")]
    [InlineData("UTC+2", "Etc/GMT-2")]
    [InlineData("gmt -5", "Etc/GMT+5")]
    public void One_place_of_the_name_is_found(string typed, string zone)
    {
        var place = Assert.Single(Places.Find(typed));
        Assert.Equal((zone, true), (place.Zone, place.IsExact));
    }

    [Theory]
    [InlineData("Portland", "America/Los_Angeles", "America/New_York")]
    [InlineData("London", "Europe/London", "America/Toronto")]
    [InlineData("Birmingham", "Europe/London", "America/Chicago")]
    [InlineData("San Jose", "America/Los_Angeles", "America/Costa_Rica")]
    [InlineData("Valencia", "Europe/Madrid", "America/Caracas")]
    [InlineData("Тріполі", "Asia/Beirut", "Africa/Tripoli")]
    [InlineData("Australia", "Australia/Sydney", "Australia/Perth")]
    [InlineData("Росія", "Europe/Moscow", "Asia/Vladivostok")]
    public void Places_of_one_name_are_all_offered(string typed, string one, string other)
    {
        var zones = Places.Find(typed).Select(place => place.Zone).ToList();
        Assert.InRange(zones.Count, 2, 12);
        Assert.Contains(one, zones);
        Assert.Contains(other, zones);
    }

    [Theory]
    [InlineData("Portland, Oregon", "America/Los_Angeles")]
    [InlineData("Kharkiv, Ukraine", "Europe/Kyiv")]
    [InlineData("Khark", "Europe/Kyiv")]
    [InlineData("Буенос", "America/Argentina/Buenos_Aires")]
    public void What_comes_near_is_offered_and_not_taken(string typed, string zone)
    {
        var found = Places.Find(typed);
        Assert.Contains(found, place => place.Zone == zone);
        Assert.True(found.Count > 1 || !found[0].IsExact || typed.Contains(','));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Atlantis")]
    [InlineData("q")]
    [InlineData("🙂")]
    [InlineData("UTC+25")]
    [InlineData("'; DROP TABLE subscriptions; --")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_place_finds_none(string typed) => Assert.Empty(Places.Find(typed));

    [Fact]
    public void Every_zone_of_the_world_is_found_by_its_name() =>
        Assert.All(DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/')), id => Assert.Equal(id, Assert.Single(Places.Find(id)).Zone, ignoreCase: true));

    [Fact]
    public void Names_are_in_the_language_of_the_person()
    {
        var place = Assert.Single(Places.Find("Lviv"));
        Assert.Equal(("Lviv, Ukraine", "Львів, Україна"), (place.NameIn("en"), place.NameIn("uk")));
    }
}
