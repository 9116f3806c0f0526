using NewsBot.Archive;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresVectorStoreTests : VectorStoreContract, IDisposable
{
    private readonly PostgresServer server = new();
    private readonly List<PostgresArticleStore> stores = [];

    public void Dispose()
    {
        stores.ForEach(store => store.Dispose());
        server.Dispose();
    }

    private protected override (IArticleStore Articles, IVectorStore Vectors) Open()
    {
        var database = server.Open();
        stores.Add(new PostgresArticleStore(database, TimeProvider.System));
        return (stores[^1], new PostgresVectorStore(database));
    }
}
