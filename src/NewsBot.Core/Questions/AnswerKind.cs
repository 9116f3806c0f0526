namespace NewsBot.Core.Questions;

/// <summary>The kind of answer that a question asks for, judged by its words.</summary>
public enum AnswerKind
{
    /// <summary>Anything; a noun such as 'film' may narrow it.</summary>
    Other,

    /// <summary>A person: 'who', 'which senator'.</summary>
    Person,

    /// <summary>A place: 'where', 'which country'.</summary>
    Place,

    /// <summary>A company, team, party, agency or another body.</summary>
    Organisation,

    /// <summary>A titled work: 'which film', 'what book'.</summary>
    Work,

    /// <summary>A day or a period: 'when', 'which year'.</summary>
    Date,

    /// <summary>A count: 'how many'.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A share.</summary>
    Percent,

    /// <summary>A stretch of time: 'how long'.</summary>
    Duration,

    /// <summary>An age: 'how old'.</summary>
    Age,

    /// <summary>A result: 'what was the score'.</summary>
    Score,

    /// <summary>A length, mass, temperature, speed or area: 'how far', 'how tall'.</summary>
    Measure,

    /// <summary>A cause: 'why', 'for what reason'.</summary>
    Reason,

    /// <summary>A way: 'how did'.</summary>
    Manner,

    /// <summary>What somebody said or did: 'what did X say'.</summary>
    Statement,

    /// <summary>Who or what somebody or something is.</summary>
    Definition,

    /// <summary>Yes or no: 'did X', 'is it true that'.</summary>
    Whether,
}
