using System.Diagnostics;
using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Handles the updates of the queue, several chats at a time, and stores what follows from each before it is sent.</summary>
internal sealed partial class UpdateWorkers(
    LaneQueue queue,
    IInbox inbox,
    UpdateHandler handler,
    OutboxSender sender,
    Leases leases,
    StorePipeline untilStored,
    IOptions<TelegramOptions> options,
    TimeProvider time,
    ILogger<UpdateWorkers> logger)
{
    /// <summary>How often the handling of an update may begin before the update is taken for one that kills the process.</summary>
    public const int MaxBeginnings = 5;

    /// <summary>How often the handling of an update may fail.</summary>
    public const int MaxFailures = 3;

    private static readonly TimeSpan HandlingLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FailureWait = TimeSpan.FromMilliseconds(200);

    /// <summary>Works until the queue is completed.</summary>
    /// <param name="abort">Ends the current work; the next start does it again.</param>
    public Task RunAsync(CancellationToken abort) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(() => WorkAsync(abort), abort)));

    private async Task WorkAsync(CancellationToken abort)
    {
        while (await queue.TakeAsync(abort) is { } update)
        {
            // A chat that waits to be sent to takes no worker from the others.
            var room = sender.RoomForAsync(update.Lane);
            if (!room.IsCompleted)
            {
                queue.Postpone(update, room);
                continue;
            }

            var lost = leases.LossOfChat(update.Lane);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(abort, lost);
            try
            {
                await WorkOnAsync(update.Id, either.Token);
            }
            catch (OperationCanceledException) when (lost.IsCancellationRequested && !abort.IsCancellationRequested)
            {
                // Another process has the chat, and handles what was not finished.
            }
            finally
            {
                queue.Release(update);
            }
        }
    }

    private async Task WorkOnAsync(long id, CancellationToken abort)
    {
        if (await untilStored.RunAsync(() => inbox.BeginAsync(id, abort), abort) is not { Received: var received } begun)
            return;
        using var trace = Instruments.Update(received.ReceivedAt);
        var error = begun.Beginnings > MaxBeginnings ? "The process ended each time that this was being handled." : await TryAgainAsync(received, abort);
        if (error is null)
            return;
        SetAside(logger, id, error);
        sender.Enqueue(await untilStored.RunAsync(() => handler.ApologizeAsync(received, abort), abort));
        await untilStored.RunAsync(() => inbox.SetAsideAsync(id, error, abort), abort);
    }

    /// <summary>Handles an update, a few times if necessary.</summary>
    /// <returns>What went wrong at last; null when nothing did.</returns>
    private async Task<string?> TryAgainAsync(ReceivedUpdate received, CancellationToken abort)
    {
        for (var failures = 1; ; failures++)
        {
            var error = await untilStored.RunAsync(() => TryAsync(received, abort), abort);
            if (error is null || failures == MaxFailures)
                return error;
            await Task.Delay(FailureWait * failures, time, abort);
        }
    }

    /// <summary>Handles an update and stores what follows.</summary>
    /// <returns>What went wrong; null when nothing did.</returns>
    private async Task<string?> TryAsync(ReceivedUpdate received, CancellationToken abort)
    {
        using var limited = new CancellationTokenSource(HandlingLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(abort, limited.Token);
        try
        {
            var result = await handler.HandleAsync(received, either.Token);
            sender.Enqueue(await StoreAsync(received.Update.Id, result, abort));
            if (result.Then is { } request)
                await sender.TrySendNowAsync(request, chatId: null, abort);
            return null;
        }
        catch (OperationCanceledException) when (limited.IsCancellationRequested && !abort.IsCancellationRequested)
        {
            return $"It took more than {HandlingLimit.TotalMinutes:N0} minutes.";
        }
#pragma warning disable CA1031 // The top of the handling loop: one update that fails must not stop the others.
        catch (Exception failure) when (failure is not OperationCanceledException and not StoreException { IsTransient: true })
#pragma warning restore CA1031
        {
            Failed(logger, received.Update.Id, failure);
            return $"{failure.GetType().Name}: {failure.Message}";
        }
    }

    /// <summary>Stores what follows from an update.</summary>
    /// <returns>The messages to send, each with the trace of the update.</returns>
    private async Task<IReadOnlyList<OutboxMessage>> StoreAsync(long id, UpdateResult result, CancellationToken abort)
    {
        var trace = Activity.Current?.Context;
        using var step = Instruments.Step("store");
        var messages = await inbox.CompleteAsync(id, result, abort);
        return trace is { } context ? [.. messages.Select(message => message with { Trace = context })] : messages;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {UpdateId} could not be handled.")]
    private static partial void Failed(ILogger logger, long updateId, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {UpdateId} is set aside: {Problem}")]
    private static partial void SetAside(ILogger logger, long updateId, string problem);
}
