using System.Text.RegularExpressions;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Dispatch;

/// <summary>What a message says to the bot: a command or plain words.</summary>
/// <param name="Command">As typed, without slash and bot's name; null for plain words.</param>
/// <param name="Text">The words after the command; or all of them, without the bot's name. May be empty.</param>
internal sealed partial record Addressing(string? Command, string Text)
{
    private static readonly char[] Separators = [' ', '\n', '\t', '\r', ':', ',', '–', '—', '-'];

    /// <summary>Reads a message.</summary>
    /// <param name="message">As it came. Where the text tells as much, the entities do not count, since anybody may send anything.</param>
    /// <param name="me">The bot.</param>
    /// <returns>Null when the message is for somebody else: in a group, when it has no name of the bot and no command, and replies to no message of the bot.</returns>
    public static Addressing? Of(Message message, User me)
    {
        var text = message.Words() ?? "";
        if (CommandWord().Match(text) is { Success: true } command)
        {
            var bot = command.Groups["bot"].Value;
            if (bot.Length > 0 && !string.Equals(bot, me.Username, StringComparison.OrdinalIgnoreCase))
                return null;
            var name = command.Groups["name"].Value;

            // In a group, a bare command that the bot does not have is another bot's.
            return message.Chat.IsGroup() && bot.Length == 0 && CommandTable.Find(name) is null && !message.RepliesTo(me)
                ? null
                : new Addressing(name, text[command.Length..].Trim());
        }

        var words = WithoutName(text, me);
        var speaksToBot = !message.Chat.IsGroup()
            || words.Length != text.Length
            || message.RepliesTo(me)
            || message.Mentions(me);
        return InTheMiddle(text, me, speaksToBot) ?? (speaksToBot ? new Addressing(null, words.Trim()) : null);
    }

    /// <summary>The command in the middle of a text, which clients show as a command: one with the bot's name, or a bare one in a text that speaks to the bot.</summary>
    /// <remarks>A command that deletes or stops something counts at the beginning only: 'what does /forget do' must not delete anything.</remarks>
    private static Addressing? InTheMiddle(string text, User me, bool speaksToBot)
    {
        foreach (Match match in CommandInside().Matches(text))
        {
            var bot = match.Groups["bot"].Value;
            var isNamed = string.Equals(bot, me.Username, StringComparison.OrdinalIgnoreCase);
            if ((!isNamed && (bot.Length > 0 || !speaksToBot)) || CommandTable.Find(match.Groups["name"].Value) is not { IsHarmless: true } command)
                continue;
            var after = WithoutName(text[(match.Index + match.Length)..], me).Trim(Separators);
            return new Addressing(command.Name, after.Length > 0 ? after : WithoutName(text[..match.Index], me).Trim());
        }

        return null;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>The text without '@newsbot'; the same text when it does not stand there.</summary>
    private static string WithoutName(string text, User me)
    {
        var name = "@" + me.Username;
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = at + name.Length;
            // Part of another name, of an address of mail or of the web.
            if ((end < text.Length && IsOfName(text[end])) || (at > 0 && (IsOfName(text[at - 1]) || text[at - 1] is '/' or '.' or '@')))
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

    [GeneratedRegex(@"^/(?<name>[A-Za-z0-9_]{1,64})(?:@(?<bot>[A-Za-z0-9_]{1,64}))?(?=\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CommandWord();

    // Telegram takes '/and/or' and 'https://news.example/ask' for no commands.
    [GeneratedRegex(
        @"(?<=[\s\p{Ps}\p{Pi}""'])/(?<name>[A-Za-z0-9_]{1,64})(?:@(?<bot>[A-Za-z0-9_]{1,64}))?(?![\w/@])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CommandInside();
}
