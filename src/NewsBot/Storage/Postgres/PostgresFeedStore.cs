using NewsBot.Chats;
using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds;

namespace NewsBot.Storage.Postgres;

/// <summary>The feeds in the archive's PostgreSQL database.</summary>
internal sealed class PostgresFeedStore(PostgresDatabase database, TimeProvider time) : IFeedStore
{
    // Of an address as CanonicalUrl gives it: what is between 'https://' and the next slash.
    private const string Host = "split_part(substr(canonical_url, 9), '/', 1)";

    public Task<(FollowedFeed Feed, bool IsNew)> AddAsync(NewFeed feed, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var canonical = CanonicalUrl.From(feed.Address) ?? throw new ArgumentException($"'{feed.Address}' is no address of the web.", nameof(feed));
        return database.WriteAsync(
            async session =>
            {
                var isNew = await session.RunAsync(
                    """
                    INSERT INTO feeds (canonical_url, address, title, link, folder, full_text, added_at, next_due_at)
                    VALUES (@canonical, @address, @title, @link, @folder, @mode, @at, @at) ON CONFLICT (canonical_url) DO NOTHING
                    """,
                    ("@canonical", canonical), ("@address", feed.Address), ("@title", feed.Title), ("@link", feed.Link),
                    ("@folder", FeedFolder.From(feed.Folder)), ("@mode", StoredFeedRow.Write(feed.FullText)), ("@at", at.ToUnixTimeMilliseconds())) > 0;
                return ((await FindByCanonicalAsync(session, canonical))!, isNew);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<FollowedFeed>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var feeds = await database.ReadAsync(session => QueryAsync(session, "ORDER BY f.feed_id"), cancellationToken);
        return [.. feeds
            .OrderBy(feed => feed.Settings.Folder ?? "", StringComparer.OrdinalIgnoreCase)
            .ThenBy(feed => feed.Settings.Folder ?? "", StringComparer.Ordinal)
            .ThenBy(feed => feed.Settings.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public Task<FollowedFeed?> FindAsync(long feedId, CancellationToken cancellationToken) =>
        database.ReadAsync(async session => (await QueryAsync(session, "WHERE f.feed_id = @id", ("@id", feedId))).FirstOrDefault(), cancellationToken);

    public Task<FollowedFeed?> FindByAddressAsync(string address, CancellationToken cancellationToken) => CanonicalUrl.From(address) is { } canonical
        ? database.ReadAsync(session => FindByCanonicalAsync(session, canonical), cancellationToken)
        : Task.FromResult<FollowedFeed?>(null);

    public async Task<IReadOnlyList<WaitingTeaser>> ReadTeasersAsync(long feedId, int limit, CancellationToken cancellationToken)
    {
        var waiting = await database.ReadAsync(
            session => session.QueryAsync<StoredTeaserRow>(
                "SELECT item_id, hash, draft FROM feed_items WHERE feed_id = @id AND draft IS NOT NULL ORDER BY item_id LIMIT @limit",
                ("@id", feedId), ("@limit", limit)),
            cancellationToken);
        return waiting.ConvertAll(row => row.ToTeaser());
    }

    public Task<bool?> RemoveAsync(long feedId, IReadOnlyList<WaitingTeaser> stored, CancellationToken cancellationToken) => database.WriteAsync<bool?>(
        async session =>
        {
            // A poll that is stored just now holds the row: its words come before this look at what is left.
            await session.NumberAsync("SELECT feed_id FROM feeds WHERE feed_id = @id FOR UPDATE", ("@id", feedId));
            foreach (var item in stored)
                await session.RunAsync("UPDATE feed_items SET draft = NULL WHERE item_id = @item AND hash = @hash", ("@item", item.ItemId), ("@hash", item.Hash));
            return await session.NumberAsync("SELECT count(*) FROM feed_items WHERE feed_id = @id AND draft IS NOT NULL", ("@id", feedId)) > 0
                ? null
                : await session.RunAsync("DELETE FROM feeds WHERE feed_id = @id", ("@id", feedId)) > 0;
        },
        cancellationToken);

    public Task<bool> SetPausedAsync(long feedId, bool isPaused, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        async session => isPaused
            ? await session.RunAsync("UPDATE feeds SET is_paused = true WHERE feed_id = @id", ("@id", feedId)) > 0
            : await session.RunAsync(
                "UPDATE feeds SET is_paused = false, is_gone = false, failures = 0, failing_since = NULL, problem = NULL, next_due_at = @at WHERE feed_id = @id",
                ("@at", at.ToUnixTimeMilliseconds()), ("@id", feedId)) > 0,
        cancellationToken);

    public async Task<IReadOnlyList<FollowedFeed>> ReadDueAsync(DateTimeOffset at, int perHost, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => QueryAsync(
                session,
                $"""
                JOIN (
                    SELECT feed_id, row_number() OVER (PARTITION BY {Host} ORDER BY next_due_at, feed_id) AS turn
                    FROM feeds WHERE next_due_at <= @at AND NOT is_paused
                ) due ON due.feed_id = f.feed_id
                WHERE due.turn <= @perHost
                ORDER BY f.next_due_at, f.feed_id LIMIT @limit
                """,
                ("@at", at.ToUnixTimeMilliseconds()), ("@perHost", perHost), ("@limit", limit)),
            cancellationToken);

    public Task<bool> BeginAsync(FollowedFeed feed, DateTimeOffset dueAgain, CancellationToken cancellationToken) => database.WriteAsync(
        async session => await session.RunAsync(
            "UPDATE feeds SET next_due_at = @again WHERE feed_id = @id AND NOT is_paused AND next_due_at IS NOT DISTINCT FROM @due",
            ("@again", dueAgain.ToUnixTimeMilliseconds()), ("@id", feed.Settings.Id), ("@due", feed.State.NextDueAt?.ToUnixTimeMilliseconds())) > 0,
        cancellationToken);

    public async Task<IReadOnlyDictionary<string, SeenItem>> ReadSeenAsync(long feedId, CancellationToken cancellationToken)
    {
        var items = await database.ReadAsync(
            session => session.QueryAsync<StoredSeenRow>(
                "SELECT item_key, hash, article_id, first_seen_at, canonical_url FROM feed_items WHERE feed_id = @feed", ("@feed", feedId)),
            cancellationToken);
        return items.ToDictionary(item => item.ItemKey, item => item.ToItem(), StringComparer.Ordinal);
    }

    public Task<long?> CompleteAsync(FeedPoll poll, CancellationToken cancellationToken)
    {
        var completion = new PostgresFeedPoll(poll, time.GetInstant());
        return database.WriteAsync(completion.WriteAsync, cancellationToken);
    }

    public async Task<IReadOnlyList<PendingPage>> ReadDuePagesAsync(DateTimeOffset at, int perHost, int limit, CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(
            session => session.QueryAsync<StoredPageRow>(
                $"""
                SELECT {StoredFeedRow.Settings}, i.item_id, i.article_id, i.hash, i.page_url, i.page_tries, i.draft
                FROM (
                    SELECT *, row_number() OVER (PARTITION BY page_host ORDER BY page_due_at, item_id) AS turn
                    FROM feed_items WHERE page_due_at <= @at AND feed_id IN (SELECT feed_id FROM feeds WHERE NOT is_paused)
                ) i JOIN feeds f ON f.feed_id = i.feed_id
                WHERE i.turn <= @perHost
                ORDER BY i.page_due_at, i.item_id LIMIT @limit
                """,
                ("@at", at.ToUnixTimeMilliseconds()), ("@perHost", perHost), ("@limit", limit)),
            cancellationToken);
        return due.ConvertAll(row => row.ToPage());
    }

    public Task<bool> BeginPageAsync(PendingPage page, DateTimeOffset dueAgain, CancellationToken cancellationToken) => database.WriteAsync(
        async session => await session.RunAsync(
            """
            UPDATE feed_items SET page_tries = page_tries + 1, page_due_at = @again
            WHERE item_id = @id AND hash = @hash AND page_tries = @tries AND page_due_at IS NOT NULL AND feed_id IN (SELECT feed_id FROM feeds WHERE NOT is_paused)
            """,
            ("@again", dueAgain.ToUnixTimeMilliseconds()), ("@id", page.ItemId), ("@hash", page.Hash), ("@tries", page.Tries)) > 0,
        cancellationToken);

    public Task CompletePageAsync(PendingPage page, int tries, DateTimeOffset? dueAt, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.RunAsync(
            "UPDATE feed_items SET draft = NULL, page_tries = @tries, page_due_at = @due WHERE item_id = @id AND hash = @hash",
            ("@tries", tries), ("@due", dueAt?.ToUnixTimeMilliseconds()), ("@id", page.ItemId), ("@hash", page.Hash)),
        cancellationToken);

    public async Task<IReadOnlyList<OutboxMessage>> TellAsync(
        IReadOnlyList<long> feedIds, FeedNotice notice, IReadOnlyList<NewOutboxMessage> messages, CancellationToken cancellationToken)
    {
        var rows = new PostgresOutboxRows(messages, time);
        return await database.WriteAsync<IReadOnlyList<OutboxMessage>>(
            async session =>
            {
                await PostgresSlots.EnterAsync(session, rows.ChatIds);
                var isNews = await session.RunAsync(
                    "UPDATE feeds SET is_failure_told = @told WHERE feed_id = ANY (@ids) AND is_failure_told <> @told",
                    ("@told", notice == FeedNotice.Failing), ("@ids", feedIds.ToArray())) > 0;
                return isNews ? await rows.InsertAsync(session) : [];
            },
            cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindFoldersAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken)
    {
        // By its address too: an article that first came in by another way has another id.
        var found = await database.ReadAsync(
            session => session.QueryAsync<StoredFolderRow>(
                """
                SELECT i.article_id, f.folder FROM feed_items i JOIN feeds f ON f.feed_id = i.feed_id
                WHERE i.article_id = ANY (@ids) AND f.folder IS NOT NULL
                UNION
                SELECT a.public_id, f.folder FROM articles a JOIN feed_items i ON i.canonical_url = a.canonical_url JOIN feeds f ON f.feed_id = i.feed_id
                WHERE a.public_id = ANY (@ids) AND f.folder IS NOT NULL
                """,
                ("@ids", articleIds.ToArray())),
            cancellationToken);
        return StoredFolderRow.ToFolders(found);
    }

    /// <summary>The feeds of a condition and an order; the table is f.</summary>
    private static Task<List<FollowedFeed>> QueryAsync(PostgresSession session, string where, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        ReadAsync(session.QueryAsync<StoredFeedRow>($"{StoredFeedRow.Select} {where}", parameters));

    private static async Task<List<FollowedFeed>> ReadAsync(Task<List<StoredFeedRow>> rows) => (await rows).ConvertAll(row => row.ToFeed());

    private static async Task<FollowedFeed?> FindByCanonicalAsync(PostgresSession session, string canonical) =>
        (await QueryAsync(session, "WHERE f.canonical_url = @canonical", ("@canonical", canonical))).FirstOrDefault();
}
