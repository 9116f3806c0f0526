namespace NewsBot.Chats;

/// <summary>An update of the Bot API, as it came.</summary>
/// <param name="Id">Unique for the bot.</param>
/// <param name="Lane">Updates of one lane are handled in order: the chat's id, a person's id for an inline question, 0 when the update names neither.</param>
/// <param name="Json">The Bot API's JSON.</param>
internal sealed record StoredUpdate(long Id, long Lane, string Json);

/// <summary>An update in the inbox.</summary>
/// <param name="ReceivedAt">When it was stored.</param>
internal sealed record ReceivedUpdate(StoredUpdate Update, DateTimeOffset ReceivedAt);

/// <summary>An update that is being handled.</summary>
/// <param name="Beginnings">How many times its handling began, this time included: a high number shows an update that kills the process.</param>
internal sealed record BegunUpdate(ReceivedUpdate Received, int Beginnings);
