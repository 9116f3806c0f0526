using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsBot.Archive;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Storage.Sqlite;

/// <summary>The vectors of passages in the archive's SQLite database: a row a revision, a half-precision float a number.</summary>
internal sealed class SqliteVectorStore(SqliteReaders readers, SqliteWriteQueue writes) : IVectorStore
{
    private const int BatchRows = 64;
    private const string SelectModel = "SELECT model_id, model_key, dimensions, stamp FROM vector_models";

    public Task<VectorModel?> FindModelAsync(string key, CancellationToken cancellationToken) => readers.ReadAsync(
        session => session.Find<ModelRow>($"{SelectModel} WHERE model_key = $key ORDER BY model_id DESC LIMIT 1", ("$key", key))?.ToModel(),
        cancellationToken);

    public Task<VectorModel> AddModelAsync(string key, int dimensions, CancellationToken cancellationToken) => writes.WriteAsync(
        session =>
        {
            session.Run(
                """
                INSERT INTO vector_models (model_key, dimensions, stamp) VALUES ($key, $dimensions, randomblob(16))
                ON CONFLICT (model_key, dimensions) DO NOTHING
                """,
                ("$key", key), ("$dimensions", (long)dimensions));
            return session
                .Find<ModelRow>($"{SelectModel} WHERE model_key = $key AND dimensions = $dimensions", ("$key", key), ("$dimensions", (long)dimensions))!
                .ToModel();
        },
        cancellationToken);

    public Task<IReadOnlyList<long>> FindMissingAsync(VectorModel? model, int count, CancellationToken cancellationToken) => readers.ReadAsync<IReadOnlyList<long>>(
        session => session.Query<long>(
            """
            SELECT a.current_revision FROM articles a
            WHERE NOT EXISTS (SELECT 1 FROM passage_vectors v WHERE v.revision_id = a.current_revision AND v.model_id = $model)
            ORDER BY a.current_revision DESC LIMIT $count
            """,
            ("$model", model?.Id ?? 0), ("$count", (long)count)),
        cancellationToken);

    public Task AddAsync(VectorModel model, IReadOnlyList<RevisionVectors> vectors, CancellationToken cancellationToken) => writes.WriteAsync(
        session => vectors.Sum(revision => session.Run(
            """
            INSERT INTO passage_vectors (model_id, revision_id, passages, spans, vectors)
            SELECT $model, $revision, $passages, $spans, $vectors
            WHERE EXISTS (SELECT 1 FROM revisions WHERE revision_id = $revision) AND EXISTS (SELECT 1 FROM vector_models WHERE model_id = $model)
            ON CONFLICT (revision_id, model_id) DO NOTHING
            """,
            ("$model", model.Id), ("$revision", revision.RevisionId), ("$passages", (long)revision.Passages.Count),
            ("$spans", MemoryMarshal.AsBytes<TextSpan>(revision.Passages.ToArray()).ToArray()), ("$vectors", MemoryMarshal.AsBytes<Half>(revision.Values).ToArray()))),
        cancellationToken);

    public async IAsyncEnumerable<RevisionVectors> ReadAsync(VectorModel model, long sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<VectorRow> rows;
        do
        {
            var after = sequence;
            rows = await readers.ReadAsync(
                session => session.Query<VectorRow>(
                    """
                    SELECT vector_id, revision_id, spans, vectors FROM passage_vectors
                    WHERE model_id = $model AND vector_id > $after ORDER BY vector_id LIMIT $count
                    """,
                    ("$model", model.Id), ("$after", after), ("$count", (long)BatchRows)),
                cancellationToken);
            foreach (var row in rows)
            {
                yield return row.ToVectors();
                sequence = row.VectorId;
            }
        }
        while (rows.Count > 0);
    }

    public Task<(long LastSequence, long Passages)> CountAsync(VectorModel model, CancellationToken cancellationToken) => readers.ReadAsync(
        session =>
        {
            var count = session.Query<CountRow>(
                """
                SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'passage_vectors'), 0) AS last_sequence,
                    coalesce((SELECT sum(passages) FROM passage_vectors WHERE model_id = $model), 0) AS passages
                """,
                ("$model", model.Id)).Single();
            return (count.LastSequence, count.Passages);
        },
        cancellationToken);

    public async Task PruneAsync(VectorModel kept, CancellationToken cancellationToken)
    {
        var found = await readers.ReadAsync(
            session => session.Query<long>(
                "SELECT vector_id FROM passage_vectors WHERE model_id <> $kept OR revision_id NOT IN (SELECT current_revision FROM articles)", ("$kept", kept.Id)),
            cancellationToken);
        foreach (var batch in found.Chunk(BatchRows))
            await writes.WriteAsync(session => batch.Sum(id => session.Run("DELETE FROM passage_vectors WHERE vector_id = $id", ("$id", id))), cancellationToken);
        await writes.WriteAsync(session => session.Run("DELETE FROM vector_models WHERE model_id <> $kept", ("$kept", kept.Id)), cancellationToken);
    }

    private sealed record ModelRow(long ModelId, string ModelKey, long Dimensions, byte[] Stamp)
    {
        public VectorModel ToModel() => new(ModelId, ModelKey, (int)Dimensions, new Guid(Stamp));
    }

    private sealed record VectorRow(long VectorId, long RevisionId, byte[] Spans, byte[] Vectors)
    {
        public RevisionVectors ToVectors() => new(RevisionId, MemoryMarshal.Cast<byte, TextSpan>(Spans).ToArray(), MemoryMarshal.Cast<byte, Half>(Vectors).ToArray())
        {
            Sequence = VectorId,
        };
    }

    private sealed record CountRow(long LastSequence, long Passages);
}
