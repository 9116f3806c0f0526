namespace NewsBot.Telegram.Api;

/// <summary>A message as it came.</summary>
/// <param name="Id">Unique in its chat.</param>
/// <param name="Chat">Where it stands.</param>
internal sealed record IncomingMessage(long Id, Chat Chat)
{
    /// <summary>The forum topic; null outside of one and in the General topic.</summary>
    public long? ThreadId { get; init; }

    /// <summary>When it was sent; null when what was told is no time.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Who sent it; null for messages in the name of a chat.</summary>
    public Person? Sender { get; init; }

    /// <summary>The text, or the caption of a picture or file; null when there is none.</summary>
    public string? Text { get; init; }

    /// <summary>What Telegram found in the text; offsets in UTF-16 units that need not lie inside it.</summary>
    public IReadOnlyList<TextEntity> Entities { get; init; } = [];

    /// <summary>The message that it replies to; null when it replies to none.</summary>
    public RepliedMessage? ReplyTo { get; init; }

    /// <summary>The bot's id when it was sent by way of an inline bot; else null.</summary>
    public long? ViaBotId { get; init; }

    /// <summary>The group's new id, when this says that it became a supergroup; else null.</summary>
    public long? MigratedTo { get; init; }
}
