using Microsoft.Extensions.Logging;
using NewsBot.Telegram.Sending;

namespace NewsBot.Tests.Host.Telegram.Sending;

public sealed class SendingHealthTests
{
    private readonly Clock time = new();
    private readonly Lines lines = new();

    [Fact]
    public void Failures_of_ten_seconds_are_told_once_with_their_reason_and_their_end_too()
    {
        var health = new SendingHealth(time, lines);
        health.Fail("The service said 500.");
        Assert.Null(health.Problem);
        for (var second = 0; second < 40; second++)
        {
            time.Seconds++;
            health.Fail("The service said 500.");
        }

        Assert.Equal("The service said 500.", health.Problem);
        health.Succeed();
        health.Succeed();
        Assert.Null(health.Problem);
        Assert.Equal(["No messages can be sent for now, trying again: The service said 500.", "Messages are sent again."], lines.Written);
    }

    [Fact]
    public void Failures_with_successes_between_say_nothing()
    {
        var health = new SendingHealth(time, lines);
        for (var second = 0; second < 40; second++)
        {
            time.Seconds++;
            health.Fail("The service said 500.");
            if (second % 5 == 0)
                health.Succeed();
        }

        Assert.Null(health.Problem);
        Assert.Empty(lines.Written);
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }

    private sealed class Lines : ILogger<SendingHealth>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
