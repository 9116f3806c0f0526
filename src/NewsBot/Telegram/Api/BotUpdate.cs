using System.Text.Json.Serialization;

namespace NewsBot.Telegram.Api;

/// <summary>Something that happened: a closed union.</summary>
/// <param name="Id">Grows by time; unique for the bot.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MessageArrived), "message")]
[JsonDerivedType(typeof(ButtonTapped), "tap")]
[JsonDerivedType(typeof(InlineAsked), "inline")]
[JsonDerivedType(typeof(MembershipChanged), "membership")]
[JsonDerivedType(typeof(OtherUpdate), "other")]
internal abstract record BotUpdate(long Id)
{
    /// <summary>What is handled in order: the chat's id; for an inline question the person's, whose private chat has the same id; 0 when there is neither.</summary>
    [JsonIgnore]
    public abstract long Lane { get; }
}

/// <summary>A message came, or was edited.</summary>
/// <param name="Id">The update's.</param>
/// <param name="Message">As it is now.</param>
/// <param name="IsEdit">Whether it had come before with another text.</param>
internal sealed record MessageArrived(long Id, IncomingMessage Message, bool IsEdit) : BotUpdate(Id)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override long Lane => Message.Chat.Id;
}

/// <summary>A button under a message of the bot was tapped.</summary>
/// <param name="Id">The update's.</param>
/// <param name="TapId">To answer it by.</param>
/// <param name="Sender">Who tapped.</param>
/// <param name="Chat">Where the message stands; null when it was sent in inline mode.</param>
/// <param name="ThreadId">The forum topic; null outside of one.</param>
/// <param name="MessageId">The message with the button; 0 when <paramref name="Chat"/> is null.</param>
/// <param name="Data">What the button carries; anything, since clients send it.</param>
internal sealed record ButtonTapped(long Id, string TapId, Person Sender, Chat? Chat, long? ThreadId, long MessageId, string Data) : BotUpdate(Id)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override long Lane => Chat?.Id ?? Sender.Id;
}

/// <summary>Somebody typed the bot's name and a question in a chat.</summary>
/// <param name="Id">The update's.</param>
/// <param name="QueryId">To answer it by.</param>
/// <param name="Sender">Who typed.</param>
/// <param name="Text">As far as it is typed, at most 256 characters.</param>
internal sealed record InlineAsked(long Id, string QueryId, Person Sender, string Text) : BotUpdate(Id)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override long Lane => Sender.Id;
}

/// <summary>The bot was added to a chat or removed from it; in a private chat, it was blocked or unblocked.</summary>
/// <param name="Id">The update's.</param>
/// <param name="Chat">Which chat.</param>
/// <param name="Sender">Who did it.</param>
/// <param name="MayWrite">Whether the bot is a member now.</param>
internal sealed record MembershipChanged(long Id, Chat Chat, Person Sender, bool MayWrite) : BotUpdate(Id)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override long Lane => Chat.Id;
}

/// <summary>What the bot does not use.</summary>
/// <param name="Id">The update's.</param>
internal sealed record OtherUpdate(long Id) : BotUpdate(Id)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override long Lane => 0;
}
