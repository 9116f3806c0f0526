namespace NewsBot.Telegram.Api;

/// <summary>An account that did something.</summary>
/// <param name="Id">Up to 52 bits.</param>
/// <param name="Name">The first name.</param>
/// <param name="LanguageCode">IETF tag of its app; null when not told.</param>
/// <param name="IsBot">Whether it is a bot.</param>
internal sealed record Person(long Id, string Name, string? LanguageCode, bool IsBot);
