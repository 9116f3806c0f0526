using NewsBot.Core.Duplicates;

namespace NewsBot.Storage.Postgres;

/// <summary>The table 'duplicates', written in the transactions of the writer of articles, under the lock of the article log.</summary>
internal sealed class PostgresDuplicateGroups
{
    private const string Select = "SELECT revision_id, group_id, outlet, reported_at, signature FROM duplicates";

    private readonly DuplicateGrouper grouper = new();
    private long last;

    /// <summary>Groups the texts of a batch.</summary>
    public async Task WriteAsync(PostgresSession session, IReadOnlyCollection<NewText> texts)
    {
        await FollowAsync(session);
        var known = await session.QueryAsync<Row>(
            $"{Select} WHERE revision_id = ANY (@ids)", ("@ids", texts.Select(text => text.ReplacedRevisionId).OfType<long>().ToArray()));
        var replaced = known.Select(row => row.ToText()).OfType<GroupedText>().ToDictionary(text => text.RevisionId);
        var grouped = grouper.Group(texts, replaced.GetValueOrDefault);
        if (grouped.Count == 0)
            return;
        await session.RunAsync(
            """
            INSERT INTO duplicates (revision_id, group_id, outlet, reported_at, signature)
            SELECT * FROM unnest(@ids, @groups, @outlets, @times, @signatures)
            """,
            ("@ids", grouped.Select(text => text.RevisionId).ToArray()), ("@groups", grouped.Select(text => text.Group).ToArray()),
            ("@outlets", grouped.Select(text => text.Text.Outlet).ToArray()), ("@times", grouped.Select(text => text.Text.At.ToUnixTimeSeconds()).ToArray()),
            ("@signatures", grouped.Select(text => text.Text.Signature.ToBytes()).ToArray()));
        last = Math.Max(last, grouped.Max(text => text.RevisionId));
    }

    /// <summary>Takes in what other processes have stored.</summary>
    private async Task FollowAsync(PostgresSession session)
    {
        var rows = await session.QueryAsync<Row>(
            $"{Select} WHERE revision_id > greatest(@after, (SELECT coalesce(max(revision_id), 0) FROM duplicates) - @most) ORDER BY revision_id",
            ("@after", last), ("@most", (long)DuplicateIndex.DefaultCapacity));
        foreach (var row in rows)
        {
            last = row.RevisionId;
            if (row.ToText() is { } known)
                grouper.Add(known);
        }
    }

    private sealed record Row(long RevisionId, long GroupId, long Outlet, long ReportedAt, byte[] Signature)
    {
        /// <summary>The text; null when another version of the program wrote it.</summary>
        public GroupedText? ToText() => TextSignature.TryRead(Signature, out var signature)
            ? new GroupedText(RevisionId, GroupId, new ReportedText(signature, Outlet, DateTimeOffset.FromUnixTimeSeconds(ReportedAt)))
            : null;
    }
}
