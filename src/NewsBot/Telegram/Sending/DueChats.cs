namespace NewsBot.Telegram.Sending;

/// <summary>Chats with a pending message, ordered by the time it may be sent. Chats with an answer are apart from the others, for which nobody waits.</summary>
/// <remarks>Not safe for concurrent use: its owner holds a lock.</remarks>
internal sealed class DueChats
{
    private readonly PriorityQueue<(long ChatId, PendingMessages Pending, long Ticket), (TimeSpan At, long Ticket)> answers = new();
    private readonly PriorityQueue<(long ChatId, PendingMessages Pending, long Ticket), (TimeSpan At, long Ticket)> others = new();
    private long lastTicket;

    /// <summary>Puts a chat where its first message belongs; an earlier place of the chat no longer counts.</summary>
    public void Enqueue(long chatId, PendingMessages pending, TimeSpan at)
    {
        pending.Ticket = ++lastTicket;
        (pending.IsAnswer ? answers : others).Enqueue((chatId, pending, pending.Ticket), (at, pending.Ticket));
    }

    /// <summary>The next chat: one with an answer that may be sent at <paramref name="now"/>, else the one whose time comes first.</summary>
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
    public static void Remove(PendingMessages pending) => pending.Ticket = 0;

    private static bool TryPeek(
        PriorityQueue<(long ChatId, PendingMessages Pending, long Ticket), (TimeSpan At, long Ticket)> queue, out long chatId, out TimeSpan at)
    {
        while (queue.TryPeek(out var place, out var priority))
        {
            if (place.Pending.Ticket == place.Ticket)
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
