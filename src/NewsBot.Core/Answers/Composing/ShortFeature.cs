namespace NewsBot.Core.Answers.Composing;

/// <summary>The features that score a short answer, in the order of the weights.</summary>
public enum ShortFeature
{
    /// <summary>How well its kind is what was asked for, 0 to 1.</summary>
    Fit,

    /// <summary>1 when it fits fully.</summary>
    FitsFully,

    /// <summary>Probability of its sentence among the candidates.</summary>
    SentenceProbability,

    /// <summary>1 / (1 + rank of its sentence).</summary>
    SentenceRank,

    /// <summary>Summed probability of all sentences that have the same words, 0 to 1.</summary>
    Votes,

    /// <summary>Words to the nearest word of the question, as 1 / (1 + words).</summary>
    Nearness,

    /// <summary>Its position in its sentence, 0 to 1.</summary>
    Position,

    /// <summary>Logarithm of its number of words.</summary>
    Length,

    /// <summary>1 when it holds a word of the question.</summary>
    SharesWords,

    /// <summary>1 when its words stand in the title.</summary>
    IsInTitle,

    /// <summary>1 when it is what the model takes for the answer in its sentence; 0 when no model read it, like all that follow.</summary>
    IsModels,

    /// <summary>The share that it has in common with that stretch, of both together, 0 to 1.</summary>
    ModelOverlap,

    /// <summary>How much better the model finds that stretch as an answer than none, by tens, times <see cref="ModelOverlap"/>.</summary>
    ModelMargin,

    /// <summary>How many features there are.</summary>
    Count,
}
