using System.Buffers;

namespace NewsBot.Telegram.Api;

/// <summary>Turns what the Bot API answers into <see cref="BotApiException"/>, without the token.</summary>
/// <param name="token">The token, which no message may hold.</param>
internal sealed class BotApiErrors(BotToken token)
{
    private const int MaxDescription = 300;

    private static readonly SearchValues<char> Repetition = SearchValues.Create(":,\"<(«“");

    private static readonly TimeSpan UntoldWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>A reply that says no.</summary>
    /// <param name="method">The Bot API's name of the method that was used.</param>
    /// <param name="code">The reply's <c>error_code</c>, which is an HTTP status.</param>
    /// <param name="description">The reply's; null when it has none.</param>
    /// <param name="migratedTo">The reply's <c>migrate_to_chat_id</c>; null when it has none.</param>
    /// <param name="retryAfter">The wait that the reply or its header names; null when neither does.</param>
    public BotApiException Refused(string method, int code, string? description, long? migratedTo, TimeSpan? retryAfter)
    {
        var failure = Classify(method, code, description ?? "", migratedTo);
        return new BotApiException(failure, $"The Bot API refused {method} with {code}: {OneLine(Reason(description ?? "no reason given"))}")
        {
            MigratedTo = failure == BotApiFailure.GroupMigrated ? migratedTo : null,
            RetryAfter = failure == BotApiFailure.TooManyRequests ? Wait(retryAfter) : null,
        };
    }

    /// <summary>No reply, or one that is not the Bot API's.</summary>
    /// <param name="method">The Bot API's name of the method that was used.</param>
    /// <param name="what">What was seen, to follow 'the request getMe'.</param>
    /// <param name="cause">Kept if it does not hold the token.</param>
    public BotApiException Failed(string method, string what, Exception? cause = null) =>
        new(BotApiFailure.Unavailable, $"The request {method} {OneLine(what)}.", token.CleanOrNull(cause));

    private static BotApiFailure Classify(string method, int code, string description, long? migratedTo)
    {
        return code switch
        {
            _ when migratedTo is not null => BotApiFailure.GroupMigrated,
            401 => BotApiFailure.Unauthorized,
            // For other methods this is how an older server says that it lacks the method.
            404 when method == "getMe" => BotApiFailure.Unauthorized,
            403 => BotApiFailure.Forbidden,
            400 when Says("chat not found") => BotApiFailure.Forbidden,
            400 when Says("message is not modified") => BotApiFailure.NotModified,
            400 when Says("message to edit not found") || Says("message can't be edited") || Says("MESSAGE_ID_INVALID") => BotApiFailure.MessageGone,
            400 when Says("message thread not found") => BotApiFailure.ThreadNotFound,
            409 => BotApiFailure.Conflict,
            429 => BotApiFailure.TooManyRequests,
            >= 400 and < 500 => BotApiFailure.Rejected,
            _ => BotApiFailure.Unavailable,
        };

        bool Says(string words) => description.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>At least a second, so that nobody spins; at most a day, so that a nonsense number stops nothing for ever.</summary>
    private static TimeSpan Wait(TimeSpan? told) => told is { } wait && wait > TimeSpan.Zero
        ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, TimeSpan.TicksPerSecond, LongestWait.Ticks))
        : UntoldWait;

    /// <summary>A text of another program, fit for a log: without the token, on one line and short.</summary>
    /// <summary>The service's own words: behind them it may repeat some of the message, which no log may hold.</summary>
    private static string Reason(string description)
    {
        var start = description.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? colon + 2 : 0;
        var length = description.AsSpan(start).IndexOfAny(Repetition);
        return length < 0 ? description : description[..(start + length)];
    }

    private string OneLine(string text)
    {
        var line = string.Concat(token.Redact(text).Select(unit => char.IsControl(unit) ? ' ' : unit));
        return line.Length <= MaxDescription ? line : line[..MaxDescription] + "...";
    }
}
