using NewsBot.Core.Questions;

namespace NewsBot.Chats;

/// <summary>What the handling of an update led to.</summary>
internal sealed record UpdateOutcome
{
    /// <summary>An update that nothing follows from.</summary>
    public static UpdateOutcome Nothing { get; } = new();

    /// <summary>What to send, in order; empty for nothing.</summary>
    public IReadOnlyList<NewOutboxMessage> Calls { get; init; } = [];

    /// <summary>The question and its answer, to remember; one with the same id is replaced but for the id of its reply's message. Null when there was none.</summary>
    public Exchange? Exchange { get; init; }
}
