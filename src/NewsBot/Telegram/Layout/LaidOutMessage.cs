using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Layout;

/// <summary>A message as it is sent; more than one when it is too long.</summary>
/// <param name="Pages">Telegram's HTML, each within the limit; at least one.</param>
/// <param name="Keyboard">The buttons under the last page; empty for none.</param>
/// <param name="PreviewUrl">The link whose preview is shown; null for none.</param>
internal sealed record LaidOutMessage(
    IReadOnlyList<string> Pages, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> Keyboard, string? PreviewUrl = null)
{
    /// <summary>A message without buttons.</summary>
    public static LaidOutMessage Of(IEnumerable<MessageBlock> blocks) => new(TelegramHtml.Write(blocks), []);

    /// <summary>A message of one plain paragraph.</summary>
    public static LaidOutMessage Of(string text) => Of([MessageBlock.Plain(text)]);

    /// <summary>The bot's own words: the first line is bold, and a blank line separates paragraphs.</summary>
    public static LaidOutMessage Titled(string text) => Of(MessageBlock.Titled(text));
}
