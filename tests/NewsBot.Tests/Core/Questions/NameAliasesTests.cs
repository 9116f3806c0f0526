using NewsBot.Core.Articles;
using NewsBot.Core.Overviews;
using NewsBot.Core.Questions;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Questions;

public sealed class NameAliasesTests
{
    [Theory]
    [InlineData("How many trains did the UK cancel in the storm?", "British operators cancelled 40 trains in the storm.")]
    [InlineData("How many trains did Britain cancel in the storm?", "Operators in the United Kingdom cancelled 40 trains in the storm.")]
    [InlineData("How many trains did the United States cancel in the storm?", "U.S. operators cancelled 40 trains in the storm.")]
    [InlineData("How many trains did American operators cancel in the storm?", "Operators in the US cancelled 40 trains in the storm.")]
    [InlineData("How many trains did the EU cancel in the storm?", "Operators in the European Union cancelled 40 trains in the storm.")]
    [InlineData("How many trains did the IMF cancel in the storm?", "The International Monetary Fund cancelled 40 trains in the storm.")]
    [InlineData("How many trains did Ocasio-Cortez cancel in the storm?", "A law of AOC cancelled 40 trains in the storm.")]
    public void A_name_in_another_form_is_not_missing(string question, string sentence) =>
        Assert.Equal(RefusalKind.NotSaid, new MadeUpArchive(MadeUpArchive.Article("Storm", sentence)).Ask(question).Refusal.Kind);

    [Theory]
    [InlineData("How many trains did America cancel in the storm?", "South American operators cancelled 40 trains in the storm.")]
    [InlineData("How many trains did the UK cancel in the storm?", "French operators cancelled 40 trains in the storm.")]
    public void Another_name_is(string question, string sentence) =>
        Assert.Equal(RefusalKind.NameMissing, new MadeUpArchive(MadeUpArchive.Article("Storm", sentence)).Ask(question).Refusal.Kind);

    [Fact]
    public void A_topic_is_covered_in_another_form()
    {
        var article = MadeUpArchive.Article("Britain measures 40 degrees", "It was the hottest day.");

        Assert.Null(new TopicWords(QuestionAnalyzer.Analyze("heat in the UK", MadeUpArchive.Now), _ => 1).CoverageIn(article).Missing);
    }
}
