using NewsBot.Archive;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresDuplicateStoreTests : DuplicateStoreContract, IDisposable
{
    private readonly PostgresServer server = new();
    private readonly List<PostgresArticleStore> stores = [];

    public void Dispose()
    {
        stores.ForEach(store => store.Dispose());
        server.Dispose();
    }

    private protected override (IArticleStore Articles, IDuplicateStore Duplicates) Open()
    {
        stores.Add(new PostgresArticleStore(server.Open(), TimeProvider.System));
        return (stores[^1], new PostgresDuplicateStore(server.Open()));
    }
}
