using NewsBot.Core.Conversations;

namespace NewsBot.Telegram.Sending;

/// <summary>The calls of one chat that wait to be made, in order.</summary>
internal sealed class PendingCalls
{
    /// <summary>Those waiting; the first one may be being made.</summary>
    public LinkedList<OutgoingCall> Calls { get; } = [];

    /// <summary>Whether the first one is being made.</summary>
    public bool IsBusy { get; set; }

    /// <summary>How often the first one failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Before when the first one is not tried again.</summary>
    public TimeSpan NotBefore { get; set; }
}
