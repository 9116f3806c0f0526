namespace NewsBot.Telegram.Api;

/// <summary>The Bot API as far as the bot uses it, in the bot's own words: what arrived, what to send.</summary>
/// <remarks>
/// Safe for concurrent use. A call is made once: nothing in here waits out a limit or tries again. Every failure of the service or of the way to it is a
/// <see cref="BotApiException"/>, a time-out of the client's own included; only the caller's cancellation is an <see cref="OperationCanceledException"/>.
/// No exception and no log line holds the token. core.telegram.org/bots/api, version 10.3.
/// </remarks>
internal interface IBotApi
{
    /// <summary>Who the bot is.</summary>
    /// <exception cref="BotApiException">The call failed; a wrong token is <see cref="BotApiFailure.Unauthorized"/>.</exception>
    Task<BotIdentity> GetMeAsync(CancellationToken cancellationToken);

    /// <summary>The updates from <paramref name="offset"/> on, oldest first; empty when none came within <paramref name="wait"/>.</summary>
    /// <param name="offset">One more than the highest id that is stored, which confirms those before it; 0 for whatever is there.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="wait">How long the service holds the call open, whole seconds; zero to return at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BotApiException">The call failed; another poller or a webhook is <see cref="BotApiFailure.Conflict"/>.</exception>
    Task<IReadOnlyList<BotUpdate>> GetUpdatesAsync(long offset, int limit, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Reads an update that the service delivered to the webhook.</summary>
    /// <param name="json">The body of its request, UTF-8.</param>
    /// <returns>The update; <see cref="OtherUpdate"/> for what the bot does not use or cannot read but for its id.</returns>
    /// <exception cref="FormatException">It is no JSON object with an update id.</exception>
    BotUpdate ReadUpdate(ReadOnlySpan<byte> json);

    /// <summary>Has updates delivered to an address; long polling then fails.</summary>
    Task SetWebhookAsync(Uri url, string secret, int maxConnections, CancellationToken cancellationToken);

    /// <summary>Ends delivery to an address, if there was one; waiting updates are kept.</summary>
    Task DeleteWebhookAsync(CancellationToken cancellationToken);

    /// <summary>Registers the commands that clients offer.</summary>
    /// <param name="commands">In the order shown, at most 100.</param>
    /// <param name="administratorId">The person in whose chat they are offered; null for everybody.</param>
    /// <param name="language">A two-letter code; null for people of every other language.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task SetCommandsAsync(IReadOnlyList<CommandDescription> commands, long? administratorId, string? language, CancellationToken cancellationToken);

    /// <summary>Whether a person may change a group's settings: its creator or an administrator.</summary>
    Task<bool> IsAdministratorAsync(long chatId, long personId, CancellationToken cancellationToken);

    /// <summary>Makes a call.</summary>
    /// <returns>The id of the message that was sent or edited; null for calls that have none.</returns>
    /// <exception cref="BotApiException">The call failed.</exception>
    Task<long?> CallAsync(BotCall call, CancellationToken cancellationToken);
}
