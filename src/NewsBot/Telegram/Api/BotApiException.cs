namespace NewsBot.Telegram.Api;

/// <summary>The Bot API refused a request, or could not be reached.</summary>
/// <param name="failure">What went wrong.</param>
/// <param name="message">One sentence without the token.</param>
/// <param name="inner">The cause, if it holds no token; else null.</param>
internal sealed class BotApiException(BotApiFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What went wrong.</summary>
    public BotApiFailure Failure { get; } = failure;

    /// <summary>How long to wait before the next request; set for <see cref="BotApiFailure.TooManyRequests"/>, else null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The group's new id; set for <see cref="BotApiFailure.GroupMigrated"/>, else null.</summary>
    public long? MigratedTo { get; init; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient => Failure is BotApiFailure.TooManyRequests or BotApiFailure.Unavailable or BotApiFailure.Conflict;
}

/// <summary>Why a request to the Bot API failed.</summary>
internal enum BotApiFailure
{
    /// <summary>The service refuses this request as it is: a bad text, a message that is gone.</summary>
    Rejected,

    /// <summary>The token is wrong or was revoked (401, and 404 for a token that was never one).</summary>
    Unauthorized,

    /// <summary>The person blocked the bot, or the bot is not in the chat any more (403, and 400 'chat not found').</summary>
    Forbidden,

    /// <summary>Another process polls, or a webhook is set (409).</summary>
    Conflict,

    /// <summary>The group became a supergroup and has a new id.</summary>
    GroupMigrated,

    /// <summary>The forum topic is gone.</summary>
    ThreadNotFound,

    /// <summary>The message that is to be edited is not there any more, or cannot be edited any more.</summary>
    MessageGone,

    /// <summary>An edit would change nothing.</summary>
    NotModified,

    /// <summary>Too many requests; wait (429).</summary>
    TooManyRequests,

    /// <summary>The service failed (5xx), answered with something else than the Bot API, or the connection did: whether the request took effect is not known.</summary>
    Unavailable,
}
