namespace NewsBot.Cli;

/// <summary>Writes what a command has to tell as plain lines, without time, level and category: a person reads them as they come.</summary>
/// <param name="error">Takes the lines; safe for use by several threads.</param>
/// <param name="least">What is less important is left out.</param>
internal sealed class LineLogger(TextWriter error, LogLevel least) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel < LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        var message = formatter(state, exception);
        error.WriteLine(exception is null ? message : $"{message}{error.NewLine}{exception}");
    }

    public void Dispose()
    {
        // The writer is the caller's.
    }
}
