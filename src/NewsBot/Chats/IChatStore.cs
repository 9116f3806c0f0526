using NewsBot.Hosting;

namespace NewsBot.Chats;

/// <summary>The chats that the bot knows, and everything that it keeps about people.</summary>
/// <remarks>Safe for concurrent use; every method throws <see cref="StoreException"/> when the store fails.</remarks>
internal interface IChatStore
{
    /// <summary>What a chat chose.</summary>
    Task<ChatSettings> GetSettingsAsync(long chatId, CancellationToken cancellationToken);

    /// <summary>Changes what a chat chose.</summary>
    /// <param name="change">Gives the new state for the old one; may be called again.</param>
    /// <returns>The new state.</returns>
    Task<ChatSettings> ChangeSettingsAsync(long chatId, Func<ChatSettings, ChatSettings> change, CancellationToken cancellationToken);

    /// <summary>Notes whether a chat may be written to; when it may not, its pending messages are given up and its subscription is paused.</summary>
    Task SetMayWriteAsync(long chatId, bool mayWrite, CancellationToken cancellationToken);

    /// <summary>Notes that a chat may be written to, since somebody wrote in it.</summary>
    /// <returns>Whether the bot had given it up.</returns>
    Task<bool> ReopenAsync(long chatId, CancellationToken cancellationToken);

    /// <summary>Moves all that is kept of a group to its new id, pending messages and updates included; what the new id already has stays.</summary>
    /// <remarks>The exchanges lose the ids of their messages, since the new chat numbers its messages from the start.</remarks>
    Task MoveAsync(long fromChatId, long toChatId, CancellationToken cancellationToken);

    /// <summary>Writes everything that is kept about a person, as indented JSON for that person to read.</summary>
    /// <remarks>It is read a piece at a time, however much there is, so that what changes meanwhile may be there or not.</remarks>
    Task ExportAsync(long personId, Stream destination, CancellationToken cancellationToken);

    /// <summary>Deletes everything that is kept about a person.</summary>
    /// <remarks>That is exchanges, ratings, watches, the settings and the subscription of the private chat, and pending messages to it.</remarks>
    Task ForgetAsync(long personId, CancellationToken cancellationToken);

    /// <summary>Counts for the administrators.</summary>
    Task<BotStatistics> GetStatisticsAsync(CancellationToken cancellationToken);
}

/// <summary>What a chat chose; a chat that chose nothing has every value at its default.</summary>
internal sealed record ChatSettings
{
    /// <summary>Every value at its default.</summary>
    public static ChatSettings Default { get; } = new();

    /// <summary>A two-letter code; null to follow the language of the person's app.</summary>
    public string? Language { get; init; }

    /// <summary>Whether quotations are shown under an answer.</summary>
    public bool ShowsQuotes { get; init; } = true;

    /// <summary>Whether the first source of an answer is shown as a preview.</summary>
    public bool ShowsPreview { get; init; }
}
