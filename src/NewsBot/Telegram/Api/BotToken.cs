using System.Buffers;
using System.Globalization;

namespace NewsBot.Telegram.Api;

/// <summary>The bot's secret. It stands in the address of every request, so texts of other origin are cleaned of it before anybody sees them.</summary>
internal sealed class BotToken
{
    private const int MaxLength = 256;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly string secret;

    /// <summary>Takes a token of the form '123456:AAF...'.</summary>
    /// <exception cref="ArgumentException">It cannot be one; the message does not tell it.</exception>
    public BotToken(string value)
    {
        if (!IsToken(value))
            throw new ArgumentException("The bot's token has to be of the form 123456:ABC-def_123, as @BotFather gives it out.", nameof(value));
        Value = value;
        secret = value[(value.IndexOf(':') + 1)..];
    }

    /// <summary>The token itself.</summary>
    public string Value { get; }

    /// <summary>Whether a text has the form of a token: the bot's number, a colon, and a secret of A to Z, a to z, 0 to 9, '_' and '-'; at most 256 characters.</summary>
    public static bool IsToken(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return text.Length <= MaxLength
            && colon > 0
            && colon < text.Length - 1
            && long.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && !text.AsSpan(colon + 1).ContainsAnyExcept(Characters);
    }

    /// <summary>The text with the secret part of the token, however its colon is written, made unreadable.</summary>
    public string Redact(string text) => text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);

    /// <summary>The exception when nothing that it tells holds the token; else null.</summary>
    public Exception? CleanOrNull(Exception? exception) =>
        exception?.ToString().Contains(secret, StringComparison.OrdinalIgnoreCase) == false ? exception : null;

    /// <summary>Not the token.</summary>
    public override string ToString() => "***";
}
