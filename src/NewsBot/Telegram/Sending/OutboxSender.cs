// Over 400 lines: what is sent next, what waits and who may go on are one state under one lock.
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Sending;

/// <summary>Sends the messages of the outbox within Telegram's limits: answers before digests, one chat's messages in order, several chats at once.</summary>
/// <remarks>
/// Safe for concurrent use. A request starts when the one before it, to any chat, was answered or has taken <see cref="ReplyTimes.Overlap"/>. A near service gets one request at a
/// time, so that a crash leaves the outcome of one message unknown and not of many. A slow service is not waited for.
/// </remarks>
internal sealed partial class OutboxSender : IDisposable
{
    // An answer that is made long before it is sent helps nobody, and making it slows down the sending. So a chat's updates are not handled while so many of its answers wait,
    private const int ManyOfChat = 4;

    // or while so many chats could be sent to at once: a private chat waits for private chats only, a group for both. Digests wait behind the answers and do not count.
    private const int ManyReady = 64;

    // From this number on, only a chat without a waiting answer gets another one.
    private const int ManyWaiting = 5_000;
    private const int PageSize = 500;

    // The name of a wait of the whole bot; the other names are methods of the Bot API.
    private const string WholeBot = "*";

    // Enough that the sender never waits for digests to be made, few enough to be read again after a restart and held in memory.
    private const int ManyDigests = 300;
    private const int MaxInFlight = 64;

    // At the end of the process, a service that takes so long gets no more requests: there would be no time to hear its reply.
    private static readonly TimeSpan SlowReply = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OtherSendersWait = TimeSpan.FromSeconds(1);

    private readonly IOutbox outbox;
    private readonly BotApi api;
    private readonly MessageDelivery delivery;
    private readonly Leases leases;
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
    private readonly ReplyTimes replies = new();
    private readonly List<TimeSpan> starts = [];
    private readonly Opening peopleRoom = new();
    private readonly Opening groupRoom = new();
    private readonly Opening digestRoom = new();
    private readonly HashSet<long> known = [];
    private readonly int[] sending = new int[SlotSet.Count];
    private SlotSet slots;
    private bool isLoaded;
    private TimeSpan lastStart = TimeSpan.MinValue;
    private bool isEnding;
    private int waiting;
    private int answers;

    /// <summary>A sender with nothing to send yet.</summary>
    public OutboxSender(
        IOutbox outbox, BotApi api, MessageDelivery delivery, Leases leases, IOptions<TelegramOptions> options, TimeProvider time, ILogger<OutboxSender> logger)
    {
        (this.outbox, this.api, this.delivery, this.leases, this.time, this.logger) = (outbox, api, delivery, leases, time, logger);
        limits = new SendLimits(options.Value.Limits);
        origin = time.GetTimestamp();
    }

    /// <summary>How many messages wait or are on their way.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    private bool HasDigestRoom => isLoaded && waiting - answers < ManyDigests;

    private TimeSpan Now => time.GetElapsedTime(origin);

    private int InFlight
    {
        get
        {
            lock (gate)
                return starts.Count;
        }
    }

    /// <summary>Whether a request is on its way for so long that another one would not end in time.</summary>
    private bool IsSlow
    {
        get
        {
            lock (gate)
                return starts.Count > 0 && starts[0] + SlowReply < Now;
        }
    }

    /// <summary>Takes slots over: loads what an earlier process left of them in the outbox. The caller repeats it until it succeeds; nothing of them is sent before that.</summary>
    public async Task TakeAsync(SlotSet taken, CancellationToken cancellationToken)
    {
        var (again, givenUp) = await outbox.RecoverAsync(taken, cancellationToken);
        if (again + givenUp > 0)
            Recovered(logger, again, givenUp);
        foreach (var (chatId, wait) in await outbox.ReadHoldsAsync(taken, cancellationToken))
        {
            lock (gate)
                limits.Restore(chatId, wait, Now);
        }

        lock (gate)
        {
            slots |= taken;
            Share();
        }

        await RefreshAsync(taken, cancellationToken);
        lock (gate)
        {
            isLoaded = true;
            MakeRoom();
        }
    }

    /// <summary>Loads what waits in these slots and is not known yet: other processes put messages into the outbox, too.</summary>
    public async Task RefreshAsync(SlotSet some, CancellationToken cancellationToken)
    {
        for (var last = 0L; await outbox.ReadWaitingAsync(some, last, PageSize, cancellationToken) is { Count: > 0 } page; last = page[^1].Id)
            Add(page);
    }

    /// <summary>Leaves slots to another process: what waits there is forgotten, since the outbox has it. What is on its way goes on.</summary>
    public void Drop(SlotSet left)
    {
        lock (gate)
        {
            slots = slots.Except(left);
            foreach (var (chatId, pending) in chats.Where(chat => left.HasChat(chat.Key)).ToList())
            {
                due.Drop(chatId, pending);
                Clear(pending);
                chats.Remove(chatId);
            }

            Share();
            MakeRoom();
        }
    }

    /// <summary>The slots of which messages are on their way.</summary>
    public SlotSet Sending()
    {
        lock (gate)
            return sending.Index().Where(slot => slot.Item > 0).Aggregate(SlotSet.None, (set, slot) => set | SlotSet.Of(slot.Index));
    }

    /// <summary>Takes messages that were put into the outbox; those of other processes' slots are left to these.</summary>
    public void Enqueue(IReadOnlyList<OutboxMessage> messages)
    {
        Add(messages);
        leases.Tell(SlotSet.OfChats(messages.Select(message => message.Content.ChatId)).Except(leases.Held));
    }

    /// <summary>Notes what other processes were told to leave alone.</summary>
    public void Leave(IReadOnlyList<(string Name, TimeSpan Wait)> waits)
    {
        lock (gate)
        {
            foreach (var (name, wait) in waits)
            {
                if (name != WholeBot)
                    heldMethods[name] = Later(heldMethods.GetValueOrDefault(name), Now + wait);
                else if (limits.HeldFor(Now) < wait)
                    limits.HoldAll(wait, Now);
            }
        }

        static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
    }

    /// <summary>Is done when an update of the chat is worth handling, because its answer could be sent soon; ask again then.</summary>
    /// <param name="chatId">The chat; any other number has no answers that wait.</param>
    public Task RoomForAsync(long chatId)
    {
        lock (gate)
        {
            if (chats.GetValueOrDefault(chatId) is { Answers: > 0 } pending && (pending.Answers >= ManyOfChat || answers >= ManyWaiting))
                return pending.Room.WaitAsync();
            return IsCrowded(chatId) ? (chatId < 0 ? groupRoom : peopleRoom).WaitAsync() : Task.CompletedTask;
        }
    }

    /// <summary>Waits until the messages of an earlier process are loaded, and while the digest queue is full.</summary>
    public async Task WaitForDigestRoomAsync(CancellationToken cancellationToken)
    {
        // Where processes share the outbox, each sees a part of the queue only.
        while (leases.IsShared && (await outbox.ReadWaitingAsync(SlotSet.All, afterId: 0, ManyDigests, cancellationToken)).Count == ManyDigests)
            await Task.Delay(OtherSendersWait, time, cancellationToken);
        if (leases.IsShared)
            return;
        Task room;
        lock (gate)
            room = HasDigestRoom ? Task.CompletedTask : digestRoom.WaitAsync();
        await room.WaitAsync(cancellationToken);
    }

    /// <summary>Sends a request at once that is not worth keeping, such as a sign of typing or the end of a tap. It is left out while the service tells the bot to wait.</summary>
    /// <param name="request">The request.</param>
    /// <param name="chatId">The chat that it goes to; null for a request that goes to none.</param>
    /// <returns>The id of the message sent; null when there is none or the request failed.</returns>
    public async Task<long?> TrySendNowAsync(BotRequest request, long? chatId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (chatId is { } into ? !leases.HasChat(into) || limits.IsHeld(into, Now) : heldMethods.GetValueOrDefault(request.Method) > Now)
                return null;
            if (chatId is { } counted && IsCounted(request))
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

    /// <summary>Sends a draft of an answer at once, where the limits leave room for it and for the answer; it takes the room of a message.</summary>
    /// <param name="request">The draft.</param>
    /// <param name="chatId">The private chat that it goes to.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <returns>False when it failed. The chat does not wait for that: only drafts do, in every chat, when the service tells the bot to wait.</returns>
    public async Task<bool> TrySendDraftAsync(BotRequest request, long chatId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (heldMethods.GetValueOrDefault(request.Method) > Now || !leases.HasChat(chatId) || limits.IsHeld(chatId, Now))
                return false;
            if (!limits.HasSpare(chatId, Now))
                return true;
            limits.Take(chatId, Now);
        }

        try
        {
            await api.SendAsync(request, cancellationToken);
            return true;
        }
        catch (BotApiException failure)
        {
            if (failure is { Failure: BotApiFailure.TooManyRequests, RetryAfter: { } wait })
                HoldMethod(request.Method, wait);

            LeftOut(logger, request.Method, failure.Message);
            return false;
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

        while (InFlight > 0)
            await changed.Reader.ReadAsync(CancellationToken.None);
    }

    /// <summary>Prepares for the end: from now on nothing is sent to a service that is slow, since its reply would come too late.</summary>
    public void BeginToEnd()
    {
        lock (gate)
            isEnding = true;
    }

    /// <summary>Waits until no answer is pending or the service is slow, at most <paramref name="limit"/>; digests are left to the next start.</summary>
    public async Task DrainAsync(TimeSpan limit)
    {
        var started = time.GetTimestamp();
        while (Volatile.Read(ref answers) > 0 && time.GetElapsedTime(started) < limit && !IsSlow)
            await Task.Delay(Moment, time, CancellationToken.None);
    }

    /// <summary>Ends the requests that are on their way, whatever becomes of them.</summary>
    public void Abort() => abort.Cancel();

    public void Dispose() => abort.Dispose();

    private async Task HoldAsync(BotRequest request, long? chatId, TimeSpan wait)
    {
        if (chatId is not { } into)
        {
            HoldMethod(request.Method, wait);
            return;
        }

        lock (gate)
            Hold(into, wait, IsCounted(request));
        await outbox.HoldAsync(into, wait, CancellationToken.None);
    }

    private void HoldMethod(string method, TimeSpan wait)
    {
        lock (gate)
            heldMethods[method] = Now + wait;
        leases.TellWait(method, wait);
    }

    /// <summary>A chat waits; when the refusal was taken for the bot's, every process does.</summary>
    private void Hold(long chatId, TimeSpan wait, bool isMessage)
    {
        var before = limits.HeldFor(Now);
        limits.Hold(chatId, wait, isMessage, Now);
        if (limits.HeldFor(Now) is var after && after > before)
            leases.TellWait(WholeBot, after);
    }

    /// <summary>Keeps to this process's part of the bot's limit.</summary>
    private void Share()
    {
        if (leases.IsShared && !slots.IsEmpty)
            limits.SetShare((double)slots.Size / SlotSet.Count);
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
            while (due.TryPeek(limits.Next(Now), limits.IsBotSuspected, out var chatId, out var at))
            {
                var now = Now;
                var next = limits.Next(now);
                if (starts.Count > 0 && lastStart + replies.Overlap > next)
                    next = lastStart + replies.Overlap;
                if (starts.Count >= MaxInFlight || (isEnding && IsSlow))
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

                due.Take(chatId, pending);
                limits.Take(chatId, now);
                lastStart = now;
                starts.Add(now);
                sending[SlotSet.SlotOf(chatId)]++;
                pending.IsBusy = true;
                _ = Task.Run(() => SendAsync(chatId, pending, pending.Messages.First!.Value, now), CancellationToken.None);
                MakeRoom();
            }

            return MaxWait;
        }
    }

    private async Task SendAsync(long chatId, PendingMessages pending, OutboxMessage message, TimeSpan start)
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
            starts.Remove(start);
            sending[SlotSet.SlotOf(chatId)]--;
            replies.Add(Now - start);
            pending.IsBusy = false;
            if (chats.GetValueOrDefault(chatId) == pending)
                Finish(verdict, chatId, pending);
            MakeRoom();
        }

        changed.Writer.TryWrite(true);
    }

    private void Finish(SendVerdict verdict, long chatId, PendingMessages pending)
    {
        Apply(verdict, chatId, pending);
        if (pending.Messages.Count == 0)
            chats.Remove(chatId);
        else
            due.Enqueue(chatId, pending, pending.NotBefore);
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
                Hold(chatId, held.RetryAfter, isMessage: true);
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

                leases.Tell(SlotSet.OfChats([moved.ChatId]).Except(leases.Held));
                return;

            case SendVerdict.Blocked:
                Clear(pending);
                return;

            case SendVerdict.Left:
                RemoveFirst(pending);
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
        if (messages.Count == 0)
            return;
        lock (gate)
        {
            foreach (var message in messages)
                Add(message.Content.ChatId, message);
        }

        changed.Writer.TryWrite(true);
    }

    private void Add(long chatId, OutboxMessage message)
    {
        if (!slots.HasChat(chatId) || !known.Add(message.Id))
            return;
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
        known.Remove(message.Id);
        Count(pending, message, -1);
    }

    private void Count(PendingMessages pending, OutboxMessage message, int change)
    {
        waiting += change;
        if (message.Content.Purpose != MessagePurpose.Answer)
            return;
        answers += change;
        pending.Answers += change;
        if (pending.Answers < ManyOfChat && (pending.Answers == 0 || answers < ManyWaiting))
            pending.Room.Open();
    }

    /// <summary>Lets those go on who wait for room that is there now.</summary>
    private void MakeRoom()
    {
        if (!IsCrowded(-1))
            groupRoom.Open();
        if (!IsCrowded(1))
            peopleRoom.Open();
        if (HasDigestRoom)
            digestRoom.Open();
    }

    private bool IsCrowded(long chatId) => (chatId < 0 ? due.ReadyPeople + due.ReadyGroups : due.ReadyPeople) >= ManyReady;

    private static bool IsCounted(BotRequest request) => request.Method is "sendMessage" or "editMessageText";

    [LoggerMessage(Level = LogLevel.Information, Message = "An earlier process stopped while it was sending: {Again} messages are sent again, {GivenUp} are not.")]
    private static partial void Recovered(ILogger logger, int again, int givenUp);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} was left out: {Problem}")]
    private static partial void LeftOut(ILogger logger, string method, string problem);
}
