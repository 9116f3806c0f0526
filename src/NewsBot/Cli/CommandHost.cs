using System.CommandLine;
using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Cli.Evaluation;
using NewsBot.Hosting;
using NewsBot.Models;
using NewsBot.Sources;
using NewsBot.Sources.Fetching;
using NewsBot.Storage.Sqlite;
using NewsBot.Summaries;
using NewsBot.Telegram;
using NewsBot.Telegram.Api;
using NewsBot.Web;

namespace NewsBot.Cli;

/// <summary>Builds the host that a command runs in, and turns what fails outside the program into one sentence and an exit code.</summary>
/// <param name="data">The option '--data', which overrides the setting Archive:Path.</param>
internal sealed partial class CommandHost(Option<string?> data)
{
    private const string Name = "newsbot";

    private static readonly string[] Sections =
        [ArchiveOptions.Section, SourceOptions.Section, RetrievalOptions.Section, LlmOptions.Section, EmbeddingOptions.Section, DigestOptions.Section, TelegramOptions.Section, WebOptions.Section];

    /// <summary>Runs a command.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="command">The command; gives the exit code.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(ParseResult parsed, Func<CommandContext, CancellationToken, Task<int>> command, CancellationToken cancellationToken) =>
        RunAsync(parsed, () => BuildTool(parsed), (_, context, token) => command(context, token), cancellationToken);

    /// <summary>Runs the service: the host of every other command, and beside it the web and what works in the background.</summary>
    /// <inheritdoc cref="RunAsync(ParseResult, Func{CommandContext, CancellationToken, Task{int}}, CancellationToken)"/>
    public Task<int> ServeAsync(
        ParseResult parsed, Func<WebApplication, CommandContext, CancellationToken, Task<int>> command, CancellationToken cancellationToken) =>
        RunAsync(parsed, () => BuildService(parsed), command, cancellationToken);

    private static async Task<int> RunAsync<THost>(
        ParseResult parsed, Func<THost> build, Func<THost, CommandContext, CancellationToken, Task<int>> command, CancellationToken cancellationToken)
        where THost : IHost
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            using var host = build();
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

    private static async Task<int> RunAsync<THost>(
        THost host, CommandContext context, Func<THost, CommandContext, CancellationToken, Task<int>> command, CancellationToken cancellationToken)
        where THost : IHost
    {
        try
        {
            return await command(host, context, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await context.Error.WriteLineAsync("Stopped.");
        }
        catch (Exception failure) when (failure is StoreException or QuestionFileException or IOException or UnauthorizedAccessException)
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

    // Both without the defaults: they watch files and read the working folder, and cost a start a tenth of a second.
    private IHost BuildTool(ParseResult parsed)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = Name,
        });
        Configure(builder, parsed, LogLevel.Warning);
        return builder.Build();
    }

    private WebApplication BuildService(ParseResult parsed)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = Name });
        Configure(builder, parsed, LogLevel.Information);
        builder.Services.AddWeb(builder.WebHost).AddTelegram(builder.Configuration).AddIndexFollower().AddArticleRetention().AddFeedPoller();
        return builder.Build();
    }

    private void Configure(IHostApplicationBuilder builder, ParseResult parsed, LogLevel level)
    {
        builder.Configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
            .AddUserSecrets(typeof(CommandHost).Assembly, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("NEWSBOT_");
        if (parsed.GetValue(data) is { } archivePath)
            builder.Configuration[$"{ArchiveOptions.Section}:{nameof(ArchiveOptions.Path)}"] = archivePath;

        SettingsFailure.ThrowOnUnknownSection(builder.Configuration, Sections);
        builder.Logging.SetMinimumLevel(level).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton<ILoggerProvider>(_ => new LineLogger(parsed.InvocationConfiguration.Error, level));
        builder.Services
            .AddSqliteStorage()
            .AddSources()
            .AddEmbeddings(builder.Configuration)
            .AddRetrieval(services => services.GetRequiredService<IOptions<ArchiveOptions>>().Value.Directory)
            .AddLanguageModel(builder.Configuration)
            .AddAnswers()
            .AddDigests();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "This is a bug in newsbot; please report it with what you typed.")]
    private static partial void Bug(ILogger logger, Exception failure);
}
