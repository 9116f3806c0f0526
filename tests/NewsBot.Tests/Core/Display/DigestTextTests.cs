using NewsBot.Core.Digests;
using NewsBot.Core.Display;
using NewsBot.Core.Stories;
using static NewsBot.Tests.Core.Digests.DigestArticles;

namespace NewsBot.Tests.Core.Display;

public sealed class DigestTextTests
{
    [Fact]
    public void A_story_has_its_headline_sentences_change_and_outlets_in_this_order_and_the_closing_is_last()
    {
        var before = Article("a", "Earthquake in Varosha kills 5", "An earthquake struck the port of Varosha and killed 5 people, Mayor Elena Dimou said.", "Fjord Daily", -3);
        var now = Article("b", "Earthquake in Varosha kills 12", "The earthquake in the port of Varosha killed 12 people, Mayor Elena Dimou said.", "The Herald", 3);
        var parts = DigestText.PartsOf(Choose([before, now]));

        Assert.Equal(
            [typeof(DigestPart.Headline), typeof(DigestPart.Sentence), typeof(DigestPart.Change), typeof(DigestPart.Outlets), typeof(DigestPart.Closing)],
            parts.Select(part => part.GetType()));
        Assert.Equal(new DigestPart.Headline(1, now.Title, IsNew: false), parts[0]);
        Assert.Equal(now.Id, Assert.Single(((DigestPart.Sentence)parts[1]).Sources).Revision.Article.Id);
        var change = (DigestPart.Change)parts[2];
        Assert.Equal(("5", "12"), (change.Before.Figure, change.Now.Figure));
        Assert.Equal(before.Id, Assert.Single(change.Before.Sources).Revision.Article.Id);
        Assert.Equal([new DigestPart.OutletLink("The Herald", now.Url)], ((DigestPart.Outlets)parts[3]).Links);
        Assert.Equal(new DigestPart.Closing(1, 1), parts[4]);
    }

    [Fact]
    public void What_articles_hold_is_made_safe_to_show()
    {
        var article = Article(
            "a", "Ferry runs aground \u001b[2Joff Lemnos", "A ferry with 80 people aboard ran aground off Lemnos, the coast guard of Greece said.", "Island\u202e Post", 3);
        var parts = DigestText.PartsOf(Choose([article]));
        Assert.Equal("Ferry runs aground off Lemnos", ((DigestPart.Headline)parts[0]).Text);
        Assert.Equal("Island Post", ((DigestPart.Outlets)parts[2]).Links[0].Name);
    }

    [Fact]
    public void A_digest_without_stories_is_its_closing() =>
        Assert.Equal([new DigestPart.Closing(3, 2)], DigestText.PartsOf(new Digest(From, To) { ArticleCount = 3, OutletCount = 2 }));
}
