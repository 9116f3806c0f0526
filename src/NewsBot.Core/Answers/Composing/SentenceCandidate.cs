namespace NewsBot.Core.Answers.Composing;

/// <summary>A sentence that might go into an answer.</summary>
internal sealed class SentenceCandidate(SentenceReading reading, int passageRank, double[] features, IReadOnlyList<AnswerSpan> spans)
{
    public SentenceReading Reading { get; } = reading;

    /// <summary>Rank of its passage or window, from 0.</summary>
    public int PassageRank { get; } = passageRank;

    /// <summary>By <see cref="SentenceFeature"/>.</summary>
    public double[] Features { get; } = features;

    /// <summary>The stretches in it that could be the answer itself.</summary>
    public IReadOnlyList<AnswerSpan> Spans { get; } = spans;

    /// <summary>Whether it is a note of correction that gives what is right.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>What the model found in it; null when no model read it.</summary>
    public SentenceJudgement? Judgement { get; init; }

    /// <summary>The terms of the question that it holds, in these or related words; a bit each, in their order.</summary>
    public ulong Matched { get; init; }

    /// <summary>The terms that its passage and the title hold, in the same form.</summary>
    public ulong MatchedNearby { get; init; }

    /// <summary>The terms that the text read of its article, or the title, holds, in the same form; without a reader those of its passage.</summary>
    public ulong MatchedInArticle { get; init; }

    /// <summary>Whether the question has names and neither its passage nor the title has any of them; with a reader only.</summary>
    public bool LacksNames { get; init; }

    /// <summary>How likely it is to hold the answer, in log-odds against the other candidates.</summary>
    public double Score { get; set; }
}
