namespace NewsBot.Storage.Postgres;

/// <summary>The article log, whose lines become visible in the order of their numbers.</summary>
/// <remarks>
/// A number is given when a line is written, and the line is visible when its transaction is committed: two transactions at once could commit in the other order, and a
/// follower that has read the later line would never see the earlier one. So each transaction that writes the log first takes the row of the table 'archive' and holds it
/// until it is committed. PostgreSQL makes a transaction visible before it gives its locks back, so the next one gets higher numbers, and reads what the last one wrote.
/// </remarks>
internal static class PostgresArticleLog
{
    /// <summary>The channel on which each process hears of new lines.</summary>
    public const string Channel = "newsbot_article_log";

    /// <summary>Waits until no other transaction writes the log, and keeps others from it until this one ends.</summary>
    /// <param name="session">In a transaction that has written nothing yet.</param>
    public static Task LockAsync(PostgresSession session) =>
        // A plan made for an empty archive would read the whole of a full one.
        session.RunAsync("SET LOCAL plan_cache_mode = force_custom_plan; SELECT FROM archive FOR UPDATE");

    /// <summary>Tells every process, once this transaction is committed, that the log has new lines.</summary>
    public static Task RingAsync(PostgresSession session) => session.RunAsync($"SELECT pg_notify('{Channel}', '')");
}
