namespace NewsBot.Chats;

/// <summary>Whether the digests of a subscription are sent, and why not.</summary>
internal enum SubscriptionState
{
    /// <summary>Hour or zone are not chosen yet, or the choosing was not ended.</summary>
    Unfinished,

    /// <summary>They are sent.</summary>
    Active,

    /// <summary>Somebody stopped them.</summary>
    Stopped,

    /// <summary>The chat may not be written to; they begin again when a person says so.</summary>
    Blocked,
}
