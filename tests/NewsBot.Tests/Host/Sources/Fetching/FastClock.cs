namespace NewsBot.Tests.Host.Sources.Fetching;

/// <summary>A clock on which a second takes a tenth of one.</summary>
internal sealed class FastClock : TimeProvider
{
    private const int Factor = 10;

    public override long TimestampFrequency => System.TimestampFrequency / Factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : dueTime / Factor, period);
}
