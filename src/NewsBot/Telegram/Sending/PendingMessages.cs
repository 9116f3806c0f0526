using NewsBot.Chats;

namespace NewsBot.Telegram.Sending;

/// <summary>The messages that wait to be sent to one chat: answers in their order, then the others in theirs.</summary>
internal sealed class PendingMessages
{
    /// <summary>The messages; the first one may be on its way, and then stays the first.</summary>
    public LinkedList<OutboxMessage> Messages { get; } = [];

    /// <summary>Whether the first one is on its way.</summary>
    public bool IsBusy { get; set; }

    /// <summary>How often the first one failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>How many of them are answers.</summary>
    public int Answers { get; set; }

    /// <summary>Opens once few enough answers wait.</summary>
    public Opening Room { get; } = new();

    /// <summary>The first one is not tried before this time.</summary>
    public TimeSpan NotBefore { get; set; }

    /// <summary>Whether the first one is an answer that may be sent now.</summary>
    public bool IsReady { get; set; }

    /// <summary>The number of its place in a queue; an entry with another number is out of date.</summary>
    public long Ticket { get; set; }

    /// <summary>Whether the first one is the answer to something that a person did.</summary>
    public bool IsAnswer => Messages.First is { Value.Content.Purpose: MessagePurpose.Answer };

    /// <summary>Adds a message behind those that go before it: of one purpose, those with a lower id.</summary>
    public void Add(OutboxMessage message)
    {
        var before = Messages.Last;
        while (before is not null && GoesBefore(message, before.Value) && !(IsBusy && before == Messages.First))
            before = before.Previous;
        if (before is null)
            Messages.AddFirst(message);
        else
            Messages.AddAfter(before, message);
    }

    private static bool GoesBefore(OutboxMessage message, OutboxMessage other) =>
        message.Content.Purpose == other.Content.Purpose ? message.Id < other.Id : message.Content.Purpose == MessagePurpose.Answer;
}
