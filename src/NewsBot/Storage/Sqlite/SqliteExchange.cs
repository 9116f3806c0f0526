using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Sqlite;

/// <summary>An exchange on its way into the table 'exchanges', made into text before it waits for the writing connection.</summary>
internal sealed class SqliteExchange(Exchange exchange)
{
    private readonly string citations = StoredJson.Write(exchange.Citations);
    private readonly string articleIds = StoredJson.Write(exchange.ArticleIds);

    /// <summary>Stores it; one with the same id is replaced, except the id of its reply.</summary>
    public void Upsert(SqliteSession session)
    {
        session.Run(
            """
            INSERT INTO exchanges (exchange_id, chat_id, thread_id, person_id, question, asked_as, asked_at, question_message_id, reply_message_id,
                answer, is_supported, citations, article_ids, digest_id, is_written)
            VALUES ($id, $chat, $thread, $person, $question, $askedAs, $askedAt, $questionMessage, $replyMessage,
                $answer, $isSupported, $citations, $articles, $digest, $isWritten)
            ON CONFLICT (exchange_id) DO UPDATE SET
                chat_id = excluded.chat_id, thread_id = excluded.thread_id, person_id = excluded.person_id, question = excluded.question,
                asked_as = excluded.asked_as, asked_at = excluded.asked_at, question_message_id = excluded.question_message_id,
                reply_message_id = coalesce(reply_message_id, excluded.reply_message_id), answer = excluded.answer,
                is_supported = excluded.is_supported, citations = excluded.citations, article_ids = excluded.article_ids, digest_id = excluded.digest_id,
                is_written = excluded.is_written
            """,
            ("$id", exchange.Id), ("$chat", exchange.Place.ChatId), ("$thread", exchange.Place.ThreadId), ("$person", exchange.PersonId),
            ("$question", exchange.Question), ("$askedAs", exchange.AskedAs), ("$askedAt", exchange.AskedAt.ToUnixTimeMilliseconds()),
            ("$questionMessage", exchange.QuestionMessageId), ("$replyMessage", exchange.ReplyMessageId), ("$answer", exchange.Answer),
            ("$isSupported", exchange.IsSupported), ("$citations", citations), ("$articles", articleIds),
            ("$digest", exchange.DigestId), ("$isWritten", exchange.IsWritten));
        session.Run("INSERT INTO chats (chat_id) VALUES ($chat) ON CONFLICT DO NOTHING", ("$chat", exchange.Place.ChatId));
    }

    /// <summary>Stores that a digest is sent; its stories are in the table 'digests', once for all chats.</summary>
    /// <returns>The exchange's id, below 0.</returns>
    public static long InsertDigest(SqliteSession session, Place place, long digestId, DateTimeOffset now) =>
        session.Number(
            """
            INSERT INTO exchanges (exchange_id, chat_id, thread_id, person_id, question, asked_as, asked_at, question_message_id, answer, is_supported,
                citations, article_ids, digest_id)
            VALUES (coalesce((SELECT min(exchange_id) FROM exchanges WHERE exchange_id < 0), 0) - 1, $chat, $thread, 0, '', '', $now, 0, '', 1, '[]', '[]', $digest)
            RETURNING exchange_id
            """,
            ("$chat", place.ChatId), ("$thread", place.ThreadId), ("$now", now.ToUnixTimeMilliseconds()), ("$digest", digestId))!.Value;

    /// <summary>The exchanges of a condition and an order.</summary>
    public static List<Exchange> Query(SqliteSession session, string where, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        session.Query<StoredExchange>($"SELECT {StoredExchange.Columns} FROM exchanges LEFT JOIN digests USING (digest_id) {where}", parameters)
            .ConvertAll(row => row.ToExchange());
}
