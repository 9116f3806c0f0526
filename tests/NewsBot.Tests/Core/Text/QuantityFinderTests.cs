using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class QuantityFinderTests
{
    [Theory]
    [InlineData("It cost $6.6 billion.", "$6.6 billion", 6.6e9, QuantityKind.Money, "USD")]
    [InlineData("It cost €5m.", "€5m", 5e6, QuantityKind.Money, "EUR")]
    [InlineData("It cost £3.", "£3", 3, QuantityKind.Money, "GBP")]
    [InlineData("It cost five dollars.", "five dollars", 5, QuantityKind.Money, "USD")]
    [InlineData("It cost 300 euros.", "300 euros", 300, QuantityKind.Money, "EUR")]
    [InlineData("Він коштує 5 мільйонів гривень.", "5 мільйонів", 5e6, QuantityKind.Count, null)]
    [InlineData("Er kostet 5 Mio Kronen.", "5 Mio", 5e6, QuantityKind.Count, null)]
    [InlineData("It cost A$40.", "A$40", 40, QuantityKind.Money, "AUD")]
    [InlineData("Some 19 people came.", "19", 19, QuantityKind.Count, "people")]
    [InlineData("Over 1,000 daily flights left.", "1,000", 1000, QuantityKind.Count, "flight")]
    [InlineData("There were twelve puppies.", "twelve", 12, QuantityKind.Count, "puppy")]
    [InlineData("There were twenty-one ships.", "twenty-one", 21, QuantityKind.Count, "ship")]
    [InlineData("They bought two dozen eggs.", "two dozen", 24, QuantityKind.Count, "egg")]
    [InlineData("About a hundred men left.", "a hundred", 100, QuantityKind.Count, "man")]
    [InlineData("About half a million voters left.", "half a million", 500_000, QuantityKind.Count, "voter")]
    [InlineData("About three hundred and five cows left.", "three hundred and five", 305, QuantityKind.Count, "cow")]
    [InlineData("About two and a half million cows left.", "two and a half million", 2.5e6, QuantityKind.Count, "cow")]
    [InlineData("Nearly a third of them left.", "a third", 33.333333, QuantityKind.Percent, "percent")]
    [InlineData("Two-thirds of them left.", "Two-thirds", 66.666667, QuantityKind.Percent, "percent")]
    [InlineData("One in five left.", "One in five", 20, QuantityKind.Percent, "percent")]
    [InlineData("Nine out of 10 left.", "Nine out of 10", 90, QuantityKind.Percent, "percent")]
    [InlineData("It rose 18%.", "18%", 18, QuantityKind.Percent, "percent")]
    [InlineData("It rose 0.4 percent.", "0.4 percent", 0.4, QuantityKind.Percent, "percent")]
    [InlineData("It is 12 miles long.", "12 miles", 12, QuantityKind.Length, "mile")]
    [InlineData("A 6-foot fence.", "6-foot", 6, QuantityKind.Length, "foot")]
    [InlineData("It burned 40 square miles.", "40 square miles", 40, QuantityKind.Area, "square mile")]
    [InlineData("It burned 900 acres.", "900 acres", 900, QuantityKind.Area, "acre")]
    [InlineData("It weighs 30 kg.", "30 kg", 30, QuantityKind.Mass, "kg")]
    [InlineData("It blew at 90 mph.", "90 mph", 90, QuantityKind.Speed, "mile per hour")]
    [InlineData("It blew at 90 miles per hour.", "90 miles per hour", 90, QuantityKind.Speed, "mile per hour")]
    [InlineData("It lasted three weeks.", "three weeks", 3, QuantityKind.Duration, "week")]
    [InlineData("It was 101 degrees Fahrenheit.", "101 degrees Fahrenheit", 101, QuantityKind.Temperature, "F")]
    [InlineData("It was -5°C.", "-5°C", -5, QuantityKind.Temperature, "C")]
    [InlineData("A 23-year-old sailor.", "23-year-old", 23, QuantityKind.Age, "year")]
    [InlineData("The sailor, aged 34, left.", "34", 34, QuantityKind.Age, "year")]
    [InlineData("Then Ann Onym, 34, left.", "34", 34, QuantityKind.Age, "year")]
    [InlineData("They came third.", "third", 3, QuantityKind.Ordinal, null)]
    [InlineData("On her 21st birthday.", "21st", 21, QuantityKind.Ordinal, null)]
    [InlineData("They won 4-1.", "4-1", 4, QuantityKind.Score, null)]
    [InlineData("A plant of 30 megawatts.", "30 megawatts", 30, QuantityKind.Energy, "MW")]
    public void A_quantity_is_found(string text, string mention, double value, QuantityKind kind, string? unit)
    {
        var found = Assert.Single(QuantityFinder.Find(text, new TextSpan(0, text.Length)));
        Assert.Equal((mention, kind, unit), (found.Span.In(text), found.Kind, found.Unit));
        Assert.Equal(value, found.Value, 1e-6 * Math.Max(1, Math.Abs(value)));
    }

    [Theory]
    [InlineData("It happened in 2019.")]
    [InlineData("The siren rang at 3 p.m. and on May 5, 2023.")]
    [InlineData("Covid-19 and the F-16.")]
    [InlineData("No one saw one of them.")]
    public void Dates_and_names_are_no_quantities(string text) => Assert.Empty(QuantityFinder.Find(text, new TextSpan(0, text.Length)));

    [Fact]
    public void A_range_shares_its_unit()
    {
        const string text = "It takes 15 to 20 minutes and 10-15 people and $5 to $10 million.";
        var found = QuantityFinder.Find(text, new TextSpan(0, text.Length)).ConvertAll(quantity => (quantity.Value, quantity.Kind, quantity.Unit));
        Assert.Equal(
            [(15, QuantityKind.Duration, "minute"), (20, QuantityKind.Duration, "minute"), (10, QuantityKind.Count, "people"), (15, QuantityKind.Count, "people"),
                (5e6, QuantityKind.Money, "USD"), (1e7, QuantityKind.Money, "USD")],
            found);
    }

    [Fact]
    public void Garbage_gives_ordered_spans_in_bounds() =>
        Garbage.Try((text, range) => QuantityFinder.Find(text, range).ConvertAll(quantity =>
        {
            Assert.True(double.IsFinite(quantity.Value));
            return quantity.Span;
        }));
}
