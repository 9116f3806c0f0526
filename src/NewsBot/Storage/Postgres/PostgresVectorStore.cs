using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsBot.Archive;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Storage.Postgres;

/// <summary>The vectors of passages in the archive's PostgreSQL database: a row a revision, a half-precision float a number.</summary>
/// <remarks>Who writes vectors of a model holds the model's row until the commit, so that they become visible in the order of their numbers.</remarks>
internal sealed class PostgresVectorStore(PostgresDatabase database) : IVectorStore
{
    private const int BatchRows = 64;
    private const string SelectModel = "SELECT model_id, model_key, dimensions, stamp FROM vector_models";

    public Task<VectorModel?> FindModelAsync(string key, CancellationToken cancellationToken) => database.ReadAsync(
        async session => (await session.FindAsync<ModelRow>($"{SelectModel} WHERE model_key = @key ORDER BY model_id DESC LIMIT 1", ("@key", key)))?.ToModel(),
        cancellationToken);

    public Task<VectorModel> AddModelAsync(string key, int dimensions, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.RunAsync(
                """
                INSERT INTO vector_models (model_key, dimensions, stamp) VALUES (@key, @dimensions, uuid_send(gen_random_uuid()))
                ON CONFLICT (model_key, dimensions) DO NOTHING
                """,
                ("@key", key), ("@dimensions", dimensions));
            return (await session.FindAsync<ModelRow>(
                $"{SelectModel} WHERE model_key = @key AND dimensions = @dimensions", ("@key", key), ("@dimensions", dimensions)))!.ToModel();
        },
        cancellationToken);

    public Task<IReadOnlyList<long>> FindMissingAsync(VectorModel? model, int count, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<long>>(
        async session => await session.QueryAsync<long>(
            """
            SELECT a.current_revision FROM articles a
            WHERE NOT EXISTS (SELECT 1 FROM passage_vectors v WHERE v.revision_id = a.current_revision AND v.model_id = @model)
            ORDER BY a.current_revision DESC LIMIT @count
            """,
            ("@model", model?.Id ?? 0), ("@count", count)),
        cancellationToken);

    public Task AddAsync(VectorModel model, IReadOnlyList<RevisionVectors> vectors, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            if (await session.NumberAsync("SELECT model_id FROM vector_models WHERE model_id = @model FOR UPDATE", ("@model", model.Id)) is null)
                return 0;
            return await session.RunAsync(
                """
                WITH present AS (
                    SELECT revision_id FROM revisions WHERE revision_id = ANY (@revisions) FOR KEY SHARE
                ), added AS (
                    INSERT INTO passage_vectors (model_id, revision_id, passages, spans, vectors)
                    SELECT @model, v.revision, v.passages, v.spans, v.vectors
                    FROM unnest(@revisions, @passages, @spans, @vectors) WITH ORDINALITY AS v (revision, passages, spans, vectors, turn)
                    WHERE v.revision IN (SELECT revision_id FROM present) ORDER BY v.turn
                    ON CONFLICT (revision_id, model_id) DO NOTHING RETURNING vector_id
                )
                UPDATE vector_models SET last_vector = greatest(last_vector, (SELECT max(vector_id) FROM added)) WHERE model_id = @model
                """,
                ("@model", model.Id),
                ("@revisions", vectors.Select(one => one.RevisionId).ToArray()),
                ("@passages", vectors.Select(one => (long)one.Passages.Count).ToArray()),
                ("@spans", vectors.Select(one => MemoryMarshal.AsBytes<TextSpan>(one.Passages.ToArray()).ToArray()).ToArray()),
                ("@vectors", vectors.Select(one => MemoryMarshal.AsBytes<Half>(one.Values).ToArray()).ToArray()));
        },
        cancellationToken);

    public async IAsyncEnumerable<RevisionVectors> ReadAsync(VectorModel model, long sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<VectorRow> rows;
        do
        {
            var after = sequence;
            rows = await database.ReadAsync(
                session => session.QueryAsync<VectorRow>(
                    """
                    SELECT vector_id, revision_id, spans, vectors FROM passage_vectors
                    WHERE model_id = @model AND vector_id > @after ORDER BY vector_id LIMIT @count
                    """,
                    ("@model", model.Id), ("@after", after), ("@count", BatchRows)),
                cancellationToken);
            foreach (var row in rows)
            {
                yield return row.ToVectors();
                sequence = row.VectorId;
            }
        }
        while (rows.Count > 0);
    }

    public Task<(long LastSequence, long Passages)> CountAsync(VectorModel model, CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            var count = await session.FindAsync<CountRow>(
                """
                SELECT coalesce((SELECT last_vector FROM vector_models WHERE model_id = @model), 0) AS last_sequence,
                    coalesce((SELECT sum(passages) FROM passage_vectors WHERE model_id = @model), 0)::bigint AS passages
                """,
                ("@model", model.Id));
            return (count!.LastSequence, count.Passages);
        },
        cancellationToken);

    public async Task PruneAsync(VectorModel kept, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            session => session.QueryAsync<long>(
                """
                SELECT vector_id FROM passage_vectors v
                WHERE model_id <> @kept OR NOT EXISTS (
                    SELECT 1 FROM articles a JOIN revisions r USING (article_key) WHERE r.revision_id = v.revision_id AND a.current_revision = r.revision_id)
                """,
                ("@kept", kept.Id)),
            cancellationToken);
        foreach (var batch in found.Chunk(BatchRows))
            await database.WriteAsync(session => session.RunAsync("DELETE FROM passage_vectors WHERE vector_id = ANY (@ids)", ("@ids", batch)), cancellationToken);
        await database.WriteAsync(session => session.RunAsync("DELETE FROM vector_models WHERE model_id <> @kept", ("@kept", kept.Id)), cancellationToken);
    }

    private sealed record ModelRow(long ModelId, string ModelKey, int Dimensions, byte[] Stamp)
    {
        public VectorModel ToModel() => new(ModelId, ModelKey, Dimensions, new Guid(Stamp));
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
