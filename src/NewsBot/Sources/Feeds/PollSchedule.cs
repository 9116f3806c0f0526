using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Feeds;

/// <summary>Decides when a feed is fetched next.</summary>
/// <remarks>
/// The interval follows the feed: shorter when a fetch brought news, longer when it did not, so that about three fetches in ten bring some. It is stretched to what the
/// feed (RSS 2.0, 'ttl', 'skipHours', 'skipDays') and the server (RFC 9111, 'max-age') ask for. A failure doubles the wait of the failure before it, and a server's
/// 'Retry-After' (RFC 9110, 10.2.3) stretches it further.
/// </remarks>
internal static class PollSchedule
{
    /// <summary>The interval of a feed about which nothing is known yet.</summary>
    public static readonly TimeSpan FirstInterval = TimeSpan.FromMinutes(30);

    // The interval settles where p * ln(Shorter) + (1 - p) * ln(Longer) = 0, at p = 0.3.
    private const double Shorter = 0.6;
    private const double Longer = 1.25;

    // Feeds that are added together drift apart.
    private const double MaxJitter = 0.1;

    private const int MaxDoublings = 16;
    private const int HoursOfWeek = 7 * 24;

    /// <summary>The state of a feed after a fetch.</summary>
    /// <param name="state">The state before it, with the wishes that the fetched feed names.</param>
    /// <param name="outcome">Its result.</param>
    /// <param name="at">When it was.</param>
    /// <param name="limits">How often a feed may be fetched.</param>
    /// <param name="feedId">The same feed always gets the same jitter.</param>
    public static FeedState Next(FeedState state, PollOutcome outcome, DateTimeOffset at, PollLimits limits, long feedId) => outcome switch
    {
        PollOutcome.Succeeded succeeded => AfterSuccess(state, succeeded, at, limits, feedId),
        PollOutcome.Failed failed => AfterFailure(state, failed, at, limits, feedId),
        PollOutcome.Gone gone => state with
        {
            LastTryAt = at,
            NextDueAt = null,
            IsGone = true,
            FailuresInRow = state.FailuresInRow + 1,
            FailingSince = state.FailingSince ?? at,
            Problem = gone.Reason,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>When a feed is due whose process ends during the fetch: sooner than after a success, and after a failure not sooner than after the next failure.</summary>
    /// <inheritdoc cref="Next"/>
    public static DateTimeOffset Again(FeedState state, DateTimeOffset at, PollLimits limits, long feedId) => state.FailingSince is null
        ? at + Clamp(Max(limits.Shortest, state.TimeToLive), limits)
        : AfterFailure(state, new PollOutcome.Failed(state.Problem ?? "", RetryAt: null), at, limits, feedId).NextDueAt!.Value;

    /// <summary>Bits for numbers, each from 0 up to but not including <paramref name="count"/>; others are left out.</summary>
    public static int Bits(IEnumerable<int> numbers, int count) =>
        numbers.Where(number => number >= 0 && number < count).Aggregate(0, (bits, number) => bits | (1 << number));

    private static FeedState AfterSuccess(FeedState state, PollOutcome.Succeeded outcome, DateTimeOffset at, PollLimits limits, long feedId)
    {
        var isFirst = state.LastSuccessAt is null;
        var before = state.Interval > TimeSpan.Zero ? state.Interval : FirstInterval;
        var interval = Clamp(isFirst ? before : before * (outcome.HasNews ? Shorter : Longer), limits);
        var wait = Clamp(Max(interval, Max(state.TimeToLive, outcome.MaxAge)), limits);
        return state with
        {
            LastTryAt = at,
            LastSuccessAt = at,
            LastChangeAt = outcome.HasNews ? at : state.LastChangeAt,
            Interval = interval,
            NextDueAt = Allowed(at + wait + Jitter(wait, feedId), state),
            FailuresInRow = 0,
            FailingSince = null,
            Problem = outcome.Problem,
            IsGone = false,
        };
    }

    private static FeedState AfterFailure(FeedState state, PollOutcome.Failed outcome, DateTimeOffset at, PollLimits limits, long feedId)
    {
        // A feed that is fetched once a day is not given up for a day by one failure.
        var interval = state.Interval > TimeSpan.Zero && state.Interval < FirstInterval ? state.Interval : FirstInterval;
        var doubled = Clamp(interval, limits) * Math.Pow(2, Math.Min(state.FailuresInRow, MaxDoublings));
        var wait = Clamp(Max(doubled, state.TimeToLive), limits);
        var due = at + wait + Jitter(wait, feedId);
        return state with
        {
            LastTryAt = at,
            NextDueAt = Allowed(outcome.RetryAt > due ? outcome.RetryAt.Value : due, state),
            FailuresInRow = state.FailuresInRow + 1,
            FailingSince = state.FailingSince ?? at,
            Problem = outcome.Reason,
        };
    }

    /// <summary>The first instant from <paramref name="due"/> on at which the feed may have changed.</summary>
    private static DateTimeOffset Allowed(DateTimeOffset due, FeedState state)
    {
        var moved = due;
        for (var hour = 0; hour < HoursOfWeek; hour++)
        {
            if ((state.SkipHours & (1 << moved.UtcDateTime.Hour)) == 0 && (state.SkipDays & (1 << (int)moved.UtcDateTime.DayOfWeek)) == 0)
                return moved;
            moved += TimeSpan.FromHours(1);
        }

        // A feed that says that it never changes is wrong.
        return due;
    }

    private static TimeSpan Jitter(TimeSpan wait, long feedId)
    {
        // Fibonacci hashing (Knuth, TAOCP 3, 6.4): neighbouring ids lie far apart.
        var fraction = unchecked((ulong)feedId * 11400714819323198485) / (double)ulong.MaxValue;
        return wait * (fraction * MaxJitter);
    }

    private static TimeSpan Clamp(TimeSpan wait, PollLimits limits) =>
        wait < limits.Shortest ? limits.Shortest : wait > limits.Longest ? limits.Longest : wait;

    private static TimeSpan Max(TimeSpan one, TimeSpan? other) => other > one ? other.Value : one;

    private static TimeSpan? Max(TimeSpan? one, TimeSpan? other) => one is { } wait ? Max(wait, other) : other;
}

/// <summary>The shortest and the longest time between two fetches of a feed.</summary>
/// <param name="Shortest">Always kept.</param>
/// <param name="Longest">Kept whatever the feed asks for, except that chance adds up to a tenth and that a server may name a later time to retry.</param>
internal sealed record PollLimits(TimeSpan Shortest, TimeSpan Longest)
{
    /// <summary>The limits that the settings give.</summary>
    public static PollLimits Of(SourceOptions options) => new(TimeSpan.FromMinutes(options.MinPollMinutes), TimeSpan.FromHours(options.MaxPollHours));
}
