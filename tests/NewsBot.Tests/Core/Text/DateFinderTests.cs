using System.Diagnostics;
using NewsBot.Core.Text;


namespace NewsBot.Tests.Core.Text;

public sealed class DateFinderTests
{
    // A Wednesday.
    private static readonly DateOnly Reference = new(2023, 5, 17);

    [Theory]
    [InlineData("It opened on May 5, 2023.", "May 5, 2023", "2023-05-05")]
    [InlineData("It opened on 5 May 2023.", "5 May 2023", "2023-05-05")]
    [InlineData("Logged 2023-05-05 at sea.", "2023-05-05", "2023-05-05")]
    [InlineData("Signed 05/04/2023 in Rome.", "05/04/2023", "2023-05-04")]
    [InlineData("It closed in May 2021.", "May 2021", "2021-05-01..2021-05-31")]
    [InlineData("Sales rose in 2019.", "2019", "2019-01-01..2019-12-31")]
    [InlineData("In the summer of 2021 it rained.", "summer of 2021", "2021-06-01..2021-08-31")]
    [InlineData("Profit fell in Q3 2022.", "Q3 2022", "2022-07-01..2022-09-30")]
    [InlineData("Profit fell in the third quarter of 2022.", "third quarter of 2022", "2022-07-01..2022-09-30")]
    [InlineData("A band of the 1990s.", "1990s", "1990-01-01..1999-12-31")]
    [InlineData("A fair from May 5-7, 2022 in Bonn.", "May 5-7, 2022", "2022-05-05..2022-05-07")]
    [InlineData("The town flooded on May 5.", "May 5", "2023-05-05")]
    [InlineData("The town flooded on Feb. 7.", "Feb. 7", "2023-02-07")]
    [InlineData("The town flooded on Dec. 30.", "Dec. 30", "2022-12-30")]
    [InlineData("The fair will open on Dec. 30.", "Dec. 30", "2023-12-30")]
    [InlineData("The town flooded in March.", "March", "2023-03-01..2023-03-31")]
    [InlineData("It rains today.", "today", "2023-05-17")]
    [InlineData("It rained yesterday morning.", "yesterday morning", "2023-05-16")]
    [InlineData("The mayor resigned on Monday.", "Monday", "2023-05-15")]
    [InlineData("The mayor resigned on Friday.", "Friday", "2023-05-12")]
    [InlineData("The mayor will resign on Friday.", "Friday", "2023-05-19")]
    [InlineData("The vote is this Friday.", "this Friday", "2023-05-19")]
    [InlineData("They meet next Friday.", "next Friday", "2023-05-26")]
    [InlineData("They met last Wednesday.", "last Wednesday", "2023-05-10")]
    [InlineData("The mayor resigned last month.", "last month", "2023-04-01..2023-04-30")]
    [InlineData("A strike began this week.", "this week", "2023-05-15..2023-05-21")]
    [InlineData("A strike began last week.", "last week", "2023-05-08..2023-05-14")]
    [InlineData("It sank two days ago.", "two days ago", "2023-05-15")]
    [InlineData("It sank a year ago.", "a year ago", "2022-01-01..2022-12-31")]
    [InlineData("The ship will leave in two days.", "in two days", "2023-05-19")]
    [InlineData("It rained over the past 10 days.", "past 10 days", "2023-05-07..2023-05-17")]
    [InlineData("It has rained since Monday.", "Monday", "2023-05-15..2023-05-17")]
    [InlineData("It sank earlier this year.", "earlier this year", "2023-01-01..2023-05-17")]
    [InlineData("It sank last summer.", "last summer", "2022-06-01..2022-08-31")]
    [InlineData("The siren rang at 3 p.m. Tuesday.", "3 p.m. Tuesday", "2023-05-16")]
    [InlineData("The siren rang at 14:30.", "14:30", null)]
    [InlineData("On Friday, May 5, it sank.", "Friday, May 5", "2023-05-05")]
    [InlineData("On Feb. 30, 2022 nothing was.", "Feb. 30, 2022", null)]
    public void A_date_is_found_and_resolved(string text, string mention, string? range)
    {
        var found = Assert.Single(DateFinder.Find(text, new TextSpan(0, text.Length), Reference));
        Assert.Equal(mention, found.Span.In(text));
        Assert.Equal(range, Show(found.Range));
    }

    [Theory]
    [InlineData("You may go and march on.")]
    [InlineData("April Jones sat in the sun.")]
    [InlineData("Some 2000 people came to the 5-4 game.")]
    [InlineData("Prices fall and spring up.")]
    public void Other_words_are_no_dates(string text) => Assert.Empty(DateFinder.Find(text, new TextSpan(0, text.Length), Reference));

    [Fact]
    public void Without_a_reference_only_full_dates_are_resolved()
    {
        const string text = "Yesterday, on Monday and on May 5 they spoke of May 6, 2020.";
        var found = DateFinder.Find(text, new TextSpan(0, text.Length), null);
        Assert.Equal([null, null, null, "2020-05-06"], found.ConvertAll(mention => Show(mention.Range)));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    [InlineData(2024, 2, 29)]
    public void Garbage_gives_ordered_spans_in_bounds_at_the_ends_of_the_calendar(int year, int month, int day) =>
        Garbage.Try((text, range) => DateFinder.Find(text, range, new DateOnly(year, month, day)).ConvertAll(mention =>
        {
            Assert.True(mention.Range is not { } days || days.First <= days.Last);
            return mention.Span;
        }));

    [Theory]
    [InlineData("3 pm ")]
    [InlineData("early ")]
    [InlineData("May 5-")]
    [InlineData("last ")]
    [InlineData("twenty-")]
    public void A_long_hostile_text_takes_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 50_000));
        var clock = Stopwatch.StartNew();
        DateFinder.Find(text, new TextSpan(0, text.Length), Reference);
        QuantityFinder.Find(text, new TextSpan(0, text.Length));
        NameFinder.Find(text, new TextSpan(0, text.Length));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    private static string? Show(DateRange? range) =>
        range is not { } days ? null : days.First == days.Last ? $"{days.First:yyyy-MM-dd}" : $"{days.First:yyyy-MM-dd}..{days.Last:yyyy-MM-dd}";
}
