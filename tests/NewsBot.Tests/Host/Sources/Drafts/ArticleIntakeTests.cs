using NewsBot.Core.Articles;
using NewsBot.Sources.Drafts;
using NewsBot.Tests.Host.Archive;

namespace NewsBot.Tests.Host.Sources.Drafts;

public sealed class ArticleIntakeTests
{
    private readonly FakeArticleStore store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "Teaser.", "Teaser.")]
    [InlineData("Short.", "Teaser.", "Teaser.")]
    [InlineData("The whole page.", "Teaser.", "The whole page.")]
    public async Task A_teaser_replaces_no_longer_text(string? stored, string teaser, string expected)
    {
        var intake = new ArticleIntake(store);
        if (stored is not null)
            await intake.TakeAsync([Article(stored)], Stop);
        await intake.TakeTeaserAsync(Article(teaser), Stop);
        Assert.Equal(expected, (await store.FindAsync("a", Stop))!.Article.Body);
    }

    private static Article Article(string body) => new() { Id = "a", Title = "T", Body = body };
}
