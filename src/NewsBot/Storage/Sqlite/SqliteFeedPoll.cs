using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds;

namespace NewsBot.Storage.Sqlite;

/// <summary>Writes the result of a poll, inside a transaction.</summary>
internal sealed class SqliteFeedPoll(FeedPoll poll, DateTimeOffset now)
{
    private readonly string?[] drafts = [.. poll.Items.Select(item => item.Draft is { } draft ? StoredJson.Write(draft) : null)];

    /// <inheritdoc cref="IFeedStore.CompleteAsync"/>
    public long? Write(SqliteSession session)
    {
        if (!WriteState(session))
            return null;
        WriteItems(session);
        return poll.MovedTo is { } target ? Move(session, target) : null;
    }

    private bool WriteState(SqliteSession session)
    {
        var state = poll.State;
        return session.Run(
            """
            UPDATE feeds SET
                title = coalesce($title, title), language = coalesce($language, language), link = coalesce($link, link),
                etag = $etag, last_modified = $modified, body_hash = $hash, last_try_at = $tried, last_success_at = $succeeded, last_change_at = $changed,
                next_due_at = $due, interval = $interval, time_to_live = $ttl, skip_hours = $hours, skip_days = $days,
                failures = $failures, failing_since = $failing, problem = $problem, is_gone = $gone
            WHERE feed_id = $id
            """,
            ("$title", poll.Title), ("$language", poll.Language), ("$link", poll.Link),
            ("$etag", state.ETag), ("$modified", state.LastModified), ("$hash", state.BodyHash),
            ("$tried", Milliseconds(state.LastTryAt)), ("$succeeded", Milliseconds(state.LastSuccessAt)), ("$changed", Milliseconds(state.LastChangeAt)),
            ("$due", Milliseconds(state.NextDueAt)), ("$interval", (long)state.Interval.TotalMilliseconds), ("$ttl", (long?)state.TimeToLive?.TotalMilliseconds),
            ("$hours", state.SkipHours), ("$days", state.SkipDays), ("$failures", state.FailuresInRow), ("$failing", Milliseconds(state.FailingSince)),
            ("$problem", state.Problem), ("$gone", state.IsGone ? 1 : 0), ("$id", poll.FeedId)) > 0;
    }

    private void WriteItems(SqliteSession session)
    {
        var added = 0;
        foreach (var (index, item) in poll.Items.Index())
        {
            var host = item.PageUrl is { } url ? new Uri(url).IdnHost : null;
            var due = item.PageUrl is null ? null : Milliseconds(now);
            var isKnown = session.Run(
                """
                UPDATE feed_items SET hash = $hash, article_id = $article, canonical_url = $canonical, page_url = $page, page_host = $host,
                    page_due_at = $due, draft = $draft
                WHERE feed_id = $feed AND item_key = $key
                """,
                ("$hash", item.Hash), ("$article", item.ArticleId), ("$canonical", item.CanonicalUrl), ("$page", item.PageUrl), ("$host", host),
                ("$due", due), ("$draft", drafts[index]), ("$feed", poll.FeedId), ("$key", item.Key)) > 0;
            if (isKnown)
                continue;
            session.Run(
                """
                INSERT INTO feed_items (feed_id, item_key, hash, article_id, canonical_url, first_seen_at, page_url, page_host, page_due_at, draft)
                VALUES ($feed, $key, $hash, $article, $canonical, $seen, $page, $host, $due, $draft)
                """,
                ("$feed", poll.FeedId), ("$key", item.Key), ("$hash", item.Hash), ("$article", item.ArticleId), ("$canonical", item.CanonicalUrl),
                ("$seen", Milliseconds(item.FirstSeenAt)), ("$page", item.PageUrl), ("$host", host), ("$due", due), ("$draft", drafts[index]));
            added++;
        }

        if (added == 0)
            return;
        session.Run("UPDATE feeds SET items = items + $added WHERE feed_id = $feed", ("$added", added), ("$feed", poll.FeedId));

        // An item that still waits for its page has the only copy of its words.
        session.Run(
            """
            DELETE FROM feed_items WHERE feed_id = $feed AND draft IS NULL AND item_id <= (
                SELECT item_id FROM feed_items WHERE feed_id = $feed ORDER BY item_id DESC LIMIT 1 OFFSET $most)
            """,
            ("$feed", poll.FeedId), ("$most", IFeedStore.MaxItems));
    }

    private long? Move(SqliteSession session, string target)
    {
        if (CanonicalUrl.From(target) is not { } canonical)
            return null;
        var other = session.Number(
            "SELECT feed_id FROM feeds WHERE canonical_url = $canonical AND feed_id <> $id", ("$canonical", canonical), ("$id", poll.FeedId));
        if (other is not { } kept)
        {
            session.Run(
                "UPDATE feeds SET moved_from = address, address = $address, canonical_url = $canonical WHERE feed_id = $id AND address <> $address",
                ("$address", target), ("$canonical", canonical), ("$id", poll.FeedId));
            return null;
        }

        // Somebody paused that feed: this one goes on by itself.
        if (session.Number("SELECT is_paused FROM feeds WHERE feed_id = $id", ("$id", kept)) == 1)
            return null;
        session.Run("UPDATE OR IGNORE feed_items SET feed_id = $kept WHERE feed_id = $id", ("$kept", kept), ("$id", poll.FeedId));
        session.Run(
            """
            UPDATE feeds SET folder = coalesce(folder, (SELECT folder FROM feeds WHERE feed_id = $id)),
                moved_from = (SELECT address FROM feeds WHERE feed_id = $id),
                items = (SELECT count(*) FROM feed_items WHERE feed_id = $kept)
            WHERE feed_id = $kept
            """,
            ("$id", poll.FeedId), ("$kept", kept));
        // The address answers again: otherwise nothing would have led to it.
        session.Run(
            "UPDATE feeds SET is_gone = 0, failures = 0, failing_since = NULL, problem = NULL, next_due_at = $now WHERE feed_id = $kept AND is_gone = 1",
            ("$now", Milliseconds(now)), ("$kept", kept));
        session.Run("DELETE FROM feeds WHERE feed_id = $id", ("$id", poll.FeedId));
        return kept;
    }

    private static long? Milliseconds(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds();
}
