using NewsBot.Counts;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresCountStoreTests : CountStoreContract, IDisposable
{
    private readonly PostgresServer server = new();

    public void Dispose() => server.Dispose();

    private protected override ICountStore Open() => new PostgresCountStore(server.Open());
}
