namespace NewsBot.Telegram.Api;

/// <summary>A message that another one replies to.</summary>
/// <param name="Id">Unique in its chat.</param>
/// <param name="SenderId">Who sent it; null when not told.</param>
/// <param name="Text">Its text or caption; null when there is none.</param>
internal sealed record RepliedMessage(long Id, long? SenderId, string? Text);
