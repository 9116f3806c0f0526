using NewsBot.Archive;

namespace NewsBot.Storage.Sqlite;

/// <summary>The groups of near duplicates in the archive's SQLite database.</summary>
internal sealed class SqliteDuplicateStore(SqliteReaders readers) : IDuplicateStore
{
    public Task<IReadOnlyDictionary<long, long>> FindGroupsAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyDictionary<long, long>>(
            session =>
            {
                var groups = new Dictionary<long, long>();
                foreach (var revisionId in revisionIds)
                {
                    if (session.Number("SELECT group_id FROM duplicates WHERE revision_id = $id", ("$id", revisionId)) is { } group)
                        groups[revisionId] = group;
                }

                return groups;
            },
            cancellationToken);
}
