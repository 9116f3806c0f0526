using NewsBot.Core.Articles;

namespace NewsBot.Tests.Core.Articles;

public sealed class SentenceHistoryTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private const string First = "The lock opens in April. Twelve barges wait above it.";
    private const string Second = "The lock opens in June. Twelve barges wait above it. The mayor is silent.";

    [Fact]
    public void A_sentence_that_came_in_the_place_of_another_names_it_and_its_day()
    {
        var changes = Of(shown: 1, First, Second);
        Assert.Equal(
            [("The lock opens in June.", Monday.AddDays(1), "The lock opens in April.", false), ("The mayor is silent.", Monday.AddDays(1), null, false)], changes);
    }

    [Fact]
    public void A_sentence_that_a_later_text_lacks_is_gone_and_what_came_for_it_is_named() =>
        Assert.Equal([("The lock opens in April.", Monday.AddDays(1), "The lock opens in June.", true)], Of(shown: 0, First, Second));

    [Fact]
    public void Of_several_changes_the_one_nearest_to_the_text_shown_counts() => Assert.Equal(
        [("The lock opens in July.", Monday.AddDays(2), "The lock opens in June.", false)],
        Of(shown: 2, "The lock opens in April.", "The lock opens in June.", "The lock opens in July."));

    [Fact]
    public void White_space_is_no_change()
    {
        Assert.Empty(Of(shown: 1, "The lock  opens\nin April.", "The lock opens in April."));
        Assert.Empty(Of(shown: 0, First));
        Assert.Empty(Of(shown: 1, First, First));
    }

    private static IEnumerable<(string Sentence, DateTimeOffset At, string? Other, bool IsGone)> Of(int shown, params string[] bodies) =>
        SentenceHistory.Of([.. bodies.Select((body, i) => new DatedText(body, Monday.AddDays(i)))], shown)
            .Select(change => (change.Sentence.In(bodies[shown]), change.At, change.Other, change.IsGone));
}
