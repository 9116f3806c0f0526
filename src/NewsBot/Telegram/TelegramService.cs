using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Receiving;
using NewsBot.Telegram.Sending;
using NewsBot.Telegram.Texts;

namespace NewsBot.Telegram;

/// <summary>Runs the bot: takes up what an earlier process left, receives, handles and sends, and finishes the work in hand before it stops.</summary>
internal sealed partial class TelegramService(
    IBotApi api,
    BotSession session,
    UpdateIntake intake,
    UpdatePoller poller,
    LaneQueue queue,
    UpdateWorkers workers,
    OutboxSender sender,
    BotFault fault,
    BotApiPipeline untilDone,
    IOptions<TelegramOptions> options,
    TimeProvider time,
    ILogger<TelegramService> logger) : BackgroundService
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LastCallLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HandlingLimit = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            session.Begin(await untilDone.RunAsync(api.GetMeAsync, stoppingToken));
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it began.
        }
        catch (BotApiException failure) when (failure.Failure == BotApiFailure.Unauthorized)
        {
            fault.Stop(BotFault.WrongToken);
        }
        catch (BotApiException failure)
        {
            fault.Stop($"Telegram refused: {failure.Message}");
        }
        catch (StoreException failure)
        {
            fault.Stop(failure.Message);
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        using var abort = new CancellationTokenSource();
        using var stopSending = new CancellationTokenSource();
        await untilDone.RunAsync(sender.RecoverAsync, stopping);
        var sending = sender.RunAsync(stopSending.Token);
        var working = workers.RunAsync(abort.Token);
        try
        {
            // None of the three ends before the process is stopped; one that fails stops it.
            await await Task.WhenAny(ReceiveAsync(stopping), sending, working);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Stopping(logger);
        }
        finally
        {
            queue.Complete();
            await FinishAsync(working, abort);
            await sender.DrainAsync(DrainLimit);
            await stopSending.CancelAsync();

            // A digest whose call is broken off is never made again.
            await Task.WhenAny(sending, Task.Delay(LastCallLimit, time, CancellationToken.None));
            sender.Abort();
            await sending;
        }
    }

    private async Task ReceiveAsync(CancellationToken stopping)
    {
        var webhook = options.Value.Webhook;
        var recovering = untilDone.RunAsync(intake.RecoverAsync, stopping);
        await untilDone.RunAsync(
            token => webhook.IsOn
                ? api.SetWebhookAsync(new Uri(webhook.Url), WebhookEndpoint.SecretOf(options.Value), webhook.MaxConnections, token)
                : api.DeleteWebhookAsync(token),
            stopping);
        Ready(logger, session.Me.UserName, webhook.IsOn ? "by webhook" : "by long polling");
        await recovering;
        session.IsReceiving = webhook.IsOn;
        await Task.WhenAll(
            untilDone.RunAsync(SetCommandsAsync, stopping),
            webhook.IsOn ? Task.Delay(Timeout.InfiniteTimeSpan, time, stopping) : poller.RunAsync(stopping));
    }

    private async Task SetCommandsAsync(CancellationToken cancellationToken)
    {
        foreach (var texts in BotLanguages.All)
        {
            // The first language is for people of every other.
            var language = texts == BotLanguages.All[0] ? null : texts.Language;
            await api.SetCommandsAsync(BotCommands.Describe(texts, forAdministrator: false), administratorId: null, language, cancellationToken);
            foreach (var administrator in options.Value.Administrators)
                await TrySetCommandsAsync(texts, administrator, language, cancellationToken);
        }
    }

    /// <summary>An administrator who never wrote to the bot has no chat yet for which commands could be set.</summary>
    private async Task TrySetCommandsAsync(BotTexts texts, long administrator, string? language, CancellationToken cancellationToken)
    {
        try
        {
            await api.SetCommandsAsync(BotCommands.Describe(texts, forAdministrator: true), administrator, language, cancellationToken);
        }
        catch (BotApiException failure) when (failure.Failure is BotApiFailure.Rejected or BotApiFailure.Forbidden)
        {
            NoCommands(logger, administrator, failure.Message);
        }
    }

    private async Task FinishAsync(Task working, CancellationTokenSource abort)
    {
        abort.CancelAfter(HandlingLimit);
        try
        {
            await working;
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            // What was not finished stays in the inbox.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot @{UserName} answers in Telegram, {How}.")]
    private static partial void Ready(ILogger logger, string userName, string how);

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot stops; the work in hand is finished first.")]
    private static partial void Stopping(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "The commands for administrator {PersonId} are offered once that person has written to the bot and it starts again: {Problem}")]
    private static partial void NoCommands(ILogger logger, long personId, string problem);
}
