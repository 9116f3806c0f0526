using NewsBot.Chats;

namespace NewsBot.Telegram.Sending;

/// <summary>The calls of one chat that wait to be made: answers in their order, then what nobody waits for in its order.</summary>
internal sealed class PendingMessages
{
    /// <summary>Those waiting; the first one may be being made, and stays the first then.</summary>
    public LinkedList<OutboxMessage> Calls { get; } = [];

    /// <summary>Whether the first one is being made.</summary>
    public bool IsBusy { get; set; }

    /// <summary>How often the first one failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>How many of them are answers.</summary>
    public int Answers { get; set; }

    /// <summary>Before when the first one is not tried again.</summary>
    public TimeSpan NotBefore { get; set; }

    /// <summary>The number of its place in a queue; an entry with another number is out of date.</summary>
    public long Ticket { get; set; }

    /// <summary>Whether the first one is the answer to something that a person did.</summary>
    public bool IsAnswer => Calls.First is { Value.Purpose: MessagePurpose.Answer };

    /// <summary>Adds a call behind those that go before it.</summary>
    public void Add(OutboxMessage call)
    {
        var before = Calls.Last;
        while (call.Purpose == MessagePurpose.Answer && before is { Value.Purpose: not MessagePurpose.Answer } && !(IsBusy && before == Calls.First))
            before = before.Previous;
        if (before is null)
            Calls.AddFirst(call);
        else
            Calls.AddAfter(before, call);
    }
}
