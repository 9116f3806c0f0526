using Telegram.Bot.Types;

namespace NewsBot.Telegram.Api;

/// <summary>Who the bot is, known once the service has said so.</summary>
internal sealed class BotSession
{
    private User? me;
    private volatile bool isReceiving;

    /// <summary>The bot's own account.</summary>
    /// <exception cref="InvalidOperationException">The session has not begun.</exception>
    public User Me => Volatile.Read(ref me) ?? throw new InvalidOperationException("The bot has not begun yet.");

    /// <summary>Whether updates arrive, or would if there were any.</summary>
    public bool IsReceiving
    {
        get => isReceiving;
        set => isReceiving = value;
    }

    /// <summary>Notes who the bot is.</summary>
    public void Begin(User identity) => Volatile.Write(ref me, identity);
}
