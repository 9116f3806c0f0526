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

    /// <summary>The answer to a question for yes or no, where the first sentence says so plainly; null when it does not, or something else was asked.</summary>
    public bool? Verdict { get; init; }

    /// <summary>The words that were taken for misspellings, in the order of the question; usually empty.</summary>
    public IReadOnlyList<WordCorrection> Corrections { get; init; } = [];

    /// <summary>The question in English, where it was put into English by a table of words; null where it was searched as it was put.</summary>
    public string? SearchedAs { get; init; }

    /// <summary>The nearest coverage, best first; filled when unsupported.</summary>
    public IReadOnlyList<ArticleRevision> Nearest { get; init; } = [];

    /// <summary>Whether the sentences are quoted although it is not sure that they answer the question.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Whether the sentences are a language model's own words that no second request has judged: they are shown only beside their quotations, and marked.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>Whether each sentence tells a fact or a story of its own, so that it stands on a line with its day.</summary>
    public bool IsOverview { get; init; }

    /// <summary>For the latest news the day of the archive's newest article, where no days were asked for and it is earlier than the day of the question; else null.</summary>
    public DateTimeOffset? NewestOf { get; init; }

    /// <summary>Why there is no sure answer; null when supported.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The same in English; null when supported.</summary>
    public string? Reason => Refusal?.Sentence;

    /// <summary>How sure the answer is.</summary>
    public AnswerTier Tier => Sentences.Count == 0 ? AnswerTier.None : IsUnsure ? AnswerTier.Unsure : AnswerTier.Sure;

    /// <summary>Whether the archive supports an answer.</summary>
    public bool IsSupported => Tier == AnswerTier.Sure;
}
