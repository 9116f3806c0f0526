using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace NewsBot.Hosting;

/// <summary>The log of the service on one writer, in the format that 'Logging:Console' names: 'line', or one of .NET's own.</summary>
internal sealed class ServiceLog(TextWriter writer, ConsoleFormatter formatter) : ILoggerProvider
{
    /// <summary>The section, whose keys are .NET's.</summary>
    public const string Section = "Logging";

    // The host logs why it could not start, and throws it; the command tells it in one sentence.
    private const string ToldElsewhere = "HostedServiceStartupFaulted";

    /// <summary>Adds the log; the section sets levels and format.</summary>
    /// <param name="builder">The service's logging.</param>
    /// <param name="settings">All settings.</param>
    /// <param name="writer">Takes the lines; safe for use by several threads.</param>
    public static void AddTo(ILoggingBuilder builder, IConfiguration settings, TextWriter writer)
    {
        // A line of JSON has no time unless a form for it is named; the settings may name another.
        builder.Services.Configure<JsonConsoleFormatterOptions>(options => (options.TimestampFormat, options.UseUtcTimestamp) = (LineFormatter.TimeFormat, true));

        // Some packages log under names of their own, such as that of a prompt; only the bot is worth its lines of information, unless the settings say otherwise.
        builder.SetMinimumLevel(LogLevel.Warning);
        if (settings[$"{Section}:LogLevel:Default"] is null)
            builder.AddFilter("NewsBot", LogLevel.Information);
        builder.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System", LogLevel.Warning)
            // '/health' itself says what is wrong; a line at each look would fill the log.
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
            // A failure of a language model is told in one sentence of ours; the packages would add three stack traces to it.
            .AddFilter("Microsoft.Extensions.AI", LogLevel.None)
            .AddFilter("Microsoft.SemanticKernel", LogLevel.None)
            .AddConfiguration(settings.GetSection(Section))
            .AddConsole()
            .AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();

        // Of the console's log only its formats are used: it writes to the process's console and nowhere else.
        builder.Services.RemoveAll<ILoggerProvider>();
        builder.Services.AddSingleton<RecentProblems>();
        builder.Services.AddSingleton<ILoggerProvider>(services => services.GetRequiredService<RecentProblems>());
        builder.Services.AddSingleton<ILoggerProvider>(services => new ServiceLog(
            writer,
            FindFormatter(
                services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName ?? LineFormatter.FormatterName,
                services.GetServices<ConsoleFormatter>())));
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
        // The writer is the caller's.
    }

    private static ConsoleFormatter FindFormatter(string name, IEnumerable<ConsoleFormatter> formatters)
    {
        var known = formatters.ToList();
        return known.Find(formatter => formatter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new OptionsValidationException(
            Section,
            typeof(ConsoleLoggerOptions),
            [$"Logging:Console:FormatterName is '{name}'; there are {string.Join(", ", known.Select(formatter => formatter.Name).Order(StringComparer.Ordinal))}."]);
    }

    private void Write<TState>(in LogEntry<TState> entry)
    {
        using var text = new StringWriter { NewLine = writer.NewLine };
        formatter.Write(entry, scopeProvider: null, text);

        // In one piece: threads do not mix their lines.
        writer.Write(text.ToString());
    }

    private sealed class Category(ServiceLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel < LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && eventId.Name != ToldElsewhere)
                log.Write(new LogEntry<TState>(logLevel, name, eventId, state, exception, formatter));
        }
    }
}
