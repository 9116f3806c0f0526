using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsBot.Cli.Evaluation;
using NewsBot.Hosting;

namespace NewsBot.Cli;

/// <summary>Runs a command in its host, and turns a failure outside the program into one sentence and an exit code.</summary>
/// <param name="app">Builds the host.</param>
/// <param name="data">The option '--data', which overrides the setting Archive:Path.</param>
internal sealed partial class CommandHost(IAppBuilder app, Option<string?> data)
{
    /// <summary>Builds further hosts, for a command that works on several archives.</summary>
    public IAppBuilder App => app;

    /// <summary>Runs a command.</summary>
    /// <typeparam name="TWork">What does the command's work; its constructor takes the host's services.</typeparam>
    /// <param name="parsed">What was typed.</param>
    /// <param name="command">Has the work done; gives the exit code.</param>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync<TWork>(
        ParseResult parsed, Func<TWork, CommandContext, CancellationToken, Task<int>> command, CancellationToken cancellationToken)
        where TWork : class => RunInAsync(
            parsed,
            () => app.BuildTool(parsed.GetValue(data), parsed.InvocationConfiguration.Error),
            _ => new CommandContext(parsed),
            (host, context, token) => command(ActivatorUtilities.CreateInstance<TWork>(host.Services), context, token),
            ExitCode.Failed,
            cancellationToken);

    /// <summary>Runs the service: the host of every other command, and beside it the web and what works in the background.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="roles">What this process does of it.</param>
    /// <param name="command">Serves; gives the exit code.</param>
    /// <returns>The exit code.</returns>
    public Task<int> ServeAsync(
        ParseResult parsed, ServiceRoles roles, Func<WebApplication, CommandContext, CancellationToken, Task<int>> command, CancellationToken cancellationToken) =>
        RunInAsync(
            parsed,
            () => app.BuildService(parsed.GetValue(data), parsed.InvocationConfiguration.Error, roles),
            host => new CommandContext(parsed) { Log = host.Services.GetRequiredService<ILogger<CommandHost>>() },
            command,
            ExitCode.Done,
            cancellationToken);

    /// <summary>Runs a command that looks at the service, which is not started.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="command">Looks; gives the exit code.</param>
    /// <param name="refused">Takes what is wrong with the settings, a sentence each, where the service cannot be built; gives the exit code.</param>
    /// <returns>The exit code.</returns>
    public Task<int> ExamineAsync(
        ParseResult parsed,
        Func<WebApplication, CommandContext, CancellationToken, Task<int>> command,
        Func<IReadOnlyList<string>, Task<int>> refused,
        CancellationToken cancellationToken) => RunInAsync(
            parsed,
            () => app.BuildService(parsed.GetValue(data), parsed.InvocationConfiguration.Error),
            _ => new CommandContext(parsed),
            command,
            ExitCode.Failed,
            cancellationToken,
            refused);

    private static async Task<int> RunInAsync<THost>(
        ParseResult parsed,
        Func<THost> build,
        Func<THost, CommandContext> contextOf,
        Func<THost, CommandContext, CancellationToken, Task<int>> command,
        int codeOfStopped,
        CancellationToken cancellationToken,
        Func<IReadOnlyList<string>, Task<int>>? refused = null)
        where THost : IHost
    {
        // Ctrl-C is heard once the command has been begun; whatever it does before its first wait could not be stopped in order.
        await Task.Yield();
        try
        {
            using var host = build();
            return await RunInAsync(host, contextOf(host), command, codeOfStopped, cancellationToken);
        }
        catch (Exception failure) when (FindWrongSettings(failure) is { } wrong)
        {
            if (refused is not null)
                return await refused(wrong);
            await parsed.InvocationConfiguration.Error.WriteLineAsync(string.Join(" ", wrong));
            return ExitCode.Failed;
        }
    }

    /// <summary>What is wrong with the settings, in sentences; null for a failure of another kind.</summary>
    private static IReadOnlyList<string>? FindWrongSettings(Exception failure) => failure switch
    {
        OptionsValidationException wrong => [$"A setting is wrong: {string.Join(" ", wrong.Failures)}"],
        AggregateException several when several.InnerExceptions.All(one => FindWrongSettings(one) is not null) =>
            [.. several.InnerExceptions.SelectMany(one => FindWrongSettings(one)!)],
        InvalidDataException or InvalidOperationException and not ObjectDisposedException =>
            [$"The settings cannot be read: {ReasonOf(failure)}"],

        // A file that a setting names.
        IOException or UnauthorizedAccessException => [failure.Message],
        _ => null,
    };

    /// <summary>The failure and what caused it; the place in a file of JSON is told as an editor counts it.</summary>
    internal static string ReasonOf(Exception failure)
    {
        var reasons = new List<string>();
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            reasons.Add(cause is JsonException { LineNumber: { } line, BytePositionInLine: { } at }
                ? $"Line {line + 1}, character {at + 1}: {cause.Message.Split(" LineNumber:")[0]}"
                : cause.Message);
        }

        return string.Join(" ", reasons);
    }

    private static async Task<int> RunInAsync<THost>(
        THost host, CommandContext context, Func<THost, CommandContext, CancellationToken, Task<int>> command, int codeOfStopped, CancellationToken cancellationToken)
        where THost : IHost
    {
        try
        {
            return await command(host, context, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            context.Tell("Stopped.");
            return codeOfStopped;
        }
        catch (Exception failure) when (failure is StoreException or QuestionFileException or IOException or UnauthorizedAccessException)
        {
            context.Tell(failure.Message, LogLevel.Critical);
        }
#pragma warning disable CA1031 // The top of a command: whatever else fails is a bug, logged once.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Bug(host.Services.GetRequiredService<ILogger<CommandHost>>(), failure);
        }

        return ExitCode.Failed;
    }

    /// <summary>Logs a sentence as it is.</summary>
    [LoggerMessage(Message = "{Sentence}")]
    internal static partial void Told(ILogger logger, LogLevel level, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "This is a bug in newsbot; please report it with what you typed.")]
    private static partial void Bug(ILogger logger, Exception failure);
}

/// <summary>What was typed, and where the command writes.</summary>
/// <param name="Arguments">What was typed.</param>
internal sealed record CommandContext(ParseResult Arguments)
{
    /// <summary>The log of the service, which takes what it tells; null for other commands, whose lines a person reads.</summary>
    public ILogger? Log { get; init; }

    /// <summary>Takes what was asked for.</summary>
    public TextWriter Output { get; init; } = Arguments.InvocationConfiguration.Output;

    /// <summary>Takes progress, what was left out and what went wrong.</summary>
    public TextWriter Error { get; init; } = Arguments.InvocationConfiguration.Error;

    /// <summary>Whether a person watches standard error on a terminal.</summary>
    public bool ErrorIsTerminal => ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>Tells one sentence: in the log of the service, else on standard error.</summary>
    public void Tell(string sentence, LogLevel level = LogLevel.Information)
    {
        if (Log is null)
            Error.WriteLine(sentence);
        else
            CommandHost.Told(Log, level, sentence);
    }
}

/// <summary>Builds the hosts that commands run in.</summary>
internal interface IAppBuilder
{
    /// <summary>The host of a command that ends by itself: nothing works in the background.</summary>
    /// <param name="archivePath">The archive's folder; null for the one that the settings name.</param>
    /// <param name="log">Takes what is logged.</param>
    IHost BuildTool(string? archivePath, TextWriter log);

    /// <summary>The host of the service: the same, with the web, the bot and what works in the background.</summary>
    /// <param name="archivePath">The archive's folder; null for the one that the settings name.</param>
    /// <param name="log">Takes what is logged.</param>
    /// <param name="roles">What this process does of it.</param>
    WebApplication BuildService(string? archivePath, TextWriter log, ServiceRoles roles = ServiceRoles.All);
}
