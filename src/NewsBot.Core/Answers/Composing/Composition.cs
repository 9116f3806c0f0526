namespace NewsBot.Core.Answers.Composing;

/// <summary>The extractive composer's result, before any refusal.</summary>
public sealed record Composition
{
    /// <summary>The reply that it would give; without sentences only when nothing was found at all.</summary>
    public required Answer Candidate { get; init; }

    /// <summary>What was read, best first; empty when nothing was found.</summary>
    internal IReadOnlyList<SentenceCandidate> Read { get; init; } = [];

    /// <summary>Those of the reply, in its order; sentences that only explain a pronoun are not among them.</summary>
    internal IReadOnlyList<SentenceCandidate> Chosen { get; init; } = [];

    /// <summary>How many of its first sentences belong to the best one: those that its pronouns refer to, and itself.</summary>
    public int LeadSentences { get; init; }

    /// <summary>How many of its first sentences are quoted when it is not sure, so that none of them only explains the pronoun of one that is left out.</summary>
    public int UnsureSentences { get; init; }

    /// <summary>The best short answer, even an unsure one; null when there is none that may stand alone.</summary>
    public string? CandidateShort { get; init; }

    /// <summary>Whether a cause was asked for and none of the sentences chosen says one in words that tell a cause.</summary>
    public bool LacksCause { get; init; }

    /// <summary>Whether a Ukrainian or Russian question asked for a place, a time or a number, and no sentence read gives one of what is asked about.</summary>
    public bool LacksValue { get; init; }

    /// <summary>Whether a number or a person was asked for and none of the sentences chosen speaks of what is asked about.</summary>
    public bool StraysFromEvent { get; init; }

    /// <summary>Whether a cause was asked for and none of the sentences chosen tells that the event happened.</summary>
    public bool LacksEvent { get; init; }

    /// <summary>Whether yes or no was asked for and none of the sentences chosen has a word of what is asked.</summary>
    public bool IsBesideThePoint { get; init; }

    /// <summary>Whether a name of the question stands nowhere in the articles of the sentences chosen; with a reader only.</summary>
    public bool LacksName { get; init; }

    /// <summary>Whether next to nothing of what is asked about stands in the article of the best sentence.</summary>
    public bool IsFar { get; init; }

    /// <summary>How likely the reply is right, 0 to 1.</summary>
    public required double Support { get; init; }

    /// <summary>How sure the short answer is, 0 to 1.</summary>
    public double ShortConfidence { get; init; }

    /// <summary>By <see cref="SupportFeature"/>; the probability is computed from these.</summary>
    public required IReadOnlyList<double> SupportFeatures { get; init; }

    /// <summary>The refusal to give if the answer is not shown.</summary>
    public required Refusal Refusal { get; init; }
}
