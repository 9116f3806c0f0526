namespace NewsBot.Telegram.Api;

/// <summary>The bot's own account.</summary>
/// <param name="Id">As a user.</param>
/// <param name="UserName">Without '@'.</param>
/// <param name="Name">As people see it.</param>
internal sealed record BotIdentity(long Id, string UserName, string Name);
