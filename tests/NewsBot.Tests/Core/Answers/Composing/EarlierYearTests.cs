using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Answers.Composing;

public sealed class EarlierYearTests
{
    private static readonly MadeUpArchive Quakes = new(
        MadeUpArchive.Article("Varna remembers the earthquake", "People in Varna still speak of the earthquake of 2011, which killed 900 people there."),
        MadeUpArchive.Article("Earthquake in Varna", "The earthquake in Varna has killed 120 people, the first such number since 2011, officials said on Monday."));

    [Theory]
    [InlineData("How many people did the earthquake in Varna kill this month?", false)]
    [InlineData("How many people did the earthquake of 2011 in Varna kill?", true)]
    [InlineData("How many people did the earthquake in Varna kill?", true)]
    [InlineData("How many people did the earthquake in Varna kill this month and in 2011?", true)]
    public void What_is_of_an_earlier_year_is_not_told_of_this_month(string question, bool told) => Assert.Equal(
        told,
        Quakes.Ask(question).Candidate.Sentences.Any(sentence => sentence.Text.Contains("900", StringComparison.Ordinal)));

    [Fact]
    public void What_compares_with_an_earlier_year_is_told() => Assert.Contains(
        Quakes.Ask("How many people did the earthquake in Varna kill this month?").Candidate.Sentences,
        sentence => sentence.Text.Contains("since 2011", StringComparison.Ordinal));

    [Fact]
    public void What_goes_on_since_an_earlier_year_is_told() => Assert.NotEmpty(
        new MadeUpArchive(MadeUpArchive.Article("Ferries of Varna", "Since 2011 the ferries of Varna have been free for children."))
            .Ask("Are the ferries of Varna free for children this year?").Candidate.Sentences);
}
