using NewsBot.Hosting;

namespace NewsBot.Storage.Postgres;

/// <summary>Keeps a process that lost a slot without knowing it from changing what waits there.</summary>
internal sealed class PostgresFence(Leases leases)
{
    /// <summary>Whether this process has a slot; then it has it until the transaction is over.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="slot">The slot of the row that the transaction changes.</param>
    public async Task<bool> HoldsAsync(PostgresSession session, short slot) =>
        !leases.IsShared || (leases.OfSlot(slot) is { } lease && await session.NumberAsync(
            "SELECT fence FROM leases WHERE slot = @slot AND fence = @fence AND owner IS NOT NULL FOR SHARE", ("@slot", slot), ("@fence", lease.Fence)) is not null);
}
