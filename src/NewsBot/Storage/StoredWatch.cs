using NewsBot.Chats;

namespace NewsBot.Storage;

/// <summary>A row of the table 'watches'.</summary>
internal sealed record StoredWatch(long WatchId, long ChatId, long? ThreadId, long PersonId, string Question, string Language, long AfterSequence, long Since)
{
    /// <summary>The columns.</summary>
    public const string Columns = "watch_id, chat_id, thread_id, person_id, question, language, after_sequence, since";

    public Watch ToWatch() => new(WatchId, new Place(ChatId, ThreadId), PersonId, Question, Language, AfterSequence, StoredInstant.Instant(Since));
}
