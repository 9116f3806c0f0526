using NewsBot.Core.Articles;

namespace NewsBot.Core.Answers;

/// <summary>A composer's answer to a question: sentences with citations, or the reason why there are none.</summary>
public sealed record Answer
{
    /// <summary>Most useful first; empty when the archive does not support an answer.</summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>Everything that the sentences rest on, by number from 1.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The answer itself, word for word from the first citation that has it; null when not confident.</summary>
    public string? Short { get; init; }

    /// <summary>The nearest coverage, best first; filled when unsupported.</summary>
    public IReadOnlyList<ArticleRevision> Nearest { get; init; } = [];

    /// <summary>The reason for no answer; null when supported.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The same in English; null when supported.</summary>
    public string? Reason => Refusal?.Sentence;

    /// <summary>Whether the archive supports an answer.</summary>
    public bool IsSupported => Sentences.Count > 0;
}
