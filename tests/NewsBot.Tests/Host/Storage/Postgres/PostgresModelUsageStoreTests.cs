using NewsBot.Chats;
using NewsBot.Models;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresModelUsageStoreTests : ModelUsageStoreContract, IDisposable
{
    private readonly PostgresServer server = new();

    public void Dispose() => server.Dispose();

    private protected override (IModelUsageStore Usage, IChatStore Chats) Open()
    {
        var database = server.Open();
        return (new PostgresModelUsageStore(database), new PostgresChatStore(database, TimeProvider.System));
    }
}
