using System.CommandLine;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Models;
using NewsBot.Telegram.Api;
using NewsBot.Web.Access;

namespace NewsBot.Cli;

/// <summary><c>newsbot serve</c>: the service, until it is stopped. The default command.</summary>
internal sealed class ServeCommand(
    ModelCheck check, IOptions<TelegramOptions> telegram, IOptions<WebOptions> web, IOptions<ArchiveOptions> place, ArchiveOpening archive, BotFault? fault = null)
{
    // Within the time that CommandLine gives the process after Ctrl-C.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(9);

    public static Command Create(CommandHost host)
    {
        var command = new VerbCommand(
            "serve",
            "Runs the service: the bot in Telegram and the web. This is what 'newsbot' alone does.",
            "newsbot serve",
            "NEWSBOT_Telegram__Token=123456:ABC-DEF newsbot serve --data /srv/newsbot");
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed, cancellationToken));
        return command;
    }

    /// <summary>Serves.</summary>
    /// <returns>The exit code: done when it was stopped, failed when it stopped by itself.</returns>
    public static Task<int> RunAsync(CommandHost host, ParseResult parsed, CancellationToken cancellationToken) =>
        host.ServeAsync(
            parsed, (app, context, token) => ActivatorUtilities.CreateInstance<ServeCommand>(app.Services).ServeAsync(app, context, token), cancellationToken);

    private async Task<int> ServeAsync(WebApplication app, CommandContext context, CancellationToken cancellationToken)
    {
        using var taken = ArchiveFolder.TakeForService(place.Value.Directory);
        await archive.OpenAsync(context, cancellationToken);
        if (await check.FindProblemAsync(cancellationToken) is { } problem)
        {
            context.Tell(
                problem.IsFinal ? problem.Sentence : $"{problem.Sentence} The service starts; answers are extractive until it is back.",
                problem.IsFinal ? LogLevel.Critical : LogLevel.Warning);
            if (problem.IsFinal)
                return ExitCode.Failed;
        }

        if (!telegram.Value.IsOn)
        {
            context.Tell(
                "Telegram is off, since there is no token: write /newbot to @BotFather in Telegram, and start again with the token that it gives in NEWSBOT_Telegram__Token.",
                LogLevel.Warning);
        }

        if (web.Value is { PublicBaseUrl.Length: > 0, Key.Length: 0 })
            context.Tell("Web:PublicBaseUrl is set and Web:Key is not, so the pages open on this machine alone. Set Web:Key to open them to others.", LogLevel.Warning);

        using var stopped = new CancellationTokenSource();
        using var registration = app.Lifetime.ApplicationStopping.Register(stopped.Cancel);
        await app.StartAsync(cancellationToken);
        context.Tell($"The web is at {string.Join(" and ", app.Urls)}. Ctrl-C stops the service.");
        await WaitAsync(stopped.Token, cancellationToken);
        using var limit = new CancellationTokenSource(TimeToStop);
        await app.StopAsync(limit.Token);
        if (fault?.Sentence is { } sentence)
            context.Tell(sentence, LogLevel.Critical);
        return cancellationToken.IsCancellationRequested ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task WaitAsync(CancellationToken stopped, CancellationToken cancelled)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopped, cancelled);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
