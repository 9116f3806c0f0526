namespace NewsBot.Telegram.Api;

/// <summary>Why the bot cannot go on; stops the process.</summary>
internal sealed class BotFault(IHostApplicationLifetime lifetime)
{
    /// <summary>The service does not know the token.</summary>
    public const string WrongToken = "Telegram does not know this token. Check Telegram:Token; @BotFather shows the right one under /mybots.";

    private string? sentence;

    /// <summary>One sentence for the person who runs the bot; null while all is well.</summary>
    public string? Sentence => Volatile.Read(ref sentence);

    /// <summary>Stops the process; the first reason given counts.</summary>
    public void Stop(string reason)
    {
        Interlocked.CompareExchange(ref sentence, reason, null);
        lifetime.StopApplication();
    }
}
