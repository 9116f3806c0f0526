namespace NewsBot.Core.Answers.Composing;

/// <summary>How the sentences of an answer relate to the text that they cite.</summary>
public enum AnswerWording
{
    /// <summary>Each sentence is one of its quotes, word for word, apart from white space and words in square brackets.</summary>
    Verbatim,

    /// <summary>Sentences may use new words; their quotes, numbers, names and dates must stand in the cited passages.</summary>
    Free,
}
