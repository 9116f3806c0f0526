using NewsBot.Archive;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresArticleStoreTests : ArticleStoreContract, IDisposable
{
    private readonly PostgresServer server = new();
    private readonly List<PostgresArticleStore> stores = [];

    public void Dispose()
    {
        stores.ForEach(store => store.Dispose());
        server.Dispose();
    }

    [Fact]
    public async Task Addresses_that_two_articles_of_one_batch_exchange_are_stored()
    {
        var store = Open();
        await store.AddAsync([Article("a", "Text a.", "https://a.com/1"), Article("b", "Text b.", "https://a.com/2")], Stop);
        await store.AddAsync(
            [Article("a", "Text a, new.", "https://a.com/3"), Article("b", "Text b, new.", "https://a.com/1"), Article("a", "Text a, newest.", "https://a.com/2")], Stop);
        Assert.Equal("a", server.Ask("SELECT public_id FROM articles WHERE canonical_url = 'https://a.com/2'"));
        Assert.Equal("b", server.Ask("SELECT public_id FROM articles WHERE canonical_url = 'https://a.com/1'"));
    }

    [Fact]
    public async Task A_text_with_characters_that_the_database_cannot_hold_keeps_its_length_and_is_the_same_the_next_time()
    {
        var store = Open();
        var article = Article("a", "Before\0after, half \uD83D.");
        Assert.Equal([IngestOutcome.Added], await store.AddAsync([article], Stop));
        Assert.Equal([IngestOutcome.Unchanged], await store.AddAsync([article], Stop));
        Assert.Equal("Before\uFFFDafter, half \uFFFD.", (await store.FindAsync("a", Stop))!.Article.Body);
        Assert.Empty(await new PostgresArchiveCare(server.Open()).FindDamageAsync(10, Stop));
    }

    private protected override IArticleStore Open()
    {
        stores.Add(new PostgresArticleStore(server.Open(), TimeProvider.System));
        return stores[^1];
    }
}
