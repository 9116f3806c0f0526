namespace NewsBot.Telegram.Api;

/// <summary>An answer offered in inline mode.</summary>
/// <param name="Id">1 to 64 bytes, unique among the results.</param>
/// <param name="Title">One line.</param>
/// <param name="Description">A line or two below the title; null for none.</param>
/// <param name="Html">The message that is sent when it is chosen, as in <see cref="SendMessage"/>.</param>
internal sealed record InlineResult(string Id, string Title, string? Description, string Html);
