namespace NewsBot.Telegram.Api;

/// <summary>Where people talk to the bot.</summary>
/// <param name="Id">Up to 52 bits; negative for groups; a person's id in a private chat.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Of a group or channel; null in a private chat.</param>
internal sealed record Chat(long Id, ChatKind Kind, string? Title)
{
    /// <summary>Whether it is a group of either kind.</summary>
    public bool IsGroup => Kind is ChatKind.Group or ChatKind.Supergroup;
}
