namespace NewsBot.Core.Questions;

/// <summary>Where a conversation goes on.</summary>
/// <param name="ChatId">The chat.</param>
/// <param name="ThreadId">The forum topic; null outside of one.</param>
public readonly record struct Place(long ChatId, long? ThreadId);
