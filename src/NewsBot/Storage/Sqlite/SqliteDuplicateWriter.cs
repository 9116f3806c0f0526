using Microsoft.Data.Sqlite;
using NewsBot.Core.Articles;
using NewsBot.Core.Duplicates;

namespace NewsBot.Storage.Sqlite;

/// <summary>Puts each revision into the group of its near duplicates, on the writer's connection and inside its transactions.</summary>
/// <remarks>
/// Compares with the latest <see cref="DuplicateIndex.DefaultCapacity"/> texts that this and other processes have stored. A group is known by the
/// revision that founded it, whatever becomes of that one.
/// </remarks>
/// <param name="prepare">Makes a command of the writer's out of a statement and the names of its parameters.</param>
internal sealed class SqliteDuplicateWriter(Func<string, string[], SqliteCommand> prepare) : IDisposable
{
    /// <summary>How many texts of an archive from before there were groups are read beside each batch.</summary>
    private const int UnreadTexts = 256;

    private readonly SqliteCommand insert = prepare(
        "INSERT INTO duplicates (revision_id, group_id, outlet, reported_at, signature) VALUES ($id, $group, $outlet, $at, $signature)",
        ["$id", "$group", "$outlet", "$at", "$signature"]);

    private readonly SqliteCommand after = prepare(
        """
        SELECT revision_id, group_id, outlet, reported_at, signature FROM duplicates
        WHERE revision_id > max($after, (SELECT coalesce(max(revision_id), 0) FROM duplicates) - $most) ORDER BY revision_id
        """,
        ["$after", "$most"]);

    private readonly SqliteCommand one = prepare("SELECT revision_id, group_id, outlet, reported_at, signature FROM duplicates WHERE revision_id = $id", ["$id"]);

    private readonly SqliteCommand unread = prepare(
        """
        SELECT r.revision_id, r.title, r.url, r.source, r.published_at, r.ingested_at, r.body
        FROM unread_texts u JOIN revisions r ON r.revision_id = u.revision_id ORDER BY u.revision_id DESC LIMIT $most
        """,
        ["$most"]);

    private readonly SqliteCommand forget = prepare("DELETE FROM unread_texts WHERE revision_id = $id", ["$id"]);

    private DuplicateIndex index = new();
    private long last;
    private bool hasUnread = true;

    /// <summary>Groups what a batch has stored, and some of what was never looked at.</summary>
    public void Write(IReadOnlyCollection<StoredText> stored)
    {
        if (stored.Count == 0)
            return;
        Follow();
        if (hasUnread)
            ReadUnread();
        // Signatures are most of the work, and independent of each other.
        foreach (var (text, reported) in stored.AsParallel().AsOrdered().Select(text => (text, ReportedText.Of(text.Article, text.SeenAt))))
        {
            if (reported is not null)
                Insert(text.RevisionId, reported, (text.ReplacedRevisionId is { } replaced ? GroupOfReplaced(replaced, reported) : null) ?? index.Find(reported));
        }
    }

    /// <summary>Forgets what a transaction that was rolled back has put into memory.</summary>
    public void Reset() => (index, last, hasUnread) = (new DuplicateIndex(), 0, true);

    /// <inheritdoc/>
    public void Dispose()
    {
        insert.Dispose();
        after.Dispose();
        one.Dispose();
        unread.Dispose();
        forget.Dispose();
    }

    /// <summary>Takes in what other processes have stored.</summary>
    private void Follow()
    {
        Set(after, last, (long)DuplicateIndex.DefaultCapacity);
        using var rows = after.ExecuteReader();
        while (rows.Read())
        {
            last = rows.GetInt64(0);
            if (Read(rows) is { } known)
                index.Add(known.Text, known.Group);
        }
    }

    /// <summary>The newest first: what comes in now is most likely a copy of these.</summary>
    private void ReadUnread()
    {
        var found = new List<StoredText>();
        Set(unread, UnreadTexts);
        using (var rows = unread.ExecuteReader())
        {
            while (rows.Read())
            {
                var article = new Article { Id = "", Title = rows.GetString(1), Url = rows.NullableString(2), Source = rows.NullableString(3), Body = rows.GetString(6) };
                found.Add(new StoredText(rows.GetInt64(0), null, article, DateTimeOffset.FromUnixTimeSeconds(rows.NullableInt64(4) ?? rows.GetInt64(5))));
            }
        }

        hasUnread = found.Count == UnreadTexts;
        foreach (var text in found)
        {
            Set(forget, text.RevisionId);
            forget.ExecuteNonQuery();
            if (ReportedText.Of(text.Article, text.SeenAt) is { } reported)
                Insert(text.RevisionId, reported, index.Find(reported));
        }
    }

    /// <summary>The group of the text that this one takes the place of, if it is the same but for small changes, however much later.</summary>
    private long? GroupOfReplaced(long revisionId, ReportedText text)
    {
        Set(one, revisionId);
        using var row = one.ExecuteReader();
        // As between two outlets: what the rule for one outlet keeps apart are its columns and lists, not the states of one article.
        return row.Read() && Read(row) is { } known && text.CopyOf(known.Text with { At = text.At, Outlet = 0 }) is not null ? known.Group : null;
    }

    private void Insert(long revisionId, ReportedText text, long? group)
    {
        Set(insert, revisionId, group ?? revisionId, text.Outlet, text.At.ToUnixTimeSeconds(), text.Signature.ToBytes());
        insert.ExecuteNonQuery();
        index.Add(text, group ?? revisionId);
        last = Math.Max(last, revisionId);
    }

    private static (ReportedText Text, long Group)? Read(SqliteDataReader row) =>
        TextSignature.TryRead(row.GetFieldValue<byte[]>(4), out var signature)
            ? (new ReportedText(signature, row.GetInt64(2), DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(3))), row.GetInt64(1))
            : null;

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }

    /// <summary>A revision that was stored.</summary>
    /// <param name="RevisionId">Its id.</param>
    /// <param name="ReplacedRevisionId">The one before it; null when the article is new.</param>
    /// <param name="Article">What it says.</param>
    /// <param name="SeenAt">When it came in.</param>
    internal readonly record struct StoredText(long RevisionId, long? ReplacedRevisionId, Article Article, DateTimeOffset SeenAt);
}
