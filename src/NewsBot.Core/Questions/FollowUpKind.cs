namespace NewsBot.Core.Questions;

/// <summary>How a question leans on what was said before it.</summary>
public enum FollowUpKind
{
    /// <summary>It stands alone.</summary>
    None,

    /// <summary>It asks something of what was said: 'why?', 'when did she resign?'.</summary>
    Question,

    /// <summary>It asks something beyond what was said: 'what else did he say?'.</summary>
    Further,

    /// <summary>It asks for more on any subject: 'tell me more'.</summary>
    More,
}
