namespace NewsBot.Telegram.Api;

/// <summary>A command as clients offer it.</summary>
/// <param name="Name">Without the slash, 1 to 32 of a to z, 0 to 9 and '_'.</param>
/// <param name="Description">1 to 256 characters.</param>
internal sealed record CommandDescription(string Name, string Description);
