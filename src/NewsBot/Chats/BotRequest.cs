namespace NewsBot.Chats;

/// <summary>A request to the Bot API, as it goes out.</summary>
/// <param name="Method">The Bot API's name of the method.</param>
/// <param name="Json">The parameters: one JSON object in the Bot API's words.</param>
/// <param name="File">The text of the file that a parameter names as 'attach://NAME'; null when the request sends no file.</param>
internal sealed record BotRequest(string Method, string Json, string? File = null);
