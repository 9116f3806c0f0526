using System.CommandLine;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Hosting;
using NewsBot.Models;
using NewsBot.Telegram.Api;
using NewsBot.Web.Access;

namespace NewsBot.Cli;

/// <summary><c>newsbot serve</c>: the service, until it is stopped. The default command.</summary>
internal sealed class ServeCommand(
    ModelCheck check, IOptions<TelegramOptions> telegram, IOptions<WebOptions> web, IOptions<ArchiveOptions> place, ArchiveOpening archive, Leases leases, BotFault? fault = null)
{
    // Within the time that CommandLine gives the process after Ctrl-C.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan TimeToTryAgain = TimeSpan.FromSeconds(1);

    public static Command Create(CommandHost host)
    {
        var command = new VerbCommand(
            "serve",
            "Runs the service: the bot in Telegram and the web. This is what 'newsbot' alone does.",
            "newsbot serve",
            "NEWSBOT_Telegram__Token=123456:ABC-DEF newsbot serve --data /srv/newsbot",
            "newsbot serve --roles feeds,web");
        var named = new Option<string?>("--roles") { Description = "What this process does; all when it is left out.", HelpName = ServiceRoleNames.All };
        named.Validators.Add(result =>
        {
            ServiceRoleNames.Parse(result.GetValueOrDefault<string?>(), out var problem);
            if (problem is not null)
                result.AddError(problem);
        });
        command.Add(named);
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed, ServiceRoleNames.Parse(parsed.GetValue(named), out _), cancellationToken));
        return command;
    }

    /// <summary>Serves.</summary>
    /// <returns>The exit code: done when it was stopped, failed when it stopped by itself.</returns>
    public static Task<int> RunAsync(CommandHost host, ParseResult parsed, ServiceRoles roles, CancellationToken cancellationToken) =>
        host.ServeAsync(
            parsed, roles, (app, context, token) => ActivatorUtilities.CreateInstance<ServeCommand>(app.Services).ServeAsync(app, roles, context, token), cancellationToken);

    private async Task<int> ServeAsync(WebApplication app, ServiceRoles roles, CommandContext context, CancellationToken cancellationToken)
    {
        using var taken = ArchiveFolder.TakeForService(place.Value.Directory);
        await OpenAsync(roles, context, cancellationToken);
        if (roles.Answers() && await check.FindProblemAsync(cancellationToken) is { } problem)
        {
            context.Tell(
                problem.IsFinal ? problem.Sentence : $"{problem.Sentence} The service starts; answers are extractive until it is back.",
                problem.IsFinal ? LogLevel.Critical : LogLevel.Warning);
            if (problem.IsFinal)
                return ExitCode.Failed;
        }

        if (!telegram.Value.IsOn && roles.HasFlag(ServiceRoles.Telegram))
        {
            context.Tell(
                "Telegram is off, since there is no token: write /newbot to @BotFather in Telegram, and start again with the token that it gives in NEWSBOT_Telegram__Token.",
                LogLevel.Warning);
        }

        if (web.Value is { PublicBaseUrl.Length: > 0, Key.Length: 0 } && roles.HasFlag(ServiceRoles.Web))
            context.Tell("Web:PublicBaseUrl is set and Web:Key is not, so the pages open on this machine alone. Set Web:Key to open them to others.", LogLevel.Warning);

        using var stopped = new CancellationTokenSource();
        using var registration = app.Lifetime.ApplicationStopping.Register(stopped.Cancel);
        await app.StartAsync(cancellationToken);
        context.Tell($"{(roles.HasFlag(ServiceRoles.Web) ? "The web is at" : "The address of '/health' is")} {string.Join(" and ", app.Urls)}. Ctrl-C stops the service.");
        await WaitAsync(stopped.Token, cancellationToken);
        using var limit = new CancellationTokenSource(TimeToStop);
        await app.StopAsync(limit.Token);
        if (fault?.Sentence is { } sentence)
            context.Tell(sentence, LogLevel.Critical);
        return cancellationToken.IsCancellationRequested ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Makes the archive ready; waits for a database that is away, and says so once.</summary>
    private async Task OpenAsync(ServiceRoles roles, CommandContext context, CancellationToken cancellationToken)
    {
        for (var isTold = false; ;)
        {
            try
            {
                await (roles.Answers() ? archive.OpenAsync(context, cancellationToken) : archive.FillAsync(context, cancellationToken));
                return;
            }
            catch (StoreException failure) when (failure.IsTransient && leases.IsShared)
            {
                if (!isTold)
                    context.Tell($"{failure.Message} The service waits for it.", LogLevel.Warning);
                isTold = true;
            }

            await Task.Delay(TimeToTryAgain, TimeProvider.System, cancellationToken);
        }
    }

    private static async Task WaitAsync(CancellationToken stopped, CancellationToken cancelled)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopped, cancelled);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
