using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage;

/// <summary>A row of the table 'exchanges', with the stories of its digest.</summary>
internal sealed class StoredExchange
{
    /// <summary>The columns, of the tables 'exchanges' and 'digests'.</summary>
    public const string Columns = """
        exchange_id, chat_id, thread_id, person_id, question, asked_as, asked_at, question_message_id, reply_message_id,
        answer, is_supported, citations, article_ids, digest_id, stories, is_written
        """;

    public long ExchangeId { get; init; }

    public long ChatId { get; init; }

    public long? ThreadId { get; init; }

    public long PersonId { get; init; }

    public required string Question { get; init; }

    public required string AskedAs { get; init; }

    public long AskedAt { get; init; }

    public long QuestionMessageId { get; init; }

    public long? ReplyMessageId { get; init; }

    public required string Answer { get; init; }

    public bool IsSupported { get; init; }

    public required string Citations { get; init; }

    public required string ArticleIds { get; init; }

    public long? DigestId { get; init; }

    public string? Stories { get; init; }

    public bool IsWritten { get; init; }

    /// <summary>The exchange; one that is about a digest tells its stories.</summary>
    public Exchange ToExchange()
    {
        var exchange = new Exchange(ExchangeId, new Place(ChatId, ThreadId), PersonId)
        {
            Question = Question,
            AskedAs = AskedAs,
            AskedAt = StoredInstant.Instant(AskedAt),
            QuestionMessageId = QuestionMessageId,
            ReplyMessageId = ReplyMessageId,
            Answer = Answer,
            IsSupported = IsSupported,
            Citations = StoredJson.ReadCitations(Citations),
            ArticleIds = StoredJson.ReadTexts(ArticleIds),
            DigestId = DigestId,
            IsWritten = IsWritten,
        };
        return Stories is null ? exchange : WithStories(exchange, new SentDigest(exchange.AskedAt, StoredJson.ReadStories(Stories)));
    }

    private static Exchange WithStories(Exchange exchange, SentDigest digest) => exchange with
    {
        AskedAs = string.Join(' ', digest.Stories.Select(story => story.Headline + ".")),
        Answer = string.Join(' ', digest.Stories.Select(story => story.Text)),
        Citations = [.. digest.Stories.SelectMany(story => story.Citations)],
        ArticleIds = digest.ArticleIds,
    };
}
