namespace NewsBot.Core.Questions;

/// <summary>How a question follows on from earlier turns.</summary>
public enum FollowUpKind
{
    /// <summary>It stands alone.</summary>
    None,

    /// <summary>It asks about the earlier answer: 'why?', 'when did she resign?'.</summary>
    Question,

    /// <summary>It asks for something beyond the earlier answer: 'what else did he say?'.</summary>
    Further,

    /// <summary>It asks for more on any subject: 'tell me more'.</summary>
    More,
}
