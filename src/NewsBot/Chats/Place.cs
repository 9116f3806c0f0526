namespace NewsBot.Chats;

/// <summary>The chat, and in a forum the topic, that a conversation is in.</summary>
/// <param name="ThreadId">The forum topic; null outside of one.</param>
internal readonly record struct Place(long ChatId, long? ThreadId);
