using System.Buffers;

namespace NewsBot.Core.Chats;

/// <summary>The bot's secret. It stands in the address of every call, so texts of other origin are cleaned of it before anybody sees them.</summary>
public sealed class BotToken
{
    private static readonly SearchValues<char> SecretCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly string secret;

    /// <summary>Takes a token as Telegram gives it out, '123456:AAF...'.</summary>
    /// <exception cref="ArgumentException">It has another form; the message does not tell it.</exception>
    public BotToken(string value)
    {
        var colon = value.IndexOf(':');
        if (colon is < 1 or > 16
            || colon == value.Length - 1
            || value.AsSpan(0, colon).ContainsAnyExceptInRange('0', '9')
            || value.AsSpan(colon + 1).ContainsAnyExcept(SecretCharacters))
        {
            throw new ArgumentException("The bot's token has to be of the form 123456:ABC-def_123, as @BotFather gives it out.", nameof(value));
        }

        Value = value;
        secret = value[(colon + 1)..];
    }

    /// <summary>The token itself.</summary>
    public string Value { get; }

    /// <summary>The text with the secret part of the token, however its colon is written, made unreadable.</summary>
    public string Redact(string text) => text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);

    /// <summary>The exception when nothing that it tells holds the token; else null.</summary>
    public Exception? CleanOrNull(Exception? exception) =>
        exception?.ToString().Contains(secret, StringComparison.OrdinalIgnoreCase) == false ? exception : null;

    /// <summary>Not the token.</summary>
    public override string ToString() => "***";
}
