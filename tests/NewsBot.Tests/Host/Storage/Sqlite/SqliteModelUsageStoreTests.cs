using NewsBot.Chats;
using NewsBot.Models;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteModelUsageStoreTests : ModelUsageStoreContract, IDisposable
{
    private readonly SqliteChatFolder folder = new();
    private readonly List<IDisposable> opened = [];

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
    }

    private protected override (IModelUsageStore Usage, IChatStore Chats) Open()
    {
        var archive = folder.Archive();
        var (readers, writes) = (new SqliteReaders(archive), new SqliteWriteQueue(archive));
        opened.AddRange([readers, writes]);
        return (new SqliteModelUsageStore(readers, writes), new SqliteChatStore(readers, writes, TimeProvider.System));
    }
}
