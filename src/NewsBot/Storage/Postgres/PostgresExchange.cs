using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Postgres;

/// <summary>Rows of the table 'exchanges'.</summary>
internal static class PostgresExchange
{
    /// <summary>Stores an exchange; one with the same id is replaced, except the id of its reply.</summary>
    public static async Task UpsertAsync(PostgresSession session, Exchange exchange)
    {
        await session.RunAsync(
            """
            INSERT INTO exchanges (exchange_id, chat_id, thread_id, person_id, question, asked_as, asked_at, question_message_id, reply_message_id,
                answer, is_supported, citations, article_ids, digest_id, is_written)
            VALUES (@id, @chat, @thread, @person, @question, @askedAs, @askedAt, @questionMessage, @replyMessage,
                @answer, @isSupported, @citations, @articles, @digest, @isWritten)
            ON CONFLICT (exchange_id) DO UPDATE SET
                chat_id = excluded.chat_id, thread_id = excluded.thread_id, person_id = excluded.person_id, question = excluded.question,
                asked_as = excluded.asked_as, asked_at = excluded.asked_at, question_message_id = excluded.question_message_id,
                reply_message_id = coalesce(exchanges.reply_message_id, excluded.reply_message_id), answer = excluded.answer,
                is_supported = excluded.is_supported, citations = excluded.citations, article_ids = excluded.article_ids, digest_id = excluded.digest_id,
                is_written = excluded.is_written
            """,
            ("@id", exchange.Id), ("@chat", exchange.Place.ChatId), ("@thread", exchange.Place.ThreadId), ("@person", exchange.PersonId),
            ("@question", exchange.Question), ("@askedAs", exchange.AskedAs), ("@askedAt", exchange.AskedAt.ToUnixTimeMilliseconds()),
            ("@questionMessage", exchange.QuestionMessageId), ("@replyMessage", exchange.ReplyMessageId), ("@answer", exchange.Answer),
            ("@isSupported", exchange.IsSupported), ("@citations", StoredJson.Write(exchange.Citations)), ("@articles", StoredJson.Write(exchange.ArticleIds)),
            ("@digest", exchange.DigestId), ("@isWritten", exchange.IsWritten));
        await NoteCitedAsync(session, exchange);
        await session.RunAsync("INSERT INTO chats (chat_id) VALUES (@chat) ON CONFLICT DO NOTHING", ("@chat", exchange.Place.ChatId));
    }

    /// <summary>Stores that a digest is sent; its stories are in the table 'digests', once for all chats.</summary>
    /// <returns>The exchange's id, below 0.</returns>
    public static async Task<long> InsertDigestAsync(PostgresSession session, Place place, long digestId, DateTimeOffset now) =>
        (await session.NumberAsync(
            """
            INSERT INTO exchanges (exchange_id, chat_id, thread_id, person_id, question, asked_as, asked_at, question_message_id, answer, is_supported,
                citations, article_ids, digest_id)
            VALUES (nextval('digest_exchange_ids'), @chat, @thread, 0, '', '', @now, 0, '', true, '[]', '[]', @digest)
            RETURNING exchange_id
            """,
            ("@chat", place.ChatId), ("@thread", place.ThreadId), ("@now", now.ToUnixTimeMilliseconds()), ("@digest", digestId)))!.Value;

    /// <summary>The exchanges of a condition and an order.</summary>
    public static async Task<List<Exchange>> QueryAsync(PostgresSession session, string where, params (string Name, object? Value)[] parameters) =>
        (await session.QueryAsync<StoredExchange>($"SELECT {StoredExchange.Columns} FROM exchanges LEFT JOIN digests USING (digest_id) {where}", parameters))
        .ConvertAll(row => row.ToExchange());

    /// <summary>Notes what retention must keep for the exchange.</summary>
    private static Task<int> NoteCitedAsync(PostgresSession session, Exchange exchange) => session.RunAsync(
        """
        WITH old_revisions AS (DELETE FROM cited_revisions WHERE exchange_id = @id AND revision_id <> ALL (@revisions)),
            old_articles AS (DELETE FROM cited_articles WHERE exchange_id = @id AND public_id <> ALL (@articles)),
            new_revisions AS (
                INSERT INTO cited_revisions (revision_id, exchange_id) SELECT DISTINCT revision, @id FROM unnest(@revisions) AS revision ON CONFLICT DO NOTHING)
        INSERT INTO cited_articles (public_id, exchange_id) SELECT DISTINCT article, @id FROM unnest(@articles) AS article ON CONFLICT DO NOTHING
        """,
        ("@id", exchange.Id), ("@revisions", exchange.Citations.Select(cited => cited.RevisionId).ToArray()), ("@articles", exchange.ArticleIds.ToArray()));
}
