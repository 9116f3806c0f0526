using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Receiving;

/// <summary>Fetches updates by long polling; the next request, which confirms them, follows once they are stored.</summary>
/// <remarks>
/// It begins without an offset, so that the service gives whatever is not confirmed; the inbox drops what it has already. After a day of silence it does so again:
/// after a week Telegram starts a new, random numbering (Bot API, Update), and an old offset would hide the updates.
/// </remarks>
internal sealed partial class UpdatePoller(BotApi api, BotSession session, UpdateIntake intake, TimeProvider time, ILogger<UpdatePoller> logger)
{
    private const int BatchSize = 100;

    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Silence = TimeSpan.FromDays(1);

    // A server without long polling is asked a few times a second.
    private static readonly TimeSpan EmptyWait = TimeSpan.FromMilliseconds(200);

    /// <summary>Polls until cancelled.</summary>
    /// <exception cref="BotApiException">The token is not known any more.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var offset = 0L;
        var heard = time.GetTimestamp();
        var failures = 0;
        while (true)
        {
            try
            {
                if (time.GetElapsedTime(heard) > Silence)
                    offset = 0;
                var asked = time.GetTimestamp();
                var updates = await api.GetUpdatesAsync(offset, BatchSize, Hold, cancellationToken);
                if (updates.Count > 0)
                {
                    await intake.TakeAsync(updates, cancellationToken);
                    offset = updates.Max(update => update.Id) + 1;
                    heard = time.GetTimestamp();
                }
                else if (time.GetElapsedTime(asked) < EmptyWait)
                {
                    await Task.Delay(EmptyWait, time, cancellationToken);
                }

                if (failures > 0)
                    Again(logger);
                failures = 0;
                session.IsReceiving = true;
            }
            catch (BotApiException failure) when (failure.Failure != BotApiFailure.Unauthorized)
            {
                await WaitAsync(failures++, failure.RetryAfter, failure.Message, cancellationToken);
            }
            catch (StoreException failure)
            {
                await WaitAsync(failures++, wait: null, failure.Message, cancellationToken);
            }
        }
    }

    private Task WaitAsync(int failures, TimeSpan? wait, string problem, CancellationToken cancellationToken)
    {
        session.IsReceiving = false;
        if (failures == 0)
            Interrupted(logger, problem);
        return Task.Delay(wait ?? Backoff(failures), time, cancellationToken);
    }

    private static TimeSpan Backoff(int failures)
    {
        var wait = FirstWait * (1 << Math.Min(failures, 6));
        return wait < LastWait ? wait : LastWait;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No updates for now, trying again: {Problem}")]
    private static partial void Interrupted(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Updates arrive again.")]
    private static partial void Again(ILogger logger);
}
