namespace NewsBot.Core.Answers;

/// <summary>How sure an answer is.</summary>
public enum AnswerTier
{
    /// <summary>The archive has nothing near: nothing is quoted.</summary>
    None,

    /// <summary>It is not sure that what is quoted answers the question.</summary>
    Unsure,

    /// <summary>The archive supports the answer.</summary>
    Sure,
}
