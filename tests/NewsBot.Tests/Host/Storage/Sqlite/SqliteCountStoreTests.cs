using NewsBot.Counts;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteCountStoreTests : CountStoreContract, IDisposable
{
    private readonly SqliteChatFolder folder = new();
    private readonly List<IDisposable> opened = [];

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
    }

    private protected override ICountStore Open()
    {
        var archive = folder.Archive();
        var (readers, writes) = (new SqliteReaders(archive), new SqliteWriteQueue(archive));
        opened.AddRange([readers, writes]);
        return new SqliteCountStore(readers, writes);
    }
}
