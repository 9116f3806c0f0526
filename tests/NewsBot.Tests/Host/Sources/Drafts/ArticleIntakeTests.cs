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
    [InlineData("The lamp is lit since May, the keeper said.", "The lamp is lit since May, the keeper…", "The lamp is lit since May, the keeper said.")]
    [InlineData("The lamp is broken since May, the keeper said.", "The lamp shines again, the keeper said.", "The lamp shines again, the keeper said.")]
    public async Task A_teaser_replaces_an_earlier_one_and_no_page(string? stored, string teaser, string expected)
    {
        var intake = new ArticleIntake(store);
        if (stored is not null)
            await intake.TakeAsync([Article(stored)], Stop);
        await intake.TakeTeaserAsync(Article(teaser), Stop);
        Assert.Equal(expected, (await store.FindAsync("a", Stop))!.Article.Body);
    }

    [Fact]
    public async Task A_page_that_claims_the_address_of_quite_another_article_is_an_article_of_its_own()
    {
        var intake = new ArticleIntake(store);
        var claimed = new Article { Id = "a", Title = "Lighthouse gets a lamp", Body = "Workers will mount the lamp of the lighthouse before summer." };
        var later = claimed with { Title = "Lighthouse has its lamp", Body = "Workers have mounted the lamp of the lighthouse, weeks before summer." };
        var other = claimed with { Title = "Herring prices fall", Body = "Boats landed twice the catch of last season, sellers reported." };
        foreach (var article in (Article[])[claimed, other, later])
            await intake.TakeAsync([new ReadResult.Found(article) { Apart = article with { Id = $"apart {article.Title}" } }], Stop);
        Assert.Equal(later.Body, (await store.FindAsync("a", Stop))!.Article.Body);
        Assert.Equal(other.Body, (await store.FindAsync("apart Herring prices fall", Stop))!.Article.Body);
        Assert.Equal(2, await store.CountAsync(Stop));
    }

    private static Article Article(string body) => new() { Id = "a", Title = "T", Body = body };
}
