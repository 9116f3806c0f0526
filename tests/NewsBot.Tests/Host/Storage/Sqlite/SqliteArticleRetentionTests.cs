using NewsBot.Archive;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteArticleRetentionTests : ArticleRetentionContract, IDisposable
{
    private readonly SqliteChatFolder folder = new();
    private readonly List<IDisposable> opened = [];

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
    }

    private protected override (IArticleStore Articles, IArticleRetention Retention, ChatStorage Chats) Open()
    {
        var store = new SqliteArticleStore(folder.Archive(), Time);
        var (readers, writes) = (new SqliteReaders(folder.Archive()), new SqliteWriteQueue(folder.Archive()));
        opened.AddRange([store, readers, writes]);
        return (store, new SqliteArticleRetention(readers, writes), folder.Open(Time));
    }
}
