using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Sending;

/// <summary>When messages may be sent: the limits of a chat, of a group and of the bot, and the waits that the service demands.</summary>
/// <remarks>
/// Times are durations since any fixed moment. Not safe for concurrent use: its owner holds a lock. Rates are the generic cell rate algorithm (ITU-T I.371): a message moves a
/// chat's theoretical time on by one interval, and is allowed while that time is not too far ahead. The group's limit is a window over the last minute. Telegram's FAQ
/// names the limits and that they are not exact; its answer 429 decides. A refusal does not say whose limit it is. It is taken for the chat's own. Only when several chats that
/// sent nothing lately are refused within a second, and none is served in between, the limit is taken for the bot's. Then everything waits for a moment, and one request at a
/// time tries.
/// </remarks>
internal sealed class SendLimits(LimitOptions limits)
{
    // A person's few messages in a row are answered at once; after a 429 they are not.
    private const int Burst = 4;
    private const int ManyChats = 10_000;

    // So many quiet chats refused within a second show the bot's own limit.
    private const int ManyRefused = 3;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // While the bot's limit is suspected, a request goes out at most so often until one is served.
    private static readonly TimeSpan TrialInterval = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<long, Pace> chats = [];
    private readonly TimeSpan chatInterval = Interval(limits.PerChatPerSecond);
    private readonly Queue<(long ChatId, TimeSpan At)> refused = new();
    private TimeSpan interval = Interval(limits.PerSecond);
    private TimeSpan trialInterval = TrialInterval;
    private TimeSpan next;
    private TimeSpan heldUntil;
    private int many = ManyChats;

    /// <summary>Whether the service seems to have refused the bot as a whole, and has served no message since.</summary>
    public bool IsBotSuspected { get; private set; }

    /// <summary>When the next message to any chat may be sent; <paramref name="now"/> when it may be sent at once.</summary>
    public TimeSpan Next(TimeSpan now) => Max(now, Max(next, heldUntil));

    /// <summary>When the next message to a chat may be sent, as far as that chat decides.</summary>
    public TimeSpan NextInto(long chatId, TimeSpan now)
    {
        if (!chats.TryGetValue(chatId, out var pace))
            return now;
        var at = Max(now, Max(pace.HeldUntil ?? now, pace.Theoretical - ((Burst - 1) * chatInterval)));
        return pace.LastMinute is { } window && limits.PerGroupPerMinute > 0 && window.Count >= limits.PerGroupPerMinute
            ? Max(at, window.Peek() + Minute)
            : at;
    }

    /// <summary>Whether a message to a chat may be sent at once, and another one at once after it: the first may be left out, the second not.</summary>
    public bool HasSpare(long chatId, TimeSpan now) =>
        Next(now) == now && (!chats.TryGetValue(chatId, out var pace) || Max(now, pace.Theoretical) + chatInterval - ((Burst - 1) * chatInterval) <= now);

    /// <summary>Whether the service told the bot to wait, so that a request which is not worth waiting for is left out.</summary>
    public bool IsHeld(long chatId, TimeSpan now) =>
        heldUntil > now || (chats.TryGetValue(chatId, out var pace) && pace.HeldUntil > now);

    /// <summary>Notes that a message to a chat is sent now.</summary>
    public void Take(long chatId, TimeSpan now)
    {
        // From when it might have been made, not from when it was: a timer that comes a millisecond late would cost a bot with much to send a part of its rate.
        next = Max(next + interval, now);
        if (IsBotSuspected)
            next = Max(next, now + trialInterval);
        var pace = PaceOf(chatId, now);
        (pace.SentBefore, pace.SentLast) = (pace.SentLast, now);
        pace.Theoretical = Max(pace.Theoretical, now) + chatInterval;
        if (chatId >= 0 || limits.PerGroupPerMinute == 0)
            return;
        var window = pace.LastMinute ??= new Queue<TimeSpan>();
        while (window.Count >= limits.PerGroupPerMinute)
            window.Dequeue();
        window.Enqueue(now);
    }

    /// <summary>Notes that the service took a message: it does not refuse the bot as a whole.</summary>
    public void Succeed()
    {
        refused.Clear();
        IsBotSuspected = false;
    }

    /// <summary>Notes that the service told the bot to wait: this chat waits.</summary>
    /// <param name="chatId">The chat that was refused.</param>
    /// <param name="retryAfter">How long it waits.</param>
    /// <param name="isMessage">Whether a message was refused that <see cref="Take"/> counted; otherwise it was a sign, such as that of typing.</param>
    /// <param name="now">The time.</param>
    public void Hold(long chatId, TimeSpan retryAfter, bool isMessage, TimeSpan now)
    {
        var pace = PaceOf(chatId, now);
        var sent = isMessage ? pace.SentBefore : pace.SentLast;
        var isQuiet = !IsLately(sent, now) && !IsLately(pace.HeldUntil, now);
        Wait(pace, now + retryAfter);
        if (!isQuiet)
            return;
        refused.Enqueue((chatId, now));
        while (refused.Peek().At + Second < now)
            refused.Dequeue();
        if (!IsBotSuspected && refused.Select(one => one.ChatId).Distinct().Count() < ManyRefused)
            return;
        IsBotSuspected = true;
        heldUntil = Max(heldUntil, now + Second);
        refused.Clear();
    }

    /// <summary>Sets how much of the bot's limit is this process's, where several share it.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    /// <remarks>
    /// A second may begin just before a message, so each process may send one message more than its rate in it. Together, the processes would exceed the limit; so each takes
    /// one message a second less.
    /// </remarks>
    public void SetShare(double share)
    {
        var part = limits.PerSecond * share;
        interval = Interval(Math.Max(part - 1, part / 2));
        trialInterval = TrialInterval / share;
    }

    /// <summary>Notes that another process was refused as the whole bot: everything waits, as if this one had been.</summary>
    public void HoldAll(TimeSpan wait, TimeSpan now)
    {
        IsBotSuspected = true;
        heldUntil = Max(heldUntil, now + wait);
    }

    /// <summary>How much longer everything waits; zero when nothing does.</summary>
    public TimeSpan HeldFor(TimeSpan now) => Max(heldUntil - now, TimeSpan.Zero);

    /// <summary>Notes that an earlier process was told to wait: this chat waits.</summary>
    public void Restore(long chatId, TimeSpan wait, TimeSpan now) => Wait(PaceOf(chatId, now), now + wait);

    private static bool IsLately(TimeSpan? at, TimeSpan now) => at is { } then && then + Minute > now;

    private void Wait(Pace pace, TimeSpan until)
    {
        pace.HeldUntil = pace.HeldUntil is { } told ? Max(told, until) : until;
        pace.Theoretical = Max(pace.Theoretical, until + ((Burst - 1) * chatInterval));
    }

    private static TimeSpan Interval(double perSecond) => perSecond > 0 ? TimeSpan.FromSeconds(1 / perSecond) : TimeSpan.Zero;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private Pace PaceOf(long chatId, TimeSpan now)
    {
        if (chats.TryGetValue(chatId, out var pace))
            return pace;
        if (chats.Count >= many)
        {
            foreach (var (quiet, _) in chats.Where(chat => chat.Value.Theoretical + Minute < now && !IsLately(chat.Value.HeldUntil, now)).ToList())
                chats.Remove(quiet);
            many = Math.Max(ManyChats, 2 * chats.Count);
        }

        return chats[chatId] = new Pace();
    }

    private sealed class Pace
    {
        public TimeSpan Theoretical { get; set; }

        /// <summary>The end of the last wait that the service told; null when it never did.</summary>
        public TimeSpan? HeldUntil { get; set; }

        /// <summary>When the last message began to be sent, and the one before it; null for none.</summary>
        public TimeSpan? SentLast { get; set; }

        public TimeSpan? SentBefore { get; set; }

        public Queue<TimeSpan>? LastMinute { get; set; }
    }
}
