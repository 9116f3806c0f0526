using System.CommandLine;
using Microsoft.Extensions.Options;
using NewsBot.Answers;
using NewsBot.Core.Articles;
using NewsBot.Evaluation;
using NewsBot.Retrieval;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Commands;

/// <summary>Builds the host that a command runs in, and turns what fails outside the program into one sentence and an exit code.</summary>
/// <param name="data">The option '--data', which overrides the setting Archive:Path.</param>
internal sealed partial class CommandHost(Option<string?> data)
{
    private static readonly string[] Sections = [ArchiveOptions.Section, RetrievalOptions.Section];

    /// <summary>Runs a command.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="command">The command; gives the exit code.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ParseResult parsed, Func<CommandContext, CancellationToken, Task<int>> command, CancellationToken cancellationToken)
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            using var host = Build(parsed.GetValue(data), error);
            host.Services.GetService<IStartupValidator>()?.Validate();
            return await RunAsync(host, new CommandContext(host.Services, parsed), command, cancellationToken);
        }
        catch (OptionsValidationException failure)
        {
            await error.WriteLineAsync($"A setting is wrong: {string.Join(" ", failure.Failures)}");
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException && failure is not ObjectDisposedException)
        {
            await error.WriteLineAsync(SettingsFailure.Explain(failure));
        }

        return CommandLine.Failed;
    }

    private static async Task<int> RunAsync(
        IHost host, CommandContext context, Func<CommandContext, CancellationToken, Task<int>> command, CancellationToken cancellationToken)
    {
        try
        {
            return await command(context, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await context.Error.WriteLineAsync("Stopped.");
        }
        catch (Exception failure) when (failure is ArchiveException or QuestionFileException or IOException or UnauthorizedAccessException)
        {
            await context.Error.WriteLineAsync(failure.Message);
        }
#pragma warning disable CA1031 // The top of a command: whatever else fails is a bug, logged once.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Bug(host.Services.GetRequiredService<ILogger<CommandHost>>(), failure);
        }

        return CommandLine.Failed;
    }

    private static IHost Build(string? archivePath, TextWriter error)
    {
        // Without the defaults: they watch files and read the working folder, and cost a start a tenth of a second.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "newsbot",
        });
        builder.Configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("NEWSBOT_");
        if (archivePath is not null)
            builder.Configuration[$"{ArchiveOptions.Section}:{nameof(ArchiveOptions.Path)}"] = archivePath;

        SettingsFailure.ThrowOnUnknownSection(builder.Configuration, Sections);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<ILoggerProvider>(_ => new LineLogger(error));
        builder.Services
            .AddSqliteStorage()
            .AddSources()
            .AddRetrieval(services => services.GetRequiredService<IOptions<ArchiveOptions>>().Value.Directory)
            .AddAnswers();
        return builder.Build();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "This is a bug in newsbot; please report it with what you typed.")]
    private static partial void Bug(ILogger logger, Exception failure);
}
