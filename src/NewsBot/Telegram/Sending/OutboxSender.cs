using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Sending;

/// <summary>Sends the messages of the outbox within Telegram's limits: answers before digests, one chat's messages in order, several chats at once.</summary>
/// <remarks>
/// Safe for concurrent use. A request starts when the one before it, to any chat, was answered or has taken <see cref="Overlap"/>. A quick service gets one request at a
/// time, so that a crash leaves the outcome of one message unknown and not of many. A slow service is not waited for.
/// </remarks>
internal sealed partial class OutboxSender : IDisposable
{
    // From either number on, no more updates are handled: an answer that is made long before it is sent helps nobody, and making it slows down the sending.
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
    private readonly BotApi api;
    private readonly MessageDelivery delivery;
    private readonly TimeProvider time;
    private readonly ILogger<OutboxSender> logger;
    private readonly SendLimits limits;
    private readonly Lock gate = new();
    private readonly Dictionary<long, PendingMessages> chats = [];
    private readonly DueChats due = new();
    private readonly Dictionary<string, TimeSpan> heldMethods = new(StringComparer.Ordinal);
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
    public OutboxSender(IOutbox outbox, BotApi api, MessageDelivery delivery, IOptions<TelegramOptions> options, TimeProvider time, ILogger<OutboxSender> logger)
    {
        (this.outbox, this.api, this.delivery, this.time, this.logger) = (outbox, api, delivery, time, logger);
        limits = new SendLimits(options.Value.Limits);
        origin = time.GetTimestamp();
        room.SetResult();
    }

    /// <summary>How many messages wait or are on their way.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    private bool IsCrowded => answers >= ManyWaiting || chatsToAnswer >= ManyChats;

    private TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>Loads what an earlier process left in the outbox. The caller repeats it until it succeeds; nothing is sent before that.</summary>
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
            var missing = early!.Where(message => message.Id > lastTaken).ToList();
            early = null;
            Add(missing);
            if (waiting - answers < ManyDigests)
                digestRoom.TrySetResult();
        }
    }

    /// <summary>Takes messages that were put into the outbox.</summary>
    public void Enqueue(IReadOnlyList<OutboxMessage> messages)
    {
        if (messages.Count == 0)
            return;
        lock (gate)
        {
            if (early is null)
                Add(messages);
            else
                early.AddRange(messages);
        }
    }

    /// <summary>Waits while too many answers are pending.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return room.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Waits until the messages of an earlier process are loaded, and while the digest queue is full.</summary>
    public Task WaitForDigestRoomAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return digestRoom.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Sends a request at once that is not worth keeping, such as a sign of typing or the end of a tap. It is left out while the service tells the bot to wait.</summary>
    /// <param name="request">The request.</param>
    /// <param name="chatId">The chat that it goes to; null for a request that goes to none.</param>
    /// <returns>The id of the message sent; null when there is none or the request failed.</returns>
    public async Task<long?> TrySendNowAsync(BotRequest request, long? chatId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (chatId is { } into ? limits.IsHeld(into, Now) : heldMethods.GetValueOrDefault(request.Method) > Now)
                return null;
            if (chatId is { } counted && request.Method is "sendMessage" or "editMessageText")
                limits.Take(counted, Now);
        }

        try
        {
            return await api.SendAsync(request, cancellationToken);
        }
        catch (BotApiException failure)
        {
            if (failure is { Failure: BotApiFailure.TooManyRequests, RetryAfter: { } wait })
                await TryHoldAsync(request, chatId, wait);
            LeftOut(logger, request.Method, failure.Message);
            return null;
        }
    }

    /// <summary>Notes that the service told the bot to wait. When the store fails, only a process that starts before the end of the wait does not know of it.</summary>
    private async Task TryHoldAsync(BotRequest request, long? chatId, TimeSpan wait)
    {
        try
        {
            await HoldAsync(request, chatId, wait);
        }
        catch (StoreException failure)
        {
            LeftOut(logger, request.Method, failure.Message);
        }
    }

    /// <summary>Sends until <paramref name="stopping"/> is cancelled; then finishes what is on its way.</summary>
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

    /// <summary>Waits until no answer is pending, at most <paramref name="limit"/>; digests are left to the next start.</summary>
    public async Task DrainAsync(TimeSpan limit)
    {
        var started = time.GetTimestamp();
        while (Volatile.Read(ref answers) > 0 && time.GetElapsedTime(started) < limit)
            await Task.Delay(Overlap, time, CancellationToken.None);
    }

    /// <summary>Ends the requests that are on their way, whatever becomes of them.</summary>
    public void Abort() => abort.Cancel();

    public void Dispose() => abort.Dispose();

    private async Task HoldAsync(BotRequest request, long? chatId, TimeSpan wait)
    {
        lock (gate)
        {
            if (chatId is { } held)
                limits.Hold(held, wait, Now);
            else
                heldMethods[request.Method] = Now + wait;
        }

        if (chatId is { } into)
            await outbox.HoldAsync(into, time.GetUtcNow() + wait, CancellationToken.None);
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

    /// <summary>Starts every message that may be sent now.</summary>
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
                _ = Task.Run(() => SendAsync(chatId, pending, pending.Messages.First!.Value), CancellationToken.None);
            }

            return MaxWait;
        }
    }

    private async Task SendAsync(long chatId, PendingMessages pending, OutboxMessage message)
    {
        SendVerdict verdict;
        try
        {
            verdict = await delivery.SendAsync(message, abort.Token);
        }
        catch (OperationCanceledException)
        {
            // Aborted at the end of a shutdown; the next process recovers it.
            verdict = new SendVerdict.Later(MaxWait, Counts: false);
        }

        lock (gate)
        {
            inFlight--;
            pending.IsBusy = false;
            Apply(verdict, chatId, pending);
            if (pending.Messages.Count == 0)
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
                pending.Messages.First!.Value = instead.Message;
                return;

            case SendVerdict.Moved moved:
                List<OutboxMessage> all = [.. pending.Messages];
                Clear(pending);
                foreach (var message in all)
                {
                    var request = message.Content.Request.With("chat_id", moved.ChatId);
                    Add(moved.ChatId, message with { Content = message.Content with { ChatId = moved.ChatId, Request = request } });
                }

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

    private void Add(IReadOnlyList<OutboxMessage> messages)
    {
        lock (gate)
        {
            foreach (var message in messages)
                Add(message.Content.ChatId, message);
            if (IsCrowded && room.Task.IsCompleted)
                room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (waiting - answers >= ManyDigests && digestRoom.Task.IsCompleted)
                digestRoom = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.Writer.TryWrite(true);
    }

    private void Add(long chatId, OutboxMessage message)
    {
        if (!chats.TryGetValue(chatId, out var pending))
            chats.Add(chatId, pending = new PendingMessages());
        var (isNew, wasAnswer) = (pending.Messages.Count == 0, pending.IsAnswer);
        pending.Add(message);
        Count(pending, message, 1);

        // One that waits with a digest goes to those with an answer.
        if (isNew || (!pending.IsBusy && wasAnswer != pending.IsAnswer))
            due.Enqueue(chatId, pending, isNew ? TimeSpan.Zero : pending.NotBefore);
    }

    private void Clear(PendingMessages pending)
    {
        while (pending.Messages.Count > 0)
            RemoveFirst(pending);
    }

    private void RemoveFirst(PendingMessages pending)
    {
        var message = pending.Messages.First!.Value;
        pending.Messages.RemoveFirst();
        Count(pending, message, -1);
    }

    private void Count(PendingMessages pending, OutboxMessage message, int change)
    {
        waiting += change;
        if (message.Content.Purpose != MessagePurpose.Answer)
            return;
        answers += change;
        var before = pending.Answers;
        pending.Answers += change;
        chatsToAnswer += Math.Min(pending.Answers, 1) - Math.Min(before, 1);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An earlier process stopped while it was sending: {Again} messages are sent again, {GivenUp} are not.")]
    private static partial void Recovered(ILogger logger, int again, int givenUp);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} was left out: {Problem}")]
    private static partial void LeftOut(ILogger logger, string method, string problem);
}
