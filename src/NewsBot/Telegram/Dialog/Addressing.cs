using System.Text.RegularExpressions;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Texts;

namespace NewsBot.Telegram.Dialog;

/// <summary>What a message says to the bot: a command or plain words; null when it does not speak to it.</summary>
/// <param name="Command">As typed, without slash and bot's name; null for plain words.</param>
/// <param name="Text">The words after the command; or all of them, without the bot's name. May be empty.</param>
internal sealed partial record Addressing(string? Command, string Text)
{
    /// <summary>Reads a message.</summary>
    /// <param name="message">As it came; entities are not relied on where the text tells as much, since anybody may send anything.</param>
    /// <param name="me">The bot.</param>
    /// <returns>Null when the message is for somebody else: in a group, one without the bot's name, command or message to reply to.</returns>
    public static Addressing? Of(IncomingMessage message, BotIdentity me)
    {
        var text = message.Text ?? "";
        if (CommandWord().Match(text) is { Success: true } command)
        {
            var bot = command.Groups["bot"].Value;
            if (bot.Length > 0 && !string.Equals(bot, me.UserName, StringComparison.OrdinalIgnoreCase))
                return null;
            var name = command.Groups["name"].Value;

            // In a group, a bare command that the bot does not have is another bot's.
            return message.Chat.IsGroup && bot.Length == 0 && BotCommands.Find(name) is null && message.ReplyTo?.SenderId != me.Id
                ? null
                : new Addressing(name, text[command.Length..].Trim());
        }

        var words = WithoutName(text, me);
        var speaksToBot = !message.Chat.IsGroup
            || words.Length != text.Length
            || message.ReplyTo?.SenderId == me.Id
            || message.Entities.Any(entity => entity.Kind == TextEntityKind.NamedMention && entity.PersonId == me.Id);
        return speaksToBot ? new Addressing(null, words.Trim()) : null;
    }

    /// <summary>The text without '@newsbot', wherever it stands; the very same text when it does not.</summary>
    private static string WithoutName(string text, BotIdentity me)
    {
        var name = "@" + me.UserName;
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = at + name.Length;
            if (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                at = end;
                continue;
            }

            // '@newsbot, what…' and '@newsbot: what…'.
            while (at == 0 && end < text.Length && text[end] is ',' or ':' or ' ')
                end++;
            text = text.Remove(at, end - at);
        }

        return text;
    }

    [GeneratedRegex(@"^/(?<name>[A-Za-z0-9_]{1,64})(?:@(?<bot>[A-Za-z0-9_]{1,64}))?(?=\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CommandWord();
}
