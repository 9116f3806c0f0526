using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Sources.Feeds;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteFeedStoreTests : FeedStoreContract, IDisposable
{
    private readonly SqliteChatFolder folder = new();
    private readonly List<IDisposable> opened = [];

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
    }

    private protected override (IFeedStore Feeds, IArticleStore Articles, IOutbox Outbox) Open()
    {
        var archive = folder.Archive();
        var (readers, writes, articles) = (new SqliteReaders(archive), new SqliteWriteQueue(archive), new SqliteArticleStore(archive, Time));
        opened.AddRange([readers, writes, articles]);
        return (new SqliteFeedStore(readers, writes, Time), articles, new SqliteOutbox(readers, writes, Time));
    }
}
