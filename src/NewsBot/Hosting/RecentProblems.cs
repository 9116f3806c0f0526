using Microsoft.Extensions.Logging.Abstractions;

namespace NewsBot.Hosting;

/// <summary>The newest warnings and errors of the service's log, in memory: what the log leaves out by its levels is not here either.</summary>
/// <remarks>Safe for concurrent use. Of an exception the type is kept, and not the stack.</remarks>
internal sealed class RecentProblems(TimeProvider time) : ILoggerProvider
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 50;

    private const int MaxLength = 500;

    // A package that logs under a name of its own, such as that of a prompt, may write what it read.
    private static readonly string[] Told = ["NewsBot", "Microsoft."];

    private readonly Lock gate = new();
    private readonly Queue<LoggedProblem> kept = new(Capacity);

    /// <summary>What is kept, the newest first.</summary>
    public IReadOnlyList<LoggedProblem> Read()
    {
        lock (gate)
            return [.. kept.Reverse()];
    }

    public ILogger CreateLogger(string categoryName) =>
        Told.Any(room => categoryName.StartsWith(room, StringComparison.Ordinal)) ? new Category(this) : NullLogger.Instance;

    public void Dispose()
    {
        // Nothing is held but memory.
    }

    private void Add(bool isError, string text)
    {
        var problem = new LoggedProblem(time.GetUtcNow(), isError, text.Length > MaxLength ? text[..MaxLength] + "…" : text);
        lock (gate)
        {
            if (kept.Count == Capacity)
                kept.Dequeue();
            kept.Enqueue(problem);
        }
    }

    private sealed class Category(RecentProblems problems) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and < LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                problems.Add(logLevel >= LogLevel.Error, formatter(state, exception) + (exception is null ? "" : $" ({exception.GetType().Name})"));
        }
    }
}

/// <summary>A line of the log about something that went wrong.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="IsError">Whether it is an error and not a warning.</param>
/// <param name="Text">What happened.</param>
internal sealed record LoggedProblem(DateTimeOffset At, bool IsError, string Text);
