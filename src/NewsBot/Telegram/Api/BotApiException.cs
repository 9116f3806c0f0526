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
