using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class TeaserTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("The council met and decided to repair the bridge. ", 60));

    [Fact]
    public void Content_and_long_summaries_are_whole_and_what_breaks_off_is_not()
    {
        Assert.False(Teaser.Is(Long, ""));
        Assert.False(Teaser.Is(Long, "Short."));
        Assert.False(Teaser.Is("", Long));
        Assert.True(Teaser.Is("", "The council met."));
        Assert.True(Teaser.Is("", ""));
        Assert.True(Teaser.Is("A line of content.", "A line."));
    }

    [Theory]
    [InlineData("…")]
    [InlineData("...")]
    [InlineData(" […]")]
    [InlineData(" [...]")]
    [InlineData(" Read more »")]
    [InlineData(" Continue reading →")]
    [InlineData(" Читати далі")]
    public void A_text_that_says_that_it_goes_on_is_a_teaser(string ending) => Assert.True(Teaser.Is(Long.Trim() + ending, ""));

    [Fact]
    public void The_page_of_an_article_is_told_from_a_consent_form()
    {
        var announced = new Article { Id = "1", Title = "Bridge to be repaired", Body = "The council decided to repair the old bridge over the river." };
        Assert.True(Teaser.Announces(announced, "On Tuesday the council of the town decided that the bridge is to be repaired. The old one over the river is 90 years old."));
        Assert.False(
            Teaser.Announces(announced, string.Concat(Enumerable.Repeat("We and our partners store and access information on your device. Do you accept all cookies? ", 5))));
        Assert.False(Teaser.Announces(announced, "The bridge."));
    }

    [Theory]
    [InlineData(nameof(FullTextMode.Auto), true, false)]
    [InlineData(nameof(FullTextMode.Always), true, true)]
    [InlineData(nameof(FullTextMode.Never), false, false)]
    public void The_choice_of_the_feed_counts(string mode, bool forTeaser, bool forWhole)
    {
        Assert.Equal(forTeaser, Teaser.IsPageWanted(Enum.Parse<FullTextMode>(mode), "", "Short."));
        Assert.Equal(forWhole, Teaser.IsPageWanted(Enum.Parse<FullTextMode>(mode), Long, ""));
    }
}
