using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Hosting;

namespace NewsBot.Answering;

/// <summary>Answers questions from the archive.</summary>
internal interface IQuestionAnswerer
{
    /// <summary>Answers. <see cref="Reply.Question"/> has the text as it was understood in the light of what was said before.</summary>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken);
}

/// <summary>A question with its answer and how the answer came about.</summary>
/// <param name="Question">As it was understood.</param>
/// <param name="Answer">The answer that a person gets, after every check.</param>
/// <param name="Ranked">The passages found, best first; empty when nothing was searched.</param>
/// <param name="Composition">What the composer made of them; null when nothing was searched.</param>
/// <param name="Elapsed">From the question's arrival to the answer.</param>
internal sealed record Reply(Question Question, Answer Answer, IReadOnlyList<RankedPassage> Ranked, Composition? Composition, TimeSpan Elapsed)
{
    /// <summary>Whether a language model worded the answer; the promise is the same.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The sentences of a language model that were dropped, and why; empty without a model.</summary>
    public IReadOnlyList<DroppedSentence> Dropped { get; init; } = [];

    /// <summary>What became of a language model's words; null when no model was asked to write.</summary>
    public DraftOutcome? Draft { get; init; }

    /// <summary>What the next question of the same place can go on from.</summary>
    public Turn ToTurn() => new()
    {
        AskedAs = Question.Text,
        AskedAt = Question.AsOf,
        Answer = Answer.Tier != AnswerTier.None ? string.Join(' ', Answer.Sentences.Select(sentence => sentence.Text)) : Answer.Reason ?? "",
        IsSupported = Answer.IsSupported,
        Citations = [.. Answer.Citations.Select(citation => citation.ToPassage())],
        ArticleIds = ArticleIds,
    };

    /// <summary>The ids of the articles that it is about, best first: those cited, else the nearest.</summary>
    public IReadOnlyList<string> ArticleIds =>
        [.. (Answer.Tier != AnswerTier.None ? Answer.Citations.Select(citation => citation.Revision) : Answer.Nearest).Select(revision => revision.Article.Id).Distinct()];
}
