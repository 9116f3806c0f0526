namespace NewsBot.Telegram.Api;

/// <summary>A button under a message; one of <paramref name="Data"/> and <paramref name="Url"/> is set.</summary>
/// <param name="Text">On the button.</param>
/// <param name="Data">What a tap sends back, 1 to 64 bytes of UTF-8; null for a link.</param>
/// <param name="Url">What a tap opens; null for a button that the bot handles.</param>
internal sealed record Button(string Text, string? Data, string? Url = null);
