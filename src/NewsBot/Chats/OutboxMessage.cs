using System.Diagnostics;

namespace NewsBot.Chats;

/// <summary>A message on its way into the outbox.</summary>
/// <param name="ChatId">The chat that it goes to.</param>
/// <param name="Request">The request that sends it.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="ExchangeId">The exchange whose reply it is; the id of the message sent is noted there. Null for any other message.</param>
internal sealed record NewOutboxMessage(long ChatId, BotRequest Request, MessagePurpose Purpose = MessagePurpose.Answer, long? ExchangeId = null)
{
    /// <summary>Whether the request edits the exchange's reply, whose message id is known only once that reply was sent.</summary>
    public bool EditsReply { get; init; }
}

/// <summary>A message in the outbox.</summary>
/// <param name="Id">Grows; messages of one chat are sent in its order.</param>
/// <param name="Content">What is sent, and where.</param>
/// <param name="CreatedAt">When it was put into the outbox.</param>
internal sealed record OutboxMessage(long Id, NewOutboxMessage Content, DateTimeOffset CreatedAt)
{
    /// <summary>The trace of the update that it answers, where there is one; it is not stored.</summary>
    public ActivityContext Trace { get; init; }
}

/// <summary>A message that is being sent.</summary>
/// <param name="ReplyId">The id of the reply that the message edits; null when it edits none, or the reply is not known.</param>
internal sealed record BegunMessage(long? ReplyId);

/// <summary>What a message is for; decides what happens when a crash leaves it unknown whether it was sent.</summary>
internal enum MessagePurpose
{
    /// <summary>The answer to something that a person did. It is sent once more.</summary>
    Answer,

    /// <summary>A message that the bot sends on its own, such as a digest. It is never sent again.</summary>
    Digest,
}

/// <summary>A request to the Bot API, as it goes out.</summary>
/// <param name="Method">The Bot API's name of the method.</param>
/// <param name="Json">The parameters: one JSON object in the Bot API's words.</param>
/// <param name="File">
/// The text of the file that a parameter names as 'attach://NAME'. Null when the request sends no file, or the file of what is kept about the chat's person, which is
/// made when it is sent.
/// </param>
internal sealed record BotRequest(string Method, string Json, string? File = null);
