namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>What a person wrote.</summary>
/// <param name="UpdateId">Of the update that tells the bot.</param>
internal readonly record struct FakeBotApiPosted(long UpdateId, long ChatId, long MessageId);
