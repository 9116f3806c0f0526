namespace NewsBot.Core.Questions;

/// <summary>A question that was asked earlier in a conversation, and its answer.</summary>
public sealed record Turn
{
    /// <summary>The question as it was understood in the light of the conversation, so that it stands alone.</summary>
    public required string AskedAs { get; init; }

    /// <summary>What 'now' was for it.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The answer in plain text without marks; the reason when it is unsupported.</summary>
    public required string Answer { get; init; }

    /// <summary>Whether the archive supported an answer.</summary>
    public required bool IsSupported { get; init; }

    /// <summary>What the answer cites, by number; empty when unsupported.</summary>
    public IReadOnlyList<CitedPassage> Citations { get; init; } = [];

    /// <summary>The ids of the articles that it is about, best first: those cited, else the nearest.</summary>
    public IReadOnlyList<string> ArticleIds { get; init; } = [];
}
