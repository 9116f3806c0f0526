using NewsBot.Chats;
using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds;

namespace NewsBot.Storage.Sqlite;

/// <summary>The feeds in the archive's SQLite database.</summary>
internal sealed class SqliteFeedStore(SqliteReaders readers, SqliteWriteQueue writes, TimeProvider time) : IFeedStore
{
    // SQLite's parameters in one statement are bounded; a JSON array is one of them.
    private const string Given = "(SELECT value FROM json_each($ids))";

    // Of an address as CanonicalUrl gives it: what is between 'https://' and the next slash.
    private const string Host = "substr(canonical_url, 9, instr(substr(canonical_url, 9) || '/', '/') - 1)";

    public Task<(FollowedFeed Feed, bool IsNew)> AddAsync(NewFeed feed, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var canonical = CanonicalUrl.From(feed.Address) ?? throw new ArgumentException($"'{feed.Address}' is no address of the web.", nameof(feed));
        return writes.WriteAsync(
            session =>
            {
                var isNew = session.Run(
                    """
                    INSERT INTO feeds (canonical_url, address, title, link, folder, full_text, added_at, next_due_at)
                    SELECT $canonical, $address, $title, $link, $folder, $mode, $at, $at WHERE NOT EXISTS (SELECT 1 FROM feeds WHERE canonical_url = $canonical)
                    """,
                    ("$canonical", canonical), ("$address", feed.Address), ("$title", feed.Title), ("$link", feed.Link),
                    ("$folder", FeedFolder.From(feed.Folder)), ("$mode", StoredFeedRow.Write(feed.FullText)), ("$at", at.ToUnixTimeMilliseconds())) > 0;
                return (FindByCanonical(session, canonical)!, isNew);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<FollowedFeed>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var feeds = await readers.ReadAsync(session => Query(session, "ORDER BY f.feed_id"), cancellationToken);
        return [.. feeds
            .OrderBy(feed => feed.Settings.Folder ?? "", StringComparer.OrdinalIgnoreCase)
            .ThenBy(feed => feed.Settings.Folder ?? "", StringComparer.Ordinal)
            .ThenBy(feed => feed.Settings.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public Task<FollowedFeed?> FindAsync(long feedId, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => Query(session, "WHERE f.feed_id = $id", ("$id", feedId)).FirstOrDefault(), cancellationToken);

    public Task<FollowedFeed?> FindByAddressAsync(string address, CancellationToken cancellationToken) => CanonicalUrl.From(address) is { } canonical
        ? readers.ReadAsync(session => FindByCanonical(session, canonical), cancellationToken)
        : Task.FromResult<FollowedFeed?>(null);

    public async Task<IReadOnlyList<WaitingTeaser>> ReadTeasersAsync(long feedId, int limit, CancellationToken cancellationToken)
    {
        var waiting = await readers.ReadAsync(
            session => session.Query<StoredTeaserRow>(
                "SELECT item_id, hash, draft FROM feed_items WHERE feed_id = $id AND draft IS NOT NULL ORDER BY item_id LIMIT $limit",
                ("$id", feedId), ("$limit", limit)),
            cancellationToken);
        return waiting.ConvertAll(row => row.ToTeaser());
    }

    public Task<bool?> RemoveAsync(long feedId, IReadOnlyList<WaitingTeaser> stored, CancellationToken cancellationToken) =>
        writes.WriteAsync(session => Remove(session, feedId, stored), cancellationToken);

    public Task<bool> SetPausedAsync(long feedId, bool isPaused, DateTimeOffset at, CancellationToken cancellationToken) => writes.WriteAsync(
        session => isPaused
            ? session.Run("UPDATE feeds SET is_paused = 1 WHERE feed_id = $id", ("$id", feedId)) > 0
            : session.Run(
                "UPDATE feeds SET is_paused = 0, is_gone = 0, failures = 0, failing_since = NULL, problem = NULL, next_due_at = $at WHERE feed_id = $id",
                ("$at", at.ToUnixTimeMilliseconds()), ("$id", feedId)) > 0,
        cancellationToken);

    public async Task<IReadOnlyList<FollowedFeed>> ReadDueAsync(DateTimeOffset at, int perHost, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            session => Query(
                session,
                $"""
                JOIN (
                    SELECT feed_id, row_number() OVER (PARTITION BY {Host} ORDER BY next_due_at, feed_id) AS turn
                    FROM feeds WHERE next_due_at <= $at AND is_paused = 0
                ) due ON due.feed_id = f.feed_id
                WHERE due.turn <= $perHost
                ORDER BY f.next_due_at, f.feed_id LIMIT $limit
                """,
                ("$at", at.ToUnixTimeMilliseconds()), ("$perHost", perHost), ("$limit", limit)),
            cancellationToken);

    public Task<bool> BeginAsync(FollowedFeed feed, DateTimeOffset dueAgain, CancellationToken cancellationToken) => writes.WriteAsync(
        session => session.Run(
            "UPDATE feeds SET next_due_at = $again WHERE feed_id = $id AND is_paused = 0 AND next_due_at IS $due",
            ("$again", dueAgain.ToUnixTimeMilliseconds()), ("$id", feed.Settings.Id), ("$due", feed.State.NextDueAt?.ToUnixTimeMilliseconds())) > 0,
        cancellationToken);

    public async Task<IReadOnlyDictionary<string, SeenItem>> ReadSeenAsync(long feedId, CancellationToken cancellationToken)
    {
        var items = await readers.ReadAsync(
            session => session.Query<StoredSeenRow>(
                "SELECT item_key, hash, article_id, first_seen_at, canonical_url FROM feed_items WHERE feed_id = $feed", ("$feed", feedId)),
            cancellationToken);
        return items.ToDictionary(item => item.ItemKey, item => item.ToItem(), StringComparer.Ordinal);
    }

    public Task<long?> CompleteAsync(FeedPoll poll, CancellationToken cancellationToken)
    {
        var completion = new SqliteFeedPoll(poll, time.GetInstant());
        return writes.WriteAsync(completion.Write, cancellationToken);
    }

    public async Task<IReadOnlyList<PendingPage>> ReadDuePagesAsync(DateTimeOffset at, int perHost, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            session => session.Query<StoredPageRow>(
                $"""
                SELECT {StoredFeedRow.Settings}, i.item_id, i.article_id, i.hash, i.page_url, i.page_tries, i.draft
                FROM (
                    SELECT *, row_number() OVER (PARTITION BY page_host ORDER BY page_due_at, item_id) AS turn
                    FROM feed_items WHERE page_due_at <= $at AND feed_id IN (SELECT feed_id FROM feeds WHERE is_paused = 0)
                ) i JOIN feeds f ON f.feed_id = i.feed_id
                WHERE i.turn <= $perHost
                ORDER BY i.page_due_at, i.item_id LIMIT $limit
                """,
                ("$at", at.ToUnixTimeMilliseconds()), ("$perHost", perHost), ("$limit", limit))
                .ConvertAll(row => row.ToPage()),
            cancellationToken);

    public Task<bool> BeginPageAsync(PendingPage page, DateTimeOffset dueAgain, CancellationToken cancellationToken) => writes.WriteAsync(
        session => session.Run(
            """
            UPDATE feed_items SET page_tries = page_tries + 1, page_due_at = $again
            WHERE item_id = $id AND hash = $hash AND page_tries = $tries AND page_due_at IS NOT NULL AND feed_id IN (SELECT feed_id FROM feeds WHERE is_paused = 0)
            """,
            ("$again", dueAgain.ToUnixTimeMilliseconds()), ("$id", page.ItemId), ("$hash", page.Hash), ("$tries", page.Tries)) > 0,
        cancellationToken);

    public Task CompletePageAsync(PendingPage page, int tries, DateTimeOffset? dueAt, CancellationToken cancellationToken) => writes.WriteAsync(
        session => session.Run(
            "UPDATE feed_items SET draft = NULL, page_tries = $tries, page_due_at = $due WHERE item_id = $id AND hash = $hash",
            ("$tries", tries), ("$due", dueAt?.ToUnixTimeMilliseconds()), ("$id", page.ItemId), ("$hash", page.Hash)),
        cancellationToken);

    public async Task<IReadOnlyList<OutboxMessage>> TellAsync(
        IReadOnlyList<long> feedIds, FeedNotice notice, IReadOnlyList<NewOutboxMessage> messages, CancellationToken cancellationToken)
    {
        var rows = new SqliteOutboxRows(messages, time);
        return await writes.WriteAsync(
            session =>
            {
                var isNews = false;
                foreach (var id in feedIds)
                {
                    isNews |= session.Run(
                        "UPDATE feeds SET is_failure_told = $told WHERE feed_id = $id AND is_failure_told <> $told",
                        ("$told", notice == FeedNotice.Failing ? 1 : 0), ("$id", id)) > 0;
                }

                return isNews ? rows.Insert(session) : [];
            },
            cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindFoldersAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken)
    {
        // By its address too: an article that first came in by another way has another id.
        var found = await readers.ReadAsync(
            session => session.Query<StoredFolderRow>(
                $"""
                SELECT i.article_id, f.folder FROM feed_items i JOIN feeds f ON f.feed_id = i.feed_id
                WHERE i.article_id IN {Given} AND f.folder IS NOT NULL
                UNION
                SELECT a.public_id, f.folder FROM articles a JOIN feed_items i ON i.canonical_url = a.canonical_url JOIN feeds f ON f.feed_id = i.feed_id
                WHERE a.public_id IN {Given} AND f.folder IS NOT NULL
                """,
                ("$ids", StoredJson.Write([.. articleIds]))),
            cancellationToken);
        return StoredFolderRow.ToFolders(found);
    }

    /// <summary>Removes a feed whose words are all stored; null when some are left.</summary>
    private static bool? Remove(SqliteSession session, long feedId, IReadOnlyList<WaitingTeaser> stored)
    {
        foreach (var item in stored)
            session.Run("UPDATE feed_items SET draft = NULL WHERE item_id = $item AND hash = $hash", ("$item", item.ItemId), ("$hash", item.Hash));
        return session.Number("SELECT count(*) FROM feed_items WHERE feed_id = $id AND draft IS NOT NULL", ("$id", feedId)) > 0
            ? null
            : session.Run("DELETE FROM feeds WHERE feed_id = $id", ("$id", feedId)) > 0;
    }

    /// <summary>The feeds of a condition and an order; the table is f.</summary>
    private static List<FollowedFeed> Query(SqliteSession session, string where, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        session.Query<StoredFeedRow>($"{StoredFeedRow.Select} {where}", parameters).ConvertAll(row => row.ToFeed());

    private static FollowedFeed? FindByCanonical(SqliteSession session, string canonical) =>
        Query(session, "WHERE f.canonical_url = $canonical", ("$canonical", canonical)).FirstOrDefault();
}
