namespace NewsBot.Telegram.Api;

/// <summary>What a chat is.</summary>
internal enum ChatKind
{
    /// <summary>One person and the bot.</summary>
    Private,

    /// <summary>A small group; becomes a supergroup with another id.</summary>
    Group,

    /// <summary>A group of any size, with or without topics.</summary>
    Supergroup,

    /// <summary>A channel; only its administrators write.</summary>
    Channel,
}
