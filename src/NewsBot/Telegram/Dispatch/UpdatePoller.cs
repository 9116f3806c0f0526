using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Fetches updates by long polling; the next request, which confirms them, follows once they are stored.</summary>
/// <remarks>
/// It begins without an offset, so that the service gives whatever is not confirmed; the inbox drops what it has already. After a day of silence it does so again:
/// after a week Telegram starts a new, random numbering (Bot API, Update), and an old offset would hide the updates. Where processes share a database, one polls at a time.
/// </remarks>
internal sealed partial class UpdatePoller(
    BotApi api, BotSession session, UpdateIntake intake, Leases leases, TimeProvider time, ILogger<UpdatePoller> logger)
{
    private const int BatchSize = 100;

    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Silence = TimeSpan.FromDays(1);

    // A server without long polling is asked a few times a second.
    private static readonly TimeSpan EmptyWait = TimeSpan.FromMilliseconds(200);

    /// <summary>Polls until cancelled, whenever this process is the one that polls.</summary>
    /// <exception cref="BotApiException">The token is not known any more.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // A process that stands by misses nothing.
            session.IsReceiving = leases.IsShared;
            var lost = await leases.HoldAsync("polling", cancellationToken);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost);
            try
            {
                await PollAsync(either.Token);
            }
            catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // Another process polls.
            }
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        var isInterrupted = false;
        var pipeline = BotApiPipeline.Build(time, failure => failure is StoreException or BotApiException { Failure: not BotApiFailure.Unauthorized }, failure =>
        {
            session.IsReceiving = false;
            if (!isInterrupted)
                Interrupted(logger, failure.Message);
            isInterrupted = true;
        });
        var (offset, heard) = (0L, time.GetTimestamp());
        while (true)
        {
            (offset, heard) = await pipeline.ExecuteAsync(async token => await PollAsync(offset, heard, token), cancellationToken);
            if (isInterrupted)
                Again(logger);
            isInterrupted = false;
            session.IsReceiving = true;
        }
    }

    /// <summary>Asks once and stores what comes.</summary>
    /// <param name="offset">The number that the next update has at least; 0 for whatever is not confirmed.</param>
    /// <param name="heard">When updates came last.</param>
    /// <returns>Both for the next request.</returns>
    private async Task<(long Offset, long Heard)> PollAsync(long offset, long heard, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(heard) > Silence)
            offset = 0;
        var asked = time.GetTimestamp();
        var updates = await api.GetUpdatesAsync(offset, BatchSize, Hold, cancellationToken);
        if (updates.Count > 0)
        {
            await intake.TakeAsync(updates, cancellationToken);
            return (updates.Max(update => update.Id) + 1, time.GetTimestamp());
        }

        if (time.GetElapsedTime(asked) < EmptyWait)
            await Task.Delay(EmptyWait, time, cancellationToken);
        return (offset, heard);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No updates for now, trying again: {Problem}")]
    private static partial void Interrupted(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Updates arrive again.")]
    private static partial void Again(ILogger logger);
}
