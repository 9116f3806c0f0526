namespace NewsBot.Core.Answers.Composing;

/// <summary>The features that decide whether the archive supports a reply, in the order of the weights. None depends on the archive's size.</summary>
public enum SupportFeature
{
    /// <summary>Always 1.</summary>
    Constant,

    /// <summary>Share in the first sentence's passage and title.</summary>
    PassageCoverage,

    /// <summary>Weight of the heaviest term that the passages of the first sentence's article in the reply, and its title, lack; as a share.</summary>
    HeaviestMissing,

    /// <summary>1 when the question asks for a kind that is plain to see (a person, a number, a date, …).</summary>
    HasPlainKind,

    /// <summary>1 when a plain kind is asked for and the reply has nothing of it.</summary>
    LacksPlainKind,

    /// <summary>1 when next to nothing of the question is missing in the passage and title, and no plain kind is.</summary>
    FullyCovered,

    /// <summary>How far the first sentence stands out from the other candidates, 0 to 1.</summary>
    TopProbability,

    /// <summary>How far the sentences of the reply together stand out, 0 to 1.</summary>
    ReplyProbability,

    /// <summary>How sure the best short answer is, 0 to 1: sentences that agree on it support one another.</summary>
    ShortConfidence,

    /// <summary>Rarity of all that matches in the passage and the title, from 0 (nothing) to 1 (very much).</summary>
    Evidence,

    /// <summary>Share of the question's weight in the title.</summary>
    TitleShare,

    /// <summary>1 when the question speaks of news of the moment ('this week', 'recently').</summary>
    IsOfTheMoment,

    /// <summary>The article's recency prior when the question does; 0 otherwise, since other questions may be about any time.</summary>
    RecencyOfTheMoment,

    /// <summary>Neighbouring words of the question that stand together in the first sentence.</summary>
    Pairs,

    /// <summary>How densely the question's words stand in it.</summary>
    Density,

    /// <summary>1 when the noun asked for occurs in it.</summary>
    HasFocus,

    /// <summary>The model's log-odds that the first sentence answers, by tens; 0 when no model read it, like all that follow.</summary>
    Relevance,

    /// <summary>How much better the model finds the first sentence's best stretch as an answer than none, by tens.</summary>
    AnswerMargin,

    /// <summary>The model's log-odds that the first sentence's window holds an answer, by tens.</summary>
    WindowHolds,

    /// <summary>The model's log-odds that any sentence that was read answers, by tens.</summary>
    AnyRelevance,

    /// <summary>The best <see cref="AnswerMargin"/> of all sentences.</summary>
    BestMargin,

    /// <summary>The best <see cref="WindowHolds"/> of all windows.</summary>
    BestWindowHolds,

    /// <summary>The share of the question's weight that the first sentence's article holds.</summary>
    ArticleShare,

    /// <summary>How many features there are.</summary>
    Count,
}
