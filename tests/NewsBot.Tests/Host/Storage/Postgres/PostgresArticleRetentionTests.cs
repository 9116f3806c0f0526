using NewsBot.Archive;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresArticleRetentionTests : ArticleRetentionContract, IDisposable
{
    private readonly PostgresChatDatabase chats = new();
    private readonly List<IDisposable> opened = [];

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        chats.Dispose();
    }

    private protected override (IArticleStore Articles, IArticleRetention Retention, ChatStorage Chats) Open()
    {
        var database = chats.Server.Open();
        var store = new PostgresArticleStore(database, Time);
        opened.Add(store);
        return (store, new PostgresArticleRetention(database), chats.Open(Time));
    }
}
