using NewsBot.Core.Questions;

namespace NewsBot.Chats;

/// <summary>What the handling of an update leads to.</summary>
internal sealed record UpdateResult
{
    /// <summary>Nothing is stored or sent.</summary>
    public static UpdateResult Nothing { get; } = new();

    /// <summary>The messages to send, in order; empty for none.</summary>
    public IReadOnlyList<NewOutboxMessage> Messages { get; init; } = [];

    /// <summary>The question and its answer, to remember. One with the same id is replaced, except for the id of its reply's message. Null for none.</summary>
    public Exchange? Exchange { get; init; }

    /// <summary>A request that is sent once the rest is stored, and is lost when the process ends first: the end of a tap, inline answers. Null for none.</summary>
    public BotRequest? Then { get; init; }
}
