namespace NewsBot.Core.Retrieval;

/// <summary>How passages and questions become vectors, and the weight of their nearness.</summary>
/// <param name="Key">Names the model with everything else that changes what its vectors are; vectors of two keys are never compared.</param>
public sealed record VectorSettings(string Key)
{
    /// <summary>The prefix of each passage; some models need one that says what kind of text follows.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>The prefix of each question.</summary>
    public string QuestionPrefix { get; init; } = "";

    /// <summary>Texts in one request; 1 or more.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>How long a request for passages may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a question may wait for its vector; it is answered without one afterwards.</summary>
    public TimeSpan QuestionTimeLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The worth of the nearest passage in meaning, as a share of a full match of the question's words; 0 or more.</summary>
    public double Weight { get; init; } = 0.5;
}
