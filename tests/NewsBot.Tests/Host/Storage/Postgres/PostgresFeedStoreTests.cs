using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Sources.Feeds;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresFeedStoreTests : FeedStoreContract, IDisposable
{
    private readonly PostgresServer server = new();
    private readonly List<IDisposable> opened = [];

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        server.Dispose();
    }

    private protected override (IFeedStore Feeds, IArticleStore Articles, IOutbox Outbox) Open()
    {
        var database = server.Open();
        var articles = new PostgresArticleStore(database, Time);
        opened.Add(articles);
        return (new PostgresFeedStore(database, Time), articles, new PostgresOutbox(database, new PostgresFence(new Leases(isShared: false, Time)), Time));
    }
}
