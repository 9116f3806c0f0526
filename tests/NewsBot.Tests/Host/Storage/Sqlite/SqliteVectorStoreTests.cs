using NewsBot.Archive;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteVectorStoreTests : VectorStoreContract, IDisposable
{
    private readonly SqliteVectorFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override (IArticleStore Articles, IVectorStore Vectors) Open() => folder.Open();
}
