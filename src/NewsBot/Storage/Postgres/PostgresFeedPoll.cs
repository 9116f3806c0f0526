using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds;

namespace NewsBot.Storage.Postgres;

/// <summary>Writes the result of a poll, inside a transaction.</summary>
internal sealed class PostgresFeedPoll(FeedPoll poll, DateTimeOffset now)
{
    private readonly string?[] drafts = [.. poll.Items.Select(item => item.Draft is { } draft ? StoredJson.Write(draft) : null)];

    /// <inheritdoc cref="IFeedStore.CompleteAsync"/>
    public async Task<long?> WriteAsync(PostgresSession session)
    {
        if (!await WriteStateAsync(session))
            return null;
        await WriteItemsAsync(session);
        return poll.MovedTo is { } target ? await MoveAsync(session, target) : null;
    }

    private async Task<bool> WriteStateAsync(PostgresSession session)
    {
        var state = poll.State;
        return await session.RunAsync(
            """
            UPDATE feeds SET
                title = coalesce(@title, title), language = coalesce(@language, language), link = coalesce(@link, link),
                etag = @etag, last_modified = @modified, body_hash = @hash, last_try_at = @tried, last_success_at = @succeeded, last_change_at = @changed,
                next_due_at = @due, interval = @interval, time_to_live = @ttl, skip_hours = @hours, skip_days = @days,
                failures = @failures, failing_since = @failing, problem = @problem, is_gone = @gone
            WHERE feed_id = @id
            """,
            ("@title", poll.Title), ("@language", poll.Language), ("@link", poll.Link),
            ("@etag", state.ETag), ("@modified", state.LastModified), ("@hash", state.BodyHash),
            ("@tried", Milliseconds(state.LastTryAt)), ("@succeeded", Milliseconds(state.LastSuccessAt)), ("@changed", Milliseconds(state.LastChangeAt)),
            ("@due", Milliseconds(state.NextDueAt)), ("@interval", (long)state.Interval.TotalMilliseconds), ("@ttl", (long?)state.TimeToLive?.TotalMilliseconds),
            ("@hours", state.SkipHours), ("@days", state.SkipDays), ("@failures", state.FailuresInRow), ("@failing", Milliseconds(state.FailingSince)),
            ("@problem", state.Problem), ("@gone", state.IsGone), ("@id", poll.FeedId)) > 0;
    }

    private async Task WriteItemsAsync(PostgresSession session)
    {
        var added = 0L;
        foreach (var (index, item) in poll.Items.Index())
        {
            // Nobody else writes items of this feed: its row is held since the state was written.
            added += await session.NumberAsync(
                """
                INSERT INTO feed_items (feed_id, item_key, hash, article_id, canonical_url, first_seen_at, page_url, page_host, page_due_at, draft)
                VALUES (@feed, @key, @hash, @article, @canonical, @seen, @page, @host, @due, @draft)
                ON CONFLICT (feed_id, item_key) DO UPDATE SET hash = excluded.hash, article_id = excluded.article_id, canonical_url = excluded.canonical_url,
                    page_url = excluded.page_url, page_host = excluded.page_host, page_due_at = excluded.page_due_at, draft = excluded.draft
                RETURNING CASE WHEN xmax = 0 THEN 1 ELSE 0 END::bigint
                """,
                ("@feed", poll.FeedId), ("@key", item.Key), ("@hash", item.Hash), ("@article", item.ArticleId), ("@canonical", item.CanonicalUrl),
                ("@seen", Milliseconds(item.FirstSeenAt)), ("@page", item.PageUrl), ("@host", item.PageUrl is { } url ? new Uri(url).IdnHost : null),
                ("@due", item.PageUrl is null ? null : Milliseconds(now)), ("@draft", drafts[index])) ?? 0;
        }

        if (added == 0)
            return;
        await session.RunAsync("UPDATE feeds SET items = items + @added WHERE feed_id = @feed", ("@added", added), ("@feed", poll.FeedId));

        // An item that still waits for its page has the only copy of its words.
        await session.RunAsync(
            """
            DELETE FROM feed_items WHERE feed_id = @feed AND draft IS NULL AND item_id <= (
                SELECT item_id FROM feed_items WHERE feed_id = @feed ORDER BY item_id DESC LIMIT 1 OFFSET @most)
            """,
            ("@feed", poll.FeedId), ("@most", IFeedStore.MaxItems));
    }

    private async Task<long?> MoveAsync(PostgresSession session, string target)
    {
        if (CanonicalUrl.From(target) is not { } canonical)
            return null;
        var other = await session.FindAsync<OtherFeed>(
            "SELECT feed_id, is_paused FROM feeds WHERE canonical_url = @canonical AND feed_id <> @id FOR UPDATE", ("@canonical", canonical), ("@id", poll.FeedId));
        if (other is null)
        {
            await session.RunAsync(
                "UPDATE feeds SET moved_from = address, address = @address, canonical_url = @canonical WHERE feed_id = @id AND address <> @address",
                ("@address", target), ("@canonical", canonical), ("@id", poll.FeedId));
            return null;
        }

        // Somebody paused that feed: this one goes on by itself.
        if (other.IsPaused)
            return null;
        await session.RunAsync(
            """
            UPDATE feed_items i SET feed_id = @kept
            WHERE i.feed_id = @id AND NOT EXISTS (SELECT 1 FROM feed_items k WHERE k.feed_id = @kept AND k.item_key = i.item_key)
            """,
            ("@kept", other.FeedId), ("@id", poll.FeedId));
        await session.RunAsync(
            """
            UPDATE feeds SET folder = coalesce(folder, (SELECT folder FROM feeds WHERE feed_id = @id)),
                moved_from = (SELECT address FROM feeds WHERE feed_id = @id),
                items = (SELECT count(*) FROM feed_items WHERE feed_id = @kept)
            WHERE feed_id = @kept
            """,
            ("@id", poll.FeedId), ("@kept", other.FeedId));
        // The address answers again: otherwise nothing would have led to it.
        await session.RunAsync(
            "UPDATE feeds SET is_gone = false, failures = 0, failing_since = NULL, problem = NULL, next_due_at = @now WHERE feed_id = @kept AND is_gone",
            ("@now", Milliseconds(now)), ("@kept", other.FeedId));
        await session.RunAsync("DELETE FROM feeds WHERE feed_id = @id", ("@id", poll.FeedId));
        return other.FeedId;
    }

    private static long? Milliseconds(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds();

    private sealed record OtherFeed(long FeedId, bool IsPaused);
}
