using NewsBot.Chats;

namespace NewsBot.Telegram.Sending;

/// <summary>What became of a message that the sender tried to send: a closed union.</summary>
internal abstract record SendVerdict
{
    private SendVerdict()
    {
    }

    /// <summary>It is sent or given up: the next one follows.</summary>
    public sealed record Ended : SendVerdict;

    /// <summary>It is tried again later.</summary>
    /// <param name="Wait">Not before.</param>
    /// <param name="Counts">Whether the wait grows with each attempt.</param>
    public sealed record Later(TimeSpan Wait, bool Counts) : SendVerdict;

    /// <summary>The service told the bot to wait; it is tried again after that.</summary>
    /// <param name="RetryAfter">How long.</param>
    public sealed record Held(TimeSpan RetryAfter) : SendVerdict;

    /// <summary>It is tried again at once in another form.</summary>
    /// <param name="Message">The same message, changed.</param>
    public sealed record Instead(OutboxMessage Message) : SendVerdict;

    /// <summary>The chat has a new number, and everything that waits goes there.</summary>
    /// <param name="ChatId">The new one.</param>
    public sealed record Moved(long ChatId) : SendVerdict;

    /// <summary>Nothing can be sent into the chat: all that waits for it is given up.</summary>
    public sealed record Blocked : SendVerdict;
}
