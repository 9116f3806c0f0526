using NewsBot.Hosting;
using NewsBot.Tests.Host.Storage;

namespace NewsBot.Tests.Host.Hosting;

/// <summary>The leases that tests play processes with keep the contract of those of a database.</summary>
public sealed class MemoryLeaseStoreTests : LeaseStoreContract
{
    private readonly ManualTime time = new();

    private protected override Task<ILeaseStore> OpenAsync() => Task.FromResult<ILeaseStore>(new MemoryLeaseStore(time));

    private protected override Task AdvanceAsync(TimeSpan by)
    {
        time.Now += by;
        return Task.CompletedTask;
    }
}
