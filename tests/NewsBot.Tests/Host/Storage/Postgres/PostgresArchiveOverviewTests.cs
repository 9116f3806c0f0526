using NewsBot.Archive;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresArchiveOverviewTests : ArchiveOverviewContract, IDisposable
{
    private readonly PostgresServer server = new();
    private PostgresArticleStore? store;

    public void Dispose()
    {
        store?.Dispose();
        server.Dispose();
    }

    private protected override (IArticleStore Store, IArchiveOverview Overview) Open()
    {
        var database = server.Open();
        store = new PostgresArticleStore(database, TimeProvider.System);
        return (store, new PostgresArchiveOverview(database));
    }
}
