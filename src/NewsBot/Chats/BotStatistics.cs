namespace NewsBot.Chats;

/// <summary>What the store holds, in counts.</summary>
/// <param name="Chats">Chats that ever asked, chose something or may not be written to.</param>
/// <param name="BlockedChats">Of these, those that may not be written to.</param>
/// <param name="Subscribers">Chats that get the daily summary.</param>
/// <param name="Questions">Questions kept.</param>
/// <param name="Answered">Of these, those that the archive supported.</param>
/// <param name="Written">Of these, those that a language model worded.</param>
/// <param name="Helpful">Ratings 'helpful'.</param>
/// <param name="NotHelpful">Ratings 'not helpful'.</param>
/// <param name="Watches">Open watches.</param>
/// <param name="WaitingUpdates">Updates not yet handled.</param>
/// <param name="UpdatesSetAside">Updates that could not be handled.</param>
/// <param name="WaitingMessages">Messages not yet sent.</param>
/// <param name="MessagesGivenUp">Messages given up.</param>
internal sealed record BotStatistics(
    long Chats,
    long BlockedChats,
    long Subscribers,
    long Questions,
    long Answered,
    long Written,
    long Helpful,
    long NotHelpful,
    long Watches,
    long WaitingUpdates,
    long UpdatesSetAside,
    long WaitingMessages,
    long MessagesGivenUp);
