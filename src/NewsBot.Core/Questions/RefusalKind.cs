namespace NewsBot.Core.Questions;

/// <summary>Why there is no answer.</summary>
public enum RefusalKind
{
    /// <summary>No article has a word of the question.</summary>
    NothingFound,

    /// <summary>What comes nearest does not mention a name of the question.</summary>
    NameMissing,

    /// <summary>There is coverage that comes near, but none of it answers.</summary>
    NotSaid,

    /// <summary>More was asked for, and the articles have no more than what was said.</summary>
    NothingMore,

    /// <summary>No sentence that was composed passed the comparison with its sources.</summary>
    FailedCheck,

    /// <summary>The question is empty.</summary>
    Empty,

    /// <summary>The question has no letters.</summary>
    NoWords,

    /// <summary>The question has no word to look for.</summary>
    NoSubject,

    /// <summary>It is a greeting.</summary>
    Greeting,

    /// <summary>It is a word of thanks or a goodbye.</summary>
    Thanks,

    /// <summary>It asks for something else than news: code, a poem, arithmetic, the bot itself.</summary>
    NoNewsQuestion,
}
