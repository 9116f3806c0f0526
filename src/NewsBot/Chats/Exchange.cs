using NewsBot.Core.Questions;

namespace NewsBot.Chats;

/// <summary>What is kept of a question that somebody asked in a chat and of its answer, or of a digest that was sent.</summary>
/// <param name="Id">The id of the update that asked; below 0 for a digest that nobody asked for.</param>
/// <param name="Place">The chat and topic.</param>
/// <param name="PersonId">Who asked.</param>
internal sealed record Exchange(long Id, Place Place, long PersonId)
{
    /// <summary>As it was typed.</summary>
    public required string Question { get; init; }

    /// <summary>As it was understood in the light of the conversation; equal to <see cref="Question"/> when it stands alone.</summary>
    public required string AskedAs { get; init; }

    /// <summary>What 'now' was for it.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The message that asked; 0 when it was a tap.</summary>
    public long QuestionMessageId { get; init; }

    /// <summary>The bot's message; null until it is sent.</summary>
    public long? ReplyMessageId { get; init; }

    /// <summary>The answer in plain text without marks; the reason when it is unsupported.</summary>
    public required string Answer { get; init; }

    /// <summary>Whether the archive supported an answer.</summary>
    public required bool IsSupported { get; init; }

    /// <summary>Whether a language model worded the answer.</summary>
    public bool IsWritten { get; init; }

    /// <summary>What the answer cites, by number; empty when unsupported.</summary>
    public IReadOnlyList<CitedPassage> Citations { get; init; } = [];

    /// <summary>The articles that it is about, best first: those cited, else the nearest.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];

    /// <summary>The digest that the bot's message is, so that a reply to it asks about its stories; null for an answer.</summary>
    public long? DigestId { get; init; }

    /// <summary>What the engine needs of it to understand the next question.</summary>
    public Turn ToTurn() => new()
    {
        AskedAs = AskedAs,
        AskedAt = AskedAt,
        Answer = Answer,
        IsSupported = IsSupported,
        Citations = Citations,
        ArticleIds = ArticleIds,
    };
}
