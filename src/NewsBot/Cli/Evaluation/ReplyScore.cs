using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Retrieval;

namespace NewsBot.Cli.Evaluation;

/// <summary>What the reply to a known question was worth.</summary>
internal sealed record ReplyScore
{
    /// <summary>What was asked.</summary>
    public required EvalQuestion Question { get; init; }

    /// <summary>How sure the reply is.</summary>
    public required AnswerTier Tier { get; init; }

    /// <summary>Where the first article that holds the answer stands among those found, from 0; -1 when none is.</summary>
    public required int ArticleRank { get; init; }

    /// <summary>Whether the reply that would be given without any refusal is right; false without an answer to find, null when nothing is known to compare with.</summary>
    public required bool? WouldBeRight { get; init; }

    /// <summary>Whether what is shown is right, likewise; null when nothing is shown, too.</summary>
    public required bool? IsRight { get; init; }

    /// <summary>How likely the reply is right by its own account, 0 to 1; null when it gives none, as for a greeting.</summary>
    public required double? Probability { get; init; }

    /// <summary>Whether a right reply was shown as sure.</summary>
    public bool IsSurelyRight => Tier == AnswerTier.Sure && IsRight == true;

    /// <summary>Compares a reply with what is known.</summary>
    /// <param name="retrieved">The articles found, best first.</param>
    public static ReplyScore Of(EvalQuestion question, Reply reply, IReadOnlyList<SearchHit> retrieved) => new()
    {
        Question = question,
        Tier = reply.Answer.Tier,
        ArticleRank = retrieved.Index().FirstOrDefault(hit => question.IsHeldBy(hit.Item.Revision.Article), (-1, null!)).Index,
        WouldBeRight = Judge(question, Candidate(reply)),
        IsRight = reply.Answer.Tier == AnswerTier.None ? null : Judge(question, reply.Answer),
        Probability = reply.Composition?.Support,
    };

    /// <summary>The reply that would be given without any refusal.</summary>
    public static Answer Candidate(Reply reply) => reply.Composition?.Candidate ?? reply.Answer;

    /// <summary>The sentences of an answer as one text.</summary>
    public static string TextOf(Answer answer) => string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));

    /// <summary>Whether sentences, word for word from an article, tell the answer to a question.</summary>
    public static bool IsTold(EvalQuestion question, IReadOnlyList<string> sentences)
    {
        var text = string.Join(' ', sentences);
        return question.IsFromPeople ? KnownFacts.IsTold(question, text, sentences) : AnswerMatch.Holds(text, question.Answers);
    }

    private static bool? Judge(EvalQuestion question, Answer answer)
    {
        if (question.Answerable == false)
            return false;
        if (question.Answerable is null || !KnownFacts.Has(question))
            return null;
        if (!question.IsFromPeople)
            return AnswerMatch.Holds(TextOf(answer), question.Answers);
        var used = answer.Sentences.SelectMany(sentence => sentence.Citations).ToHashSet();
        return !IsOpposite(question, answer)
            && KnownFacts.IsTold(question, TextOf(answer), answer.Citations.Where(citation => used.Contains(citation.Number)).Select(citation => citation.Quote));
    }

    /// <summary>Whether a short answer says yes where no is right, or the other way round.</summary>
    private static bool IsOpposite(EvalQuestion question, Answer answer) =>
        question.Yes is { } isYes && answer.Short is { } given && AnswerMatch.Equals(given, [isYes ? "no" : "yes"]);
}
