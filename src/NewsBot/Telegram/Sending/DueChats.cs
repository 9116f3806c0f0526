namespace NewsBot.Telegram.Sending;

/// <summary>Chats with a pending message: those that may be sent to now, and those that wait, ordered by the time at which they may.</summary>
/// <remarks>
/// Answers go before what nobody waits for. Among answers, private chats go before groups: each is one person who waits. Every fourth turn is a group's, so that no group is left
/// out. Not safe for concurrent use: its owner holds a lock.
/// </remarks>
internal sealed class DueChats
{
    private const int Turns = 4;

    private readonly PriorityQueue<Place, (TimeSpan At, long Ticket)> later = new();
    private readonly Queue<Place> people = new();
    private readonly Queue<Place> groups = new();
    private readonly Queue<Place> others = new();
    private long lastTicket;
    private int turn;

    /// <summary>Private chats with an answer that may be sent now.</summary>
    public int ReadyPeople { get; private set; }

    /// <summary>Groups with an answer that may be sent now.</summary>
    public int ReadyGroups { get; private set; }

    /// <summary>Puts a chat where its first message belongs; an earlier place of the chat no longer counts.</summary>
    public void Enqueue(long chatId, PendingMessages pending, TimeSpan at)
    {
        Remove(chatId, pending);
        pending.Ticket = ++lastTicket;
        later.Enqueue(new Place(chatId, pending, pending.Ticket), (at, pending.Ticket));
    }

    /// <summary>The next chat: one that may be sent to at <paramref name="now"/>, else the one whose time comes first.</summary>
    /// <param name="now">The time.</param>
    /// <param name="isTrial">Whether a private chat goes first, whoever's turn it is.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="at">When it may be sent to; the past when it may be now.</param>
    /// <returns>False when there is none.</returns>
    public bool TryPeek(TimeSpan now, bool isTrial, out long chatId, out TimeSpan at)
    {
        Wake(now);
        var isGroupsTurn = !isTrial && turn == Turns - 1;
        if ((isGroupsTurn ? First(groups) ?? First(people) : First(people) ?? First(groups)) is { } answer)
            (chatId, at) = (answer.ChatId, TimeSpan.Zero);
        else if (First(others) is { } other)
            (chatId, at) = (other.ChatId, TimeSpan.Zero);
        else if (later.TryPeek(out var place, out var priority))
            (chatId, at) = (place.ChatId, priority.At);
        else
        {
            (chatId, at) = (0, TimeSpan.Zero);
            return false;
        }

        return true;
    }

    /// <summary>Takes a chat out that is sent to now.</summary>
    public void Take(long chatId, PendingMessages pending)
    {
        Remove(chatId, pending);
        turn = (turn + 1) % Turns;
    }

    /// <summary>Takes a chat out that is not sent to any more.</summary>
    public void Drop(long chatId, PendingMessages pending) => Remove(chatId, pending);

    /// <summary>Lets in the chats whose time has come; counts them as ready.</summary>
    private void Wake(TimeSpan now)
    {
        while (later.TryPeek(out var place, out var priority) && (priority.At <= now || !place.Counts))
        {
            later.Dequeue();
            if (!place.Counts)
                continue;
            if (!place.Pending.IsAnswer)
            {
                others.Enqueue(place);
                continue;
            }

            place.Pending.IsReady = true;
            Count(place.ChatId, 1);
            (place.ChatId < 0 ? groups : people).Enqueue(place);
        }
    }

    private void Remove(long chatId, PendingMessages pending)
    {
        pending.Ticket = 0;
        if (pending.IsReady)
            Count(chatId, -1);
        pending.IsReady = false;
    }

    private void Count(long chatId, int change)
    {
        if (chatId < 0)
            ReadyGroups += change;
        else
            ReadyPeople += change;
    }

    private static Place? First(Queue<Place> queue)
    {
        while (queue.TryPeek(out var place))
        {
            if (place.Counts)
                return place;
            queue.Dequeue();
        }

        return null;
    }

    private readonly record struct Place(long ChatId, PendingMessages Pending, long Ticket)
    {
        /// <summary>Whether the chat has no newer place.</summary>
        public bool Counts => Pending.Ticket == Ticket;
    }
}
