using System.Globalization;
using NewsBot.Hosting;
using Npgsql;

namespace NewsBot.Storage.Postgres;

/// <summary>The leases of the processes that share a PostgreSQL database.</summary>
/// <remarks>
/// A process lives as long as its row says, and holds leases as long as it lives: a turn changes its own row, and no row of a lease unless one changes hands. What a turn changes
/// is sent in one piece, so that a process that is stopped in the middle keeps no lock.
/// </remarks>
internal sealed class PostgresLeaseStore(PostgresDatabase database) : ILeaseStore
{
    private const string Channel = "newsbot_slots";

    // One process at a time takes: it sees all that others took before.
    private const long TakingLock = 0x6e62_6c65;

    // While the database was away nobody could say that it lives: for as long as a lease lasts, nobody is taken for dead after the start of the server.
    private const string IsLive = "greatest(until, pg_postmaster_start_time() + interval '4 seconds') > clock_timestamp()";

    // After those who do not live were removed.
    private const string IsFree = "NOT EXISTS (SELECT 1 FROM processes WHERE processes.owner = leases.owner)";

    public Task<LeaseRound> RenewAsync(LeaseWish wish, CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            var (held, owners, waits) = await LiveAsync(session, wish);
            var share = wish.TakesSlots ? LeaseShare.Of(owners.Count, owners.IndexOf(wish.Owner)) : 0;
            var lacking = share - held.Count(lease => lease.Slot is not null);
            var works = wish.Works.Except(held.Select(lease => lease.Name)).ToArray();
            if (lacking > 0 || works.Length > 0)
                held.AddRange(await TakeAsync(session, wish.Owner, lacking, works));
            return new LeaseRound(
                held.Where(lease => lease.Slot is not null).ToDictionary(lease => (int)lease.Slot!.Value, lease => lease.Fence),
                held.Where(lease => lease.Slot is null).ToDictionary(lease => lease.Name, lease => lease.Fence),
                share,
                waits);
        },
        cancellationToken);

    public Task LeaveAsync(string owner, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.RunAsync("DELETE FROM processes WHERE owner = @owner", ("@owner", owner));
            return await session.RunAsync("UPDATE leases SET owner = NULL WHERE owner = @owner", ("@owner", owner));
        },
        cancellationToken);

    public Task HoldAsync(string name, TimeSpan wait, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.RunAsync(
            """
            INSERT INTO shared_waits (name, until) VALUES (@name, clock_timestamp() + @wait)
            ON CONFLICT (name) DO UPDATE SET until = greatest(shared_waits.until, excluded.until)
            """,
            ("@name", name), ("@wait", wait)),
        cancellationToken);

    public Task TellAsync(SlotSet slots, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.RunAsync("SELECT pg_notify(@channel, @slots)", ("@channel", Channel), ("@slots", slots.Bits.ToString("x", CultureInfo.InvariantCulture))),
        cancellationToken);

    public async Task ListenAsync(Action<SlotSet> heard, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        connection.Notification += (_, told) =>
        {
            if (ulong.TryParse(told.Payload, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
                heard(new SlotSet(bits));
        };
        try
        {
            await using (var command = new NpgsqlCommand($"LISTEN {Channel}", connection))
                await command.ExecuteNonQueryAsync(cancellationToken);
            while (true)
                await connection.WaitAsync(cancellationToken);
        }
        catch (Exception failure) when (PostgresFailures.IsOfDatabase(failure))
        {
            throw PostgresFailures.From(failure, database.Path);
        }
    }

    /// <summary>Says that a process lives and gives back what it returns.</summary>
    /// <returns>What it still holds, who lives and takes slots in the order of names, and what all leave alone.</returns>
    private static async Task<(List<LeaseRow> Held, List<string> Owners, Dictionary<string, TimeSpan> Waits)> LiveAsync(PostgresSession session, LeaseWish wish)
    {
        await using var batch = session.Connection.CreateBatch();
        Add(
            batch,
            """
            INSERT INTO processes (owner, takes_slots, until) VALUES ($1, $2, clock_timestamp() + $3)
            ON CONFLICT (owner) DO UPDATE SET takes_slots = excluded.takes_slots, until = excluded.until
            """,
            wish.Owner, wish.TakesSlots, wish.Length);
        Add(batch, "UPDATE leases SET owner = NULL WHERE owner = $1 AND slot = ANY($2)", wish.Owner, wish.Returned.Slots().Select(slot => (short)slot).ToArray());
        Add(batch, "SELECT name, slot, fence FROM leases WHERE owner = $1", wish.Owner);
        Add(batch, $"SELECT owner FROM processes WHERE takes_slots AND {IsLive} ORDER BY owner");
        Add(batch, "SELECT name, until - clock_timestamp() FROM shared_waits WHERE until > clock_timestamp()");
        await using var reader = await batch.ExecuteReaderAsync(session.Stop);
        var held = await ReadAsync(reader, ReadLease, session.Stop);
        await reader.NextResultAsync(session.Stop);
        var owners = await ReadAsync(reader, row => row.GetString(0), session.Stop);
        await reader.NextResultAsync(session.Stop);
        var waits = await ReadAsync(reader, row => (Name: row.GetString(0), Wait: row.GetFieldValue<TimeSpan>(1)), session.Stop);
        return (held, owners, waits.ToDictionary(wait => wait.Name, wait => wait.Wait));
    }

    /// <summary>Takes what is free.</summary>
    /// <param name="session">Outside of a transaction.</param>
    /// <param name="owner">The process.</param>
    /// <param name="slots">How many slots at most; none when it is 0 or less.</param>
    /// <param name="works">Which kinds of work.</param>
    private static async Task<List<LeaseRow>> TakeAsync(PostgresSession session, string owner, int slots, string[] works)
    {
        await using var batch = session.Connection.CreateBatch();
        Add(batch, "SELECT 1 FROM pg_advisory_xact_lock($1) LIMIT 0", TakingLock);
        Add(batch, "INSERT INTO leases (name) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING", (object)works);
        Add(batch, $"DELETE FROM processes WHERE NOT {IsLive}");
        Add(
            batch,
            $"""
            UPDATE leases SET owner = $1, fence = fence + 1 WHERE name IN (
                SELECT name FROM leases WHERE slot IS NOT NULL AND {IsFree} ORDER BY slot LIMIT $2 FOR UPDATE SKIP LOCKED)
            RETURNING name, slot, fence
            """,
            owner, Math.Max(slots, 0));
        Add(
            batch,
            $"""
            UPDATE leases SET owner = $1, fence = fence + 1 WHERE name IN (
                SELECT name FROM leases WHERE name = ANY($2) AND {IsFree} ORDER BY name FOR UPDATE SKIP LOCKED)
            RETURNING name, slot, fence
            """,
            owner, works);
        await using var reader = await batch.ExecuteReaderAsync(session.Stop);
        await reader.NextResultAsync(session.Stop);
        var taken = await ReadAsync(reader, ReadLease, session.Stop);
        await reader.NextResultAsync(session.Stop);
        taken.AddRange(await ReadAsync(reader, ReadLease, session.Stop));
        return taken;
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> parameters)
    {
#pragma warning disable CA2100 // Every statement is a constant of this file.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var value in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    private static LeaseRow ReadLease(NpgsqlDataReader row) => new(row.GetString(0), row.IsDBNull(1) ? null : row.GetInt16(1), row.GetInt64(2));

    private sealed record LeaseRow(string Name, short? Slot, long Fence);
}
