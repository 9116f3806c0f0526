using NewsBot.Chats;
using NewsBot.Counts;
using NewsBot.Models;
using NewsBot.Telegram.Layout;

namespace NewsBot.Tests.Host.Telegram.Layout;

/// <summary>What /stats says of a language model.</summary>
public sealed class StatisticsTextTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly CountReport Recent = new(Day.AddDays(-29), Day,
    [
        new DayCount(Day, CountName.Written, 1_200), new DayCount(Day, CountName.Verified, 11), new DayCount(Day, CountName.Repaired, 2), new DayCount(Day, CountName.Dropped, 4),
        new DayCount(Day, CountName.AllFellBack + "Late", 3), new DayCount(Day, CountName.AllFellBack + "NotStated", 5),
    ]);

    [Theory]
    [InlineData("en", "Its answers in 30 days: written 1,200 (verified 11, mended 2), "
        + "the articles' own words instead 8 (failed the checks 5, too slow 3), sentences dropped 4")]
    [InlineData("uk", "Її відповіді за 30 днів: написано 1,200 (перевірено 11, виправлено 2), "
        + "замість них словами статей 8 (не пройшли перевірку 5, надто повільно 3), вилучено речень 4")]
    public void The_answers_of_a_model_are_told_with_the_reasons_why_others_are_in_the_articles_words(string language, string line)
    {
        var text = BotLanguages.For(language).Statistics(None, articles: 0, new ModelReport("m", default, Cost: null), Recent);
        Assert.EndsWith("\n" + line, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_model_nothing_is_told_of_one() =>
        Assert.DoesNotContain("written", BotLanguages.For("en").Statistics(None, articles: 0, model: null, Recent), StringComparison.Ordinal);

    private static BotStatistics None => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
