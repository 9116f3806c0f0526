using NewsBot.Archive;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteArchiveOverviewTests : ArchiveOverviewContract, IDisposable
{
    private readonly SqliteChatFolder folder = new();
    private SqliteArticleStore? store;
    private SqliteReaders? readers;

    public void Dispose()
    {
        store?.Dispose();
        readers?.Dispose();
        folder.Dispose();
    }

    private protected override (IArticleStore Store, IArchiveOverview Overview) Open()
    {
        store = new SqliteArticleStore(folder.Archive(), TimeProvider.System);
        readers = new SqliteReaders(folder.Archive());
        return (store, new SqliteArchiveOverview(readers));
    }
}
