namespace NewsBot.Chats;

/// <summary>What the bot asked somebody to type.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="PersonId">Who was asked.</param>
/// <param name="MessageId">The message that asked.</param>
/// <param name="Since">When.</param>
internal sealed record AwaitedInput(AwaitedKind Kind, long PersonId, long MessageId, DateTimeOffset Since);

/// <summary>What somebody is to type.</summary>
internal enum AwaitedKind
{
    /// <summary>A time of day.</summary>
    Hour,

    /// <summary>A city or a time zone.</summary>
    City,

    /// <summary>Topics.</summary>
    Topics,
}
