using NewsBot.Core.Digests;
using static NewsBot.Tests.Core.Digests.DigestArticles;

namespace NewsBot.Tests.Core.Digests;

public sealed class FigureChangesTests
{
    private const string Twelve = "An earthquake of magnitude 6.4 struck the port of Varosha and killed 12 people, Mayor Elena Dimou said.";

    [Theory]
    [InlineData("The death toll of the earthquake in the port of Varosha rose to 15, Mayor Elena Dimou said.", "15")]
    [InlineData("At least 15 people are dead after the earthquake in the port of Varosha, Mayor Elena Dimou said.", "At least 15")]
    [InlineData("The earthquake in the port of Varosha has claimed 15 lives, Mayor Elena Dimou said.", "15")]
    [InlineData("Fifteen people were confirmed dead after the earthquake in the port of Varosha, said Elena Dimou.", "Fifteen")]
    [InlineData("The earthquake in the port of Varosha killed more than 20 people, Mayor Elena Dimou said.", "more than 20")]
    public void A_number_that_grew_is_told_with_both_sentences(string later, string words)
    {
        var changed = Changed(Twelve, later);
        Assert.NotNull(changed);
        Assert.Equal(("12", words, Twelve, later), (changed.Was, changed.Is, changed.Before.Text, changed.Now.Text));
    }

    [Theory]
    [InlineData("The earthquake in the port of Varosha killed 12 people, Mayor Elena Dimou said.")] // The same.
    [InlineData("The earthquake in the port of Varosha killed 9 people, Mayor Elena Dimou said.")] // Nobody comes back to life.
    [InlineData("The earthquake in the port of Varosha injured 15 people, Mayor Elena Dimou said.")] // Others.
    [InlineData("The earthquake in the port of Varosha killed 15 children, Mayor Elena Dimou said.")] // Some of them.
    [InlineData("The earthquake in the port of Varosha killed another 15 people, Mayor Elena Dimou said.")] // More of them.
    [InlineData("The earthquake in the port of Varosha killed between 12 and 15 people, Mayor Elena Dimou said.")] // A range.
    [InlineData("The earthquake in the port of Varosha killed 12 to 15 people, Mayor Elena Dimou said.")]
    [InlineData("The earthquake in the port of Varosha may have killed 15 people, Mayor Elena Dimou said.")] // A guess.
    [InlineData("More than 12 people were killed by the earthquake in the port of Varosha, Mayor Elena Dimou said.")] // No more than said.
    [InlineData("The earthquake in the port of Varosha on March 15 killed people, Mayor Elena Dimou said.")] // A date.
    [InlineData("The earthquake in Varosha is the worst since that which killed 150 people there in 1996, said Elena Dimou.")] // Another event.
    [InlineData("The earthquake in Varosha left 15 people dead or injured, Mayor Elena Dimou said.")] // Both together.
    [InlineData("The earthquake in Varosha killed 15 people in Larnaca, and it killed 3 people in Varosha, said Elena Dimou.")] // Two counts.
    [InlineData("The earthquake struck the port of Varosha 15 hours ago and killed many, Mayor Elena Dimou said.")] // A stretch of time.
    [InlineData("An earthquake of magnitude 15 struck the port of Varosha and killed people, Mayor Elena Dimou said.")]
    [InlineData("The earthquake of Varosha was felt in Nicosia, where 15 people were killed, Mayor Elena Dimou said.")] // Another place.
    [InlineData("The earthquake in the port of Varosha killed 1,200 people, Mayor Elena Dimou said.")] // Too far to be one count.
    [InlineData("Fifteen of the 12 people killed by the earthquake in the port of Varosha were found, said Elena Dimou.")]
    public void What_is_no_change_is_not_told(string later) => Assert.Null(Changed(Twelve, later));

    [Fact]
    public void Other_counts_change_too()
    {
        var changed = Changed(
            "A wildfire near the port of Varosha has burned 1,200 acres and forced the hotels to close, Mayor Elena Dimou said.",
            "The wildfire near the port of Varosha has burned 3,000 acres and closed the hotels, Mayor Elena Dimou said.");
        Assert.Equal(("1,200 acres", "3,000 acres"), (changed?.Was, changed?.Is));
    }

    [Fact]
    public void Fewer_may_be_missing()
    {
        var changed = Changed(
            "After the earthquake in the port of Varosha 40 people are missing, Mayor Elena Dimou said.",
            "After the earthquake in the port of Varosha 22 people are still missing, Mayor Elena Dimou said.");
        Assert.Equal(("40", "22"), (changed?.Was, changed?.Is));
    }

    [Fact]
    public void A_number_that_is_said_still_has_not_changed()
    {
        var story = Only(
            Article("a", "Earthquake in Varosha", Twelve, "Island Post", -5),
            Article("b", "Earthquake in Varosha", "The earthquake in the port of Varosha killed 15 people, Mayor Elena Dimou said.", "The Herald", 3),
            Article("c", "Earthquake in Varosha", "The earthquake in the port of Varosha killed 12 people, Mayor Elena Dimou has said.", "Fjord Daily", 3));
        Assert.Null(story.Changed);
    }

    [Fact]
    public void What_a_new_story_said_before_is_no_change()
    {
        var story = Only(
            Article("a", "Earthquake in Varosha", Twelve, "Island Post", 2),
            Article("b", "Earthquake in Varosha", "The death toll of the earthquake in the port of Varosha rose to 15, Mayor Elena Dimou said.", "The Herald", 9));
        Assert.True(story.IsNew);
        Assert.Null(story.Changed);
    }

    [Fact]
    public void Independent_reports_of_one_hour_differ()
    {
        const string other = "The earthquake in the port of Varosha left 14 people dead, Mayor Elena Dimou said.";
        var differs = Differs(Twelve, other, 0.5);
        Assert.Equal(("12", "14", Twelve, other), (differs?.Was, differs?.Is, differs?.Before.Text, differs?.Now.Text));
    }

    [Theory]
    [InlineData("The earthquake in the port of Varosha left 14 people dead, Mayor Elena Dimou said.", 2)] // The later report knows more.
    [InlineData("The earthquake in the port of Varosha left 14 people injured, Mayor Elena Dimou said.", 0.5)]
    [InlineData("The earthquake in the port of Varosha left about 14 people dead, Mayor Elena Dimou said.", 0.5)]
    [InlineData("The earthquake in the port of Varosha left at least 10 people dead, Mayor Elena Dimou said.", 0.5)] // 12 are at least 10.
    public void What_does_not_contradict_does_not_differ(string other, double hours) => Assert.Null(Differs(Twelve, other, hours));

    [Fact]
    public void One_outlet_does_not_differ_from_itself()
    {
        var story = Only(
            Article("a", "Earthquake in Varosha", Twelve, "Island Post", 2),
            Article("b", "Earthquake in Varosha", "The earthquake in the port of Varosha left 14 people dead, Mayor Elena Dimou said.", "Island Post", 2.5));
        Assert.Null(story.Differs);
    }

    private static DigestChange? Changed(string before, string later) =>
        Only(Article("a", "Earthquake in Varosha", before, "Island Post", -5), Article("b", "Earthquake in Varosha", later, "The Herald", 5)).Changed;

    private static DigestChange? Differs(string one, string other, double hours) =>
        Only(Article("a", "Earthquake in Varosha", one, "Island Post", 2), Article("b", "Earthquake in Varosha", other, "The Herald", 2 + hours)).Differs;
}
