using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Dispatch;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Requests;

namespace NewsBot.Telegram;

/// <summary>Runs the bot: recovers what an earlier process left, receives, handles and sends, and finishes the current work before it stops.</summary>
internal sealed partial class TelegramService(
    BotApi api,
    BotSession session,
    UpdateIntake intake,
    UpdatePoller poller,
    LaneQueue queue,
    UpdateWorkers workers,
    OutboxSender sender,
    OfferedCommands commands,
    SlotFollower slots,
    Leases leases,
    BotFault fault,
    BotApiPipeline untilDone,
    IOptions<TelegramOptions> options,
    TimeProvider time,
    ILogger<TelegramService> logger) : BackgroundService
{
    // From the signal to stop; the whole has to end within the time that the process is given.
    private static readonly TimeSpan HandlingLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LastReplyLimit = TimeSpan.FromSeconds(7.5);

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
        if (!leases.IsShared)
            await untilDone.RunAsync(token => sender.TakeAsync(SlotSet.All, token), stopping);
        var sending = sender.RunAsync(stopSending.Token);
        var working = workers.RunAsync(abort.Token);
        try
        {
            // None of these ends before the process is stopped; one that fails stops it.
            await await Task.WhenAny(ReceiveAsync(stopping), slots.RunAsync(stopping), sending, working);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Stopping(logger);
        }
        finally
        {
            var stopped = time.GetTimestamp();
            queue.Complete();
            sender.BeginToEnd();
            await FinishAsync(working, abort);
            await sender.DrainAsync(Left(DrainLimit));
            await stopSending.CancelAsync();

            // An answer whose request is broken off is sent again at the next start, a digest never.
            await Task.WhenAny(sending, Task.Delay(Left(LastReplyLimit), time, CancellationToken.None));
            sender.Abort();
            await sending;

            TimeSpan Left(TimeSpan limit) => time.GetElapsedTime(stopped) is var elapsed && elapsed < limit ? limit - elapsed : TimeSpan.Zero;
        }
    }

    private async Task ReceiveAsync(CancellationToken stopping)
    {
        var webhook = options.Value.Webhook;
        var recovering = leases.IsShared ? Task.CompletedTask : untilDone.RunAsync(token => intake.TakeAsync(SlotSet.All, token), stopping);
        await untilDone.RunAsync(
            token => webhook.IsOn
                ? api.SetWebhookAsync(new Uri(webhook.Url), WebhookEndpoint.SecretOf(options.Value), webhook.MaxConnections, token)
                : api.SendAsync(new DeleteWebhookRequest { DropPendingUpdates = false }, token),
            stopping);
        Ready(logger, session.Me.Username!, webhook.IsOn ? "by webhook" : "by long polling");
        await recovering;
        session.IsReceiving = webhook.IsOn;
        await Task.WhenAll(
            untilDone.RunAsync(commands.SetAsync, stopping),
            untilDone.RunAsync(AllowInlineAsync, stopping),
            webhook.IsOn ? Task.Delay(Timeout.InfiniteTimeSpan, time, stopping) : poller.RunAsync(stopping));
    }

    /// <summary>Switches inline mode on where it is off, so that nobody has to do it with @BotFather. A server of an older Bot API lacks the method.</summary>
    private async Task AllowInlineAsync(CancellationToken cancellationToken)
    {
        if (session.Me.SupportsInlineQueries)
            return;
        try
        {
            await api.SendAsync(new SetMySettingsRequest { SupportsInlineQueries = true }, cancellationToken);
        }
        catch (BotApiException failure) when (failure.Failure is BotApiFailure.Rejected or BotApiFailure.Forbidden)
        {
            NoInlineMode(logger, failure.Message);
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

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot stops; it finishes the current work first.")]
    private static partial void Stopping(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Inline mode is off; @BotFather switches it on with /setinline: {Problem}")]
    private static partial void NoInlineMode(ILogger logger, string problem);
}
