namespace NewsBot.Answering;

/// <summary>What became of the words of a language model that was asked to write an answer.</summary>
internal sealed record DraftOutcome
{
    /// <summary>Why the answer is in the articles' own words all the same; null when the model's words are shown.</summary>
    public FallbackReason? Fallback { get; init; }

    /// <summary>Whether a second request found every sentence stated that is shown.</summary>
    public bool IsVerified { get; init; }

    /// <summary>How many sentences were mended after they had been refused.</summary>
    public int Mended { get; init; }
}

/// <summary>Why an answer is in the articles' own words although a language model was asked to write it. The names are kept with the counts of each day.</summary>
internal enum FallbackReason
{
    /// <summary>The service could not be used, or broke off.</summary>
    Service,

    /// <summary>A limit was reached: of the service, of a question's requests, of a day's tokens, of replies at once.</summary>
    Limit,

    /// <summary>It took longer than allowed.</summary>
    Late,

    /// <summary>The reader stopped it.</summary>
    Stopped,

    /// <summary>It wrote that the passages have no answer, or nothing at all.</summary>
    Declined,

    /// <summary>What it wrote did not pass the checks.</summary>
    NotStated,

    /// <summary>A step broke; this is a bug in newsbot.</summary>
    Bug,
}
