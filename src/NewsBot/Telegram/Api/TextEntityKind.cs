namespace NewsBot.Telegram.Api;

/// <summary>What a part of a message's text is.</summary>
internal enum TextEntityKind
{
    /// <summary>'/ask' or '/ask@newsbot'.</summary>
    Command,

    /// <summary>'@newsbot'.</summary>
    Mention,

    /// <summary>A mention of an account by its name.</summary>
    NamedMention,
}
