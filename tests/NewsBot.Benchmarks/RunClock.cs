namespace NewsBot.Benchmarks;

/// <summary>A clock that stands until the run moves it.</summary>
internal sealed class RunClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
