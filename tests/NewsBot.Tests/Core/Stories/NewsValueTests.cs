using NewsBot.Core.Stories;

namespace NewsBot.Tests.Core.Stories;

public sealed class NewsValueTests
{
    [Theory]
    [InlineData("Your daily horoscope: what the stars hold for Leo")]
    [InlineData("Wordle today: answer and hints for 5 March")]
    [InlineData("Quick crossword no 4,120")]
    [InlineData("The news quiz: how closely did you read this week?")]
    [InlineData("The 10 best robot vacuums of 2024")]
    [InlineData("Best early deals on headphones: save $50 on ours")]
    [InlineData("This kettle is 40% off today")]
    [InlineData("Tuesday Briefing: A port in ruins")]
    [InlineData("Tallinn v Riga: how to watch on TV and live stream")]
    [InlineData("Where to preorder the new phone")]
    [InlineData("Sponsored: a new way to bank")]
    public void What_tells_of_no_event_counts_nothing(string title) => Assert.Equal(0, Of(title));

    [Theory]
    [InlineData("Opinion: The mayor was warned")]
    [InlineData("Varosha was warned and did nothing | Elena Dimou")]
    [InlineData("ELENA DIMOU: The port was never safe")]
    [InlineData("Varosha earthquake – live updates")]
    [InlineData("Nordbahn strike: what you need to know")]
    [InlineData("Seven things we learned in Tallinn")]
    [InlineData("How to cook with nettles")]
    public void Comment_and_advice_count_half(string title) => Assert.Equal(0.5, Of(title));

    [Theory]
    [InlineData("Earthquake of magnitude 6.4 kills 12 in Varosha")]
    [InlineData("Train drivers of Nordbahn begin a strike of 48 hours")]
    [InlineData("Minister says 30% of schools lack heating")]
    [InlineData("Union and railway reach a deal on pay")]
    [InlineData("Lottery operator fined after complaint of fraud")]
    [InlineData("Varosha quake: 12 dead as rescuers search hotel")]
    [InlineData("Governor holds briefing on Friday after tremor")]
    public void Reports_count_in_full(string title) => Assert.Equal(1, Of(title));

    [Theory]
    [InlineData("https://example.org/horoscopes/leo", 0)]
    [InlineData("https://example.org/opinion/2024/port", 0.5)]
    [InlineData("https://example.org/world/2024/port", 1)]
    [InlineData("https://example.org/world?from=/opinion/", 1)]
    [InlineData("https://example.org", 1)]
    [InlineData("nonsense", 1)]
    public void The_section_of_the_address_counts(string url, double expected) =>
        Assert.Equal(expected, NewsValue.Of(NewsArticles.Article("a", "Port of Varosha opens", "Text.", null, null) with { Url = url }));

    [Fact]
    public void A_hostile_title_is_judged_in_no_time()
    {
        foreach (var part in new[] { "best a ", "| a", "A A A A", "top one ", "hint and ", "-", "5% ", "$1" })
            Assert.InRange(Of(string.Concat(Enumerable.Repeat(part, 512 / part.Length))), 0, 1);
    }

    private static double Of(string title) => NewsValue.Of(NewsArticles.Article("a", title, "Text.", null, null));
}
