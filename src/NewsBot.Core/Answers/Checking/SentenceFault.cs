namespace NewsBot.Core.Answers.Checking;

/// <summary>What a gate found wrong with a sentence.</summary>
/// <param name="Kind">Which gate it was.</param>
/// <param name="Why">In a few words, for a log and for the model that mends it: 'the number '12' is not in the passage'.</param>
public sealed record SentenceFault(FaultKind Kind, string Why);

/// <summary>Why a sentence of a language model is not shown.</summary>
public enum FaultKind
{
    /// <summary>It names no passage, or one that was not given.</summary>
    Citation,

    /// <summary>It has an address, a mark-up or a sign of control.</summary>
    Markup,

    /// <summary>It is a question, an order, or words to the writer of the answer.</summary>
    Instruction,

    /// <summary>A quotation is not the passage's, or is somebody else's there.</summary>
    Quotation,

    /// <summary>A number is not the passage's, or counts something else there.</summary>
    Number,

    /// <summary>A day is not the passage's, or belongs to something else there.</summary>
    Date,

    /// <summary>A name is not in the passage in any form, or stands in the place of another one.</summary>
    Name,

    /// <summary>It denies what the passage states, states what the passage denies or has still to come, or says the opposite of a word of it.</summary>
    Negation,

    /// <summary>It tells as a fact what the passage only reports as alleged, believed, possible, planned or tied to a condition.</summary>
    Certainty,

    /// <summary>It names a cause that the passage does not name.</summary>
    Cause,

    /// <summary>It has too little of the passage, or a word of it misspelt.</summary>
    Wording,

    /// <summary>The verifying model did not find it stated.</summary>
    NotStated,
}
