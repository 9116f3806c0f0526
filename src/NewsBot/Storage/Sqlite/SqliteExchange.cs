using Microsoft.Data.Sqlite;
using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Sqlite;

/// <summary>An exchange on its way into the table 'exchanges', made into text before it waits for the writing connection.</summary>
internal sealed class SqliteExchange(Exchange exchange)
{
    /// <summary>What <see cref="Read"/> expects, to be followed by a condition.</summary>
    public const string Select = """
        SELECT exchange_id, chat_id, thread_id, person_id, question, asked_as, asked_at, question_message_id, reply_message_id,
               answer, is_supported, citations, article_ids, digest_id, stories, is_written
        FROM exchanges LEFT JOIN digests USING (digest_id)
        """;

    private readonly string citations = StoredJson.Write(exchange.Citations);
    private readonly string articleIds = StoredJson.Write(exchange.ArticleIds);

    /// <summary>Stores it; one with the same id is replaced but for the id of its reply.</summary>
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

    /// <summary>Stores that a digest is sent; what it tells lies in the table 'digests', once for all chats.</summary>
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

    /// <summary>The exchange of a row of <see cref="Select"/>.</summary>
    public static Exchange Read(SqliteDataReader row)
    {
        var exchange = ReadAlone(row);
        if (row.NullableString(14) is not { } stories)
            return exchange;
        var digest = new SentDigest(exchange.AskedAt, StoredJson.ReadStories(stories));
        return exchange with
        {
            AskedAs = string.Join(' ', digest.Stories.Select(story => story.Headline + ".")),
            Answer = string.Join(' ', digest.Stories.Select(story => story.Text)),
            Citations = [.. digest.Stories.SelectMany(story => story.Citations)],
            ArticleIds = digest.ArticleIds,
        };
    }

    private static Exchange ReadAlone(SqliteDataReader row) => new(row.GetInt64(0), new Place(row.GetInt64(1), row.NullableInt64(2)), row.GetInt64(3))
    {
        Question = row.GetString(4),
        AskedAs = row.GetString(5),
        AskedAt = row.Instant(6),
        QuestionMessageId = row.GetInt64(7),
        ReplyMessageId = row.NullableInt64(8),
        Answer = row.GetString(9),
        IsSupported = row.GetBoolean(10),
        Citations = StoredJson.ReadCitations(row.GetString(11)),
        ArticleIds = StoredJson.ReadTexts(row.GetString(12)),
        DigestId = row.NullableInt64(13),
        IsWritten = row.GetBoolean(15),
    };
}
