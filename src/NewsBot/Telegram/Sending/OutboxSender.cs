using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Sending;

/// <summary>Makes the calls of the outbox: in order within a chat, chats side by side, within the limits; answers before what nobody waits for.</summary>
/// <remarks>
/// Safe for concurrent use. A call starts when the one before it, of whatever chat, was answered or has taken <see cref="Overlap"/>: a quick service is called one at a
/// time, so that a crash leaves the outcome of one call unknown and not of many, and a slow one is not waited for.
/// </remarks>
internal sealed partial class OutboxSender : IDisposable
{
    // From either on, no more updates are handled: answers made long before they are sent help nobody, and making them takes the processor from sending.
    // Both count answers only: digests wait behind them.
    private const int ManyWaiting = 5_000;
    private const int ManyChats = 64;
    private const int PageSize = 500;

    // Enough that the sender never waits for digests to be made, few enough to be read again after a restart and held in memory.
    private const int ManyDigests = 300;
    private const int MaxInFlight = 64;

    private static readonly TimeSpan Overlap = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    private readonly IOutbox outbox;
    private readonly IBotApi api;
    private readonly MessageDelivery maker;
    private readonly TimeProvider time;
    private readonly ILogger<OutboxSender> logger;
    private readonly SendLimits limits;
    private readonly Lock gate = new();
    private readonly Dictionary<long, PendingMessages> chats = [];
    private readonly DueChats due = new();
    private readonly Dictionary<Type, TimeSpan> heldMethods = [];
    private readonly Channel<bool> changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource abort = new();
    private readonly long origin;
    private TaskCompletionSource room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource digestRoom = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<OutboxMessage>? early = [];
    private long lastTaken;
    private TimeSpan lastStart = TimeSpan.MinValue;
    private int inFlight;
    private int waiting;
    private int answers;
    private int chatsToAnswer;

    /// <summary>A sender with nothing to send yet.</summary>
    public OutboxSender(IOutbox outbox, IBotApi api, MessageDelivery maker, IOptions<TelegramOptions> options, TimeProvider time, ILogger<OutboxSender> logger)
    {
        (this.outbox, this.api, this.maker, this.time, this.logger) = (outbox, api, maker, time, logger);
        limits = new SendLimits(options.Value.Limits);
        origin = time.GetTimestamp();
        room.SetResult();
    }

    /// <summary>Calls that wait or are being made.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    private bool IsCrowded => answers >= ManyWaiting || chatsToAnswer >= ManyChats;

    private TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>Takes up what an earlier process left in the outbox; to be called until it succeeds, and before that nothing is sent.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        var (again, givenUp) = await outbox.RecoverAsync(cancellationToken);
        if (again + givenUp > 0)
            Recovered(logger, again, givenUp);
        foreach (var (chatId, until) in await outbox.ReadHoldsAsync(cancellationToken))
        {
            lock (gate)
                limits.Hold(chatId, until - time.GetUtcNow(), Now);
        }

        while (await outbox.ReadWaitingAsync(lastTaken, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            Add(page);
            lastTaken = page[^1].Id;
        }

        lock (gate)
        {
            // Ids grow: what came meanwhile up to the last one that was read is among the pages.
            var missing = early!.Where(call => call.Id > lastTaken).ToList();
            early = null;
            Add(missing);
            if (waiting - answers < ManyDigests)
                digestRoom.TrySetResult();
        }
    }

    /// <summary>Takes calls that were put into the outbox.</summary>
    public void Enqueue(IReadOnlyList<OutboxMessage> calls)
    {
        if (calls.Count == 0)
            return;
        lock (gate)
        {
            if (early is null)
                Add(calls);
            else
                early.AddRange(calls);
        }
    }

    /// <summary>Waits while too many calls wait.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return room.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Waits until what an earlier process left is taken up, and while so many messages wait that nobody waits for that others had better stay where they are.</summary>
    public Task WaitForDigestRoomAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return digestRoom.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Makes a call at once that is not worth keeping: a sign of typing, the end of a tap. Left out while the service told to wait.</summary>
    /// <returns>The id of the message sent; null when there is none or the call failed.</returns>
    public async Task<long?> TryCallAsync(BotCall call, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (call is ChatCall into ? limits.IsHeld(into.ChatId, Now) : heldMethods.GetValueOrDefault(call.GetType()) > Now)
                return null;
            if (call is SendMessage or EditMessage)
                limits.Take(((ChatCall)call).ChatId, Now);
        }

        try
        {
            return await api.CallAsync(call, cancellationToken);
        }
        catch (BotApiException failure)
        {
            if (failure is { Failure: BotApiFailure.TooManyRequests, RetryAfter: { } wait })
                await TryHoldAsync(call, wait);
            LeftOut(logger, call.GetType().Name, failure.Message);
            return null;
        }
    }

    /// <summary>Holds; a store that fails just now costs only that a process that begins before the end of the wait does not know of it.</summary>
    private async Task TryHoldAsync(BotCall call, TimeSpan wait)
    {
        try
        {
            await HoldAsync(call, wait);
        }
        catch (StoreException failure)
        {
            LeftOut(logger, call.GetType().Name, failure.Message);
        }
    }

    /// <summary>Sends until <paramref name="stopping"/> is cancelled; then finishes the calls being made.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var wait = StartDue();
            try
            {
                await WaitAsync(wait, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
        }

        while (Volatile.Read(ref inFlight) > 0)
            await changed.Reader.ReadAsync(CancellationToken.None);
    }

    /// <summary>Waits until no answer waits any more, at most <paramref name="limit"/>; what nobody waits for is left to the next start.</summary>
    public async Task DrainAsync(TimeSpan limit)
    {
        var started = time.GetTimestamp();
        while (Volatile.Read(ref answers) > 0 && time.GetElapsedTime(started) < limit)
            await Task.Delay(Overlap, time, CancellationToken.None);
    }

    /// <summary>Ends the calls being made, whatever becomes of them.</summary>
    public void Abort() => abort.Cancel();

    /// <inheritdoc/>
    public void Dispose() => abort.Dispose();

    private async Task HoldAsync(BotCall call, TimeSpan wait)
    {
        lock (gate)
        {
            if (call is ChatCall held)
                limits.Hold(held.ChatId, wait, Now);
            else
                heldMethods[call.GetType()] = Now + wait;
        }

        if (call is ChatCall into)
            await outbox.HoldAsync(into.ChatId, time.GetUtcNow() + wait, CancellationToken.None);
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stopping)
    {
        if (wait == TimeSpan.Zero)
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var delay = Task.Delay(wait < MaxWait ? wait : MaxWait, time, over.Token);
        await Task.WhenAny(changed.Reader.ReadAsync(over.Token).AsTask(), delay);
        await over.CancelAsync();
        stopping.ThrowIfCancellationRequested();
    }

    /// <summary>Starts every call that may be made now.</summary>
    /// <returns>How long until the next one may.</returns>
    private TimeSpan StartDue()
    {
        lock (gate)
        {
            while (due.TryPeek(limits.Next(Now), out var chatId, out var at))
            {
                var now = Now;
                var next = limits.Next(now);
                if (inFlight > 0 && lastStart + Overlap > next)
                    next = lastStart + Overlap;
                if (inFlight >= MaxInFlight)
                    return MaxWait;
                if (at > next)
                    next = at;
                if (next > now)
                    return next - now;

                var pending = chats[chatId];
                var into = limits.NextInto(chatId, now);
                if (into > now)
                {
                    due.Enqueue(chatId, pending, into);
                    continue;
                }

                DueChats.Remove(pending);

                limits.Take(chatId, now);
                lastStart = now;
                inFlight++;
                pending.IsBusy = true;
                _ = Task.Run(() => MakeAsync(chatId, pending, pending.Calls.First!.Value), CancellationToken.None);
            }

            return MaxWait;
        }
    }

    private async Task MakeAsync(long chatId, PendingMessages pending, OutboxMessage call)
    {
        SendVerdict verdict;
        try
        {
            verdict = await maker.MakeAsync(call, abort.Token);
        }
        catch (OperationCanceledException)
        {
            // Aborted at the end of a shutdown; the next start takes it up.
            verdict = new SendVerdict.Later(MaxWait, Counts: false);
        }

        lock (gate)
        {
            inFlight--;
            pending.IsBusy = false;
            Apply(verdict, chatId, pending);
            if (pending.Calls.Count == 0)
                chats.Remove(chatId);
            else
                due.Enqueue(chatId, pending, pending.NotBefore);
            if (!IsCrowded)
                room.TrySetResult();
            if (waiting - answers < ManyDigests)
                digestRoom.TrySetResult();
        }

        changed.Writer.TryWrite(true);
    }

    private void Apply(SendVerdict verdict, long chatId, PendingMessages pending)
    {
        switch (verdict)
        {
            case SendVerdict.Later later:
                var wait = later.Counts ? later.Wait * (1 << Math.Min(pending.Failures, 6)) : later.Wait;
                pending.Failures++;
                pending.NotBefore = Now + (wait < MaxWait ? wait : MaxWait);
                return;

            case SendVerdict.Held held:
                limits.Hold(chatId, held.RetryAfter, Now);
                return;

            case SendVerdict.Instead instead:
                pending.Calls.First!.Value = instead.Call;
                return;

            case SendVerdict.Moved moved:
                List<OutboxMessage> all = [.. pending.Calls];
                Clear(pending);
                foreach (var call in all)
                    Add(moved.ChatId, call with { Call = call.Call with { ChatId = moved.ChatId } });
                return;

            case SendVerdict.Blocked:
                Clear(pending);
                return;

            default:
                limits.Succeed();
                RemoveFirst(pending);
                pending.Failures = 0;
                pending.NotBefore = TimeSpan.Zero;
                return;
        }
    }

    private void Add(IReadOnlyList<OutboxMessage> calls)
    {
        lock (gate)
        {
            foreach (var call in calls)
                Add(call.Call.ChatId, call);
            if (IsCrowded && room.Task.IsCompleted)
                room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (waiting - answers >= ManyDigests && digestRoom.Task.IsCompleted)
                digestRoom = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.Writer.TryWrite(true);
    }

    private void Add(long chatId, OutboxMessage call)
    {
        if (!chats.TryGetValue(chatId, out var pending))
            chats.Add(chatId, pending = new PendingMessages());
        var (isNew, wasAnswer) = (pending.Calls.Count == 0, pending.IsAnswer);
        pending.Add(call);
        Count(pending, call, 1);

        // One that waits with a digest goes to those with an answer.
        if (isNew || (!pending.IsBusy && wasAnswer != pending.IsAnswer))
            due.Enqueue(chatId, pending, isNew ? TimeSpan.Zero : pending.NotBefore);
    }

    private void Clear(PendingMessages pending)
    {
        while (pending.Calls.Count > 0)
            RemoveFirst(pending);
    }

    private void RemoveFirst(PendingMessages pending)
    {
        var call = pending.Calls.First!.Value;
        pending.Calls.RemoveFirst();
        Count(pending, call, -1);
    }

    private void Count(PendingMessages pending, OutboxMessage call, int change)
    {
        waiting += change;
        if (call.Purpose != MessagePurpose.Answer)
            return;
        answers += change;
        var before = pending.Answers;
        pending.Answers += change;
        chatsToAnswer += Math.Min(pending.Answers, 1) - Math.Min(before, 1);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An earlier process stopped while it was sending: {Again} messages are sent again, {GivenUp} are not.")]
    private static partial void Recovered(ILogger logger, int again, int givenUp);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Call} was left out: {Problem}")]
    private static partial void LeftOut(ILogger logger, string call, string problem);
}
