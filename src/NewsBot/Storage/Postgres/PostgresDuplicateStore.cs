using NewsBot.Archive;

namespace NewsBot.Storage.Postgres;

/// <summary>The groups of near duplicates in the archive's PostgreSQL database.</summary>
internal sealed class PostgresDuplicateStore(PostgresDatabase database) : IDuplicateStore
{
    public Task<IReadOnlyDictionary<long, long>> FindGroupsAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<long, long>>(
            async session => (await session.QueryAsync<Found>(
                "SELECT revision_id, group_id FROM duplicates WHERE revision_id = ANY (@ids)", ("@ids", revisionIds.ToArray())))
                .ToDictionary(row => row.RevisionId, row => row.GroupId),
            cancellationToken);

    private sealed record Found(long RevisionId, long GroupId);
}
