using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Sending;

/// <summary>When messages may be sent: the limits of a chat, of a group and of the bot, and the waits that the service demands.</summary>
/// <remarks>
/// Times are durations since any fixed moment. Not safe for concurrent use: its owner holds a lock. Rates are the generic cell rate algorithm (ITU-T I.371): a message moves a
/// chat's theoretical time on by one interval, and is allowed while that time is not too far ahead. The group's limit is a window over the last minute. Telegram's FAQ
/// names the limits and that they are not exact; its answer 429 decides.
/// </remarks>
internal sealed class SendLimits(LimitOptions limits)
{
    // A person's few messages in a row are answered at once; after a 429 they are not.
    private const int Burst = 4;
    private const int ManyChats = 10_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, Pace> chats = [];
    private readonly TimeSpan chatInterval = Interval(limits.PerChatPerSecond);
    private readonly TimeSpan interval = Interval(limits.PerSecond);
    private TimeSpan next;
    private TimeSpan heldUntil;
    private long? lastHeldChat;
    private int many = ManyChats;

    /// <summary>When the next message to any chat may be sent; <paramref name="now"/> when it may be sent at once.</summary>
    public TimeSpan Next(TimeSpan now) => Max(now, Max(next, heldUntil));

    /// <summary>When the next message to a chat may be sent, as far as that chat decides.</summary>
    public TimeSpan NextInto(long chatId, TimeSpan now)
    {
        if (!chats.TryGetValue(chatId, out var pace))
            return now;
        var at = Max(now, Max(pace.HeldUntil, pace.Theoretical - ((Burst - 1) * chatInterval)));
        return pace.LastMinute is { } window && limits.PerGroupPerMinute > 0 && window.Count >= limits.PerGroupPerMinute
            ? Max(at, window.Peek() + Minute)
            : at;
    }

    /// <summary>Whether the service told the bot to wait, so that a request which is not worth waiting for is left out.</summary>
    public bool IsHeld(long chatId, TimeSpan now) =>
        heldUntil > now || (chats.TryGetValue(chatId, out var pace) && pace.HeldUntil > now);

    /// <summary>Notes that a message to a chat is sent now.</summary>
    public void Take(long chatId, TimeSpan now)
    {

        // From when it might have been made, not from when it was: a timer that comes a millisecond late would cost a bot with much to send a part of its rate.
        next = Max(next + interval, now);
        var pace = PaceOf(chatId, now);
        pace.Theoretical = Max(pace.Theoretical, now) + chatInterval;
        if (chatId >= 0 || limits.PerGroupPerMinute == 0)
            return;
        var window = pace.LastMinute ??= new Queue<TimeSpan>();
        while (window.Count >= limits.PerGroupPerMinute)
            window.Dequeue();
        window.Enqueue(now);
    }

    /// <summary>Notes that the service took a message.</summary>
    public void Succeed() => lastHeldChat = null;

    /// <summary>Notes that the service told the bot to wait: this chat waits.</summary>
    /// <remarks>The whole bot waits when the message before this one, to another chat, was refused in the same way.</remarks>
    public void Hold(long chatId, TimeSpan retryAfter, TimeSpan now)
    {
        var until = now + retryAfter;
        if (lastHeldChat is { } other && other != chatId)
            heldUntil = Max(heldUntil, until);
        lastHeldChat = chatId;
        var pace = PaceOf(chatId, now);
        pace.HeldUntil = Max(pace.HeldUntil, until);
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
            foreach (var (quiet, _) in chats.Where(chat => chat.Value.Theoretical + Minute < now && chat.Value.HeldUntil < now).ToList())
                chats.Remove(quiet);
            many = Math.Max(ManyChats, 2 * chats.Count);
        }

        return chats[chatId] = new Pace();
    }

    private sealed class Pace
    {
        public TimeSpan Theoretical { get; set; }

        public TimeSpan HeldUntil { get; set; }

        public Queue<TimeSpan>? LastMinute { get; set; }
    }
}
