namespace NewsBot.Core.Answers.Composing;

/// <summary>The features that score a sentence, in the order of the weights.</summary>
public enum SentenceFeature
{
    /// <summary>Share of the question's weight in the sentence, 0 to 1.</summary>
    Coverage,

    /// <summary>Share in the sentence, other words for the same counted as well.</summary>
    CoverageWithRelated,

    /// <summary>Share in the sentence, terms weighed by their rarity among the candidates as well.</summary>
    CoverageOfRare,

    /// <summary>Share in the sentence and the title together.</summary>
    CoverageWithTitle,

    /// <summary>Share in the sentence and the one before together.</summary>
    CoverageWithPrevious,

    /// <summary>Share in the sentence and the one after together.</summary>
    CoverageWithNext,

    /// <summary>Share in the whole passage and the title.</summary>
    CoverageOfPassage,

    /// <summary>Share of the weight of names and quotations in the sentence; 1 when the question has none.</summary>
    CoverageOfNames,

    /// <summary>Share of the weight of the other words; 1 when there are none.</summary>
    CoverageOfOthers,

    /// <summary>Neighbouring words of the question that stand close together in the sentence, as a share.</summary>
    Pairs,

    /// <summary>Matched words per word between the first and the last match.</summary>
    Density,

    /// <summary>The passage's score as a share of the best passage's.</summary>
    PassageScore,

    /// <summary>1 / (1 + rank of the passage).</summary>
    PassageRank,

    /// <summary>1 / (1 + rank of the article).</summary>
    ArticleRank,

    /// <summary>Share of the question's weight in the title.</summary>
    Title,

    /// <summary>The article's recency prior; with a model as a share of that of the freshest article found.</summary>
    Recency,

    /// <summary>The sentence's position in the article, 0 to 1.</summary>
    Position,

    /// <summary>1 for the first sentence of the article.</summary>
    IsLead,

    /// <summary>Logarithm of the length.</summary>
    Length,

    /// <summary>1 when the sentence is very short.</summary>
    IsShort,

    /// <summary>1 when it begins with a pronoun.</summary>
    IsPronounLed,

    /// <summary>1 when it is itself a question.</summary>
    IsQuestion,

    /// <summary>1 when it is a caption, a teaser or another leftover of a page.</summary>
    IsLeftover,

    /// <summary>1 when it holds a quotation.</summary>
    HasQuotation,

    /// <summary>Names that the question does not have, up to three, by thirds.</summary>
    NewNames,

    /// <summary>1 when it holds a number that the question does not have.</summary>
    HasNewNumber,

    /// <summary>1 when the noun of 'which' or 'what' occurs.</summary>
    HasFocus,

    /// <summary>How well the best candidate of the wanted kind fits; only for questions for a person.</summary>
    KindPerson,

    /// <summary>Likewise for a place.</summary>
    KindPlace,

    /// <summary>Likewise for a body.</summary>
    KindOrganisation,

    /// <summary>Likewise for a work.</summary>
    KindWork,

    /// <summary>Likewise for a date.</summary>
    KindDate,

    /// <summary>Likewise for a count, a score or an age.</summary>
    KindNumber,

    /// <summary>Likewise for money, a share or a measure.</summary>
    KindAmount,

    /// <summary>Likewise for a duration.</summary>
    KindDuration,

    /// <summary>Likewise for a cause.</summary>
    KindReason,

    /// <summary>Likewise for a definition.</summary>
    KindDefinition,

    /// <summary>Likewise for what somebody said or how.</summary>
    KindStatement,

    /// <summary>Likewise for anything that the gazetteer lists.</summary>
    KindListed,

    /// <summary>Likewise for anything else.</summary>
    KindOther,

    /// <summary>1 when a day named in the sentence lies in the week before the question.</summary>
    IsOfTheWeek,

    /// <summary>The model's log-odds that it answers; 0 when no model read it.</summary>
    Relevance,

    /// <summary>How much better the model finds its best stretch as an answer than none, in log-odds; 0 when no model read it.</summary>
    AnswerMargin,

    /// <summary>The model's log-odds that the window holds an answer; 0 when no model read it.</summary>
    WindowHolds,

    /// <summary>How many features there are.</summary>
    Count,
}
