using NewsBot.Core.Duplicates;

namespace NewsBot.Storage.Sqlite;

/// <summary>The table 'duplicates', written on the writer's connection and inside its transactions.</summary>
internal sealed class SqliteDuplicateGroups
{
    /// <summary>How many texts of an archive from before there were groups are read beside each batch.</summary>
    private const int UnreadTexts = 256;

    private const string Select = "SELECT revision_id, group_id, outlet, reported_at, signature FROM duplicates";

    private readonly DuplicateGrouper grouper = new();
    private long last;
    private bool hasUnread = true;

    /// <summary>Groups the texts of a batch, and some texts that were never read.</summary>
    public void Write(SqliteSession session, IReadOnlyCollection<NewText> texts)
    {
        if (texts.Count == 0)
            return;
        Follow(session);
        if (hasUnread)
            ReadUnread(session);
        Insert(session, texts);
    }

    /// <summary>Takes in what other processes have stored.</summary>
    private void Follow(SqliteSession session)
    {
        var rows = session.Query<Row>(
            $"{Select} WHERE revision_id > max($after, (SELECT coalesce(max(revision_id), 0) FROM duplicates) - $most) ORDER BY revision_id",
            ("$after", last), ("$most", (long)DuplicateIndex.DefaultCapacity));
        foreach (var row in rows)
        {
            last = row.RevisionId;
            if (row.ToText() is { } known)
                grouper.Add(known);
        }
    }

    /// <summary>The newest first: an article that comes in now is most likely a copy of these.</summary>
    private void ReadUnread(SqliteSession session)
    {
        var rows = session.Query<StoredArticleRow>(
            """
            SELECT r.revision_id, r.title, r.url, r.source, r.published_at, r.ingested_at, r.body
            FROM unread_texts u JOIN revisions r ON r.revision_id = u.revision_id ORDER BY u.revision_id DESC LIMIT $most
            """,
            ("$most", UnreadTexts));
        hasUnread = rows.Count == UnreadTexts;
        foreach (var row in rows)
            session.Run("DELETE FROM unread_texts WHERE revision_id = $id", ("$id", row.RevisionId));
        Insert(session, [.. rows.Select(row => new NewText(row.RevisionId, null, row.ToArticle(), DateTimeOffset.FromUnixTimeSeconds(row.IngestedAt)))]);
    }

    private void Insert(SqliteSession session, IReadOnlyCollection<NewText> texts)
    {
        foreach (var text in grouper.Group(texts, id => session.Find<Row>($"{Select} WHERE revision_id = $id", ("$id", id))?.ToText()))
        {
            session.Run(
                "INSERT INTO duplicates (revision_id, group_id, outlet, reported_at, signature) VALUES ($id, $group, $outlet, $at, $signature)",
                ("$id", text.RevisionId), ("$group", text.Group), ("$outlet", text.Text.Outlet), ("$at", text.Text.At.ToUnixTimeSeconds()),
                ("$signature", text.Text.Signature.ToBytes()));
            last = Math.Max(last, text.RevisionId);
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
