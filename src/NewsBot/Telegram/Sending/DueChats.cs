namespace NewsBot.Telegram.Sending;

/// <summary>The chats in which a call waits, by when it may be made: those with an answer apart from the others, whom nobody waits for.</summary>
/// <remarks>Not safe for concurrent use: its owner holds a lock.</remarks>
internal sealed class DueChats
{
    private readonly PriorityQueue<(long ChatId, PendingMessages Calls, long Ticket), (TimeSpan At, long Ticket)> answers = new();
    private readonly PriorityQueue<(long ChatId, PendingMessages Calls, long Ticket), (TimeSpan At, long Ticket)> others = new();
    private long lastTicket;

    /// <summary>Puts a chat where its first call belongs; its place before this one, if it had one, is void.</summary>
    public void Enqueue(long chatId, PendingMessages calls, TimeSpan at)
    {
        calls.Ticket = ++lastTicket;
        (calls.IsAnswer ? answers : others).Enqueue((chatId, calls, calls.Ticket), (at, calls.Ticket));
    }

    /// <summary>The chat to be served next: one with an answer that may be made at <paramref name="now"/>, else the one whose time comes first.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryPeek(TimeSpan now, out long chatId, out TimeSpan at)
    {
        var hasAnswer = TryPeek(answers, out chatId, out at);
        if ((hasAnswer && at <= now) || !TryPeek(others, out var other, out var otherAt))
            return hasAnswer;
        if (!hasAnswer || otherAt < at)
            (chatId, at) = (other, otherAt);
        return true;
    }

    /// <summary>Takes a chat out, wherever it stands.</summary>
    public static void Remove(PendingMessages calls) => calls.Ticket = 0;

    private static bool TryPeek(
        PriorityQueue<(long ChatId, PendingMessages Calls, long Ticket), (TimeSpan At, long Ticket)> queue, out long chatId, out TimeSpan at)
    {
        while (queue.TryPeek(out var place, out var priority))
        {
            if (place.Calls.Ticket == place.Ticket)
            {
                (chatId, at) = (place.ChatId, priority.At);
                return true;
            }

            queue.Dequeue();
        }

        (chatId, at) = (0, TimeSpan.Zero);
        return false;
    }
}
