using NewsBot.Answering;
using NewsBot.Telegram.Dialog;

namespace NewsBot.Cli.Evaluation;

/// <summary>Asks the questions of a file; one that goes on from another is asked after it, with that reply before it as in a chat.</summary>
internal sealed class EvalConversation
{
    private readonly IQuestionAnswerer answerer;
    private readonly bool isWritten;
    private readonly Dictionary<EvalQuestion, EvalQuestion> earlier = new(ReferenceEqualityComparer.Instance);

    /// <summary>The replies that a question goes on from, so that none is asked for twice.</summary>
    private readonly Dictionary<EvalQuestion, Reply?> replies = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds out which question goes on from which.</summary>
    /// <param name="path">The file, for the message of a fault.</param>
    /// <param name="questions">All of the file.</param>
    /// <param name="answerer">Who answers them.</param>
    /// <param name="isWritten">Whether the configured language model rewrites follow-ups and words the answers.</param>
    /// <exception cref="QuestionFileException">A question goes on from one that the file does not have, or from itself.</exception>
    public EvalConversation(string path, IReadOnlyList<EvalQuestion> questions, IQuestionAnswerer answerer, bool isWritten = false)
    {
        (this.answerer, this.isWritten) = (answerer, isWritten);
        var byId = new Dictionary<string, EvalQuestion>(StringComparer.Ordinal);
        foreach (var question in questions)
            byId.TryAdd(question.Id, question);
        foreach (var question in questions)
        {
            if (question.After is null)
                continue;
            earlier[question] = byId.GetValueOrDefault(question.After)
                ?? throw new QuestionFileException($"{path}: the question '{question.Id}' comes after '{question.After}', which the file does not have.");
            replies[earlier[question]] = null;
        }

        RefuseCircles(path);
    }

    /// <summary>The reply to a question of the file.</summary>
    public async Task<Reply> AskAsync(EvalQuestion question, CancellationToken cancellationToken)
    {
        if (replies.GetValueOrDefault(question) is { } known)
            return known;
        var unasked = new Stack<EvalQuestion>([question]);
        while (earlier.TryGetValue(unasked.Peek(), out var before) && replies[before] is null)
            unasked.Push(before);
        while (true)
        {
            var next = unasked.Pop();
            var asked = AskedQuestion.On(next.Text, next.AskedAt) with { WithoutModel = !isWritten, Before = [.. Before(next).Select(reply => reply.ToTurn())] };
            var reply = await answerer.AnswerAsync(asked, cancellationToken);
            if (replies.ContainsKey(next))
                replies[next] = reply;
            if (unasked.Count == 0)
                return reply;
        }
    }

    /// <summary>The replies that were given before a question, newest first; all of them are there.</summary>
    private IEnumerable<Reply> Before(EvalQuestion question)
    {
        for (var i = 0; i < QuestionHandler.ConversationLength && earlier.TryGetValue(question, out var before); i++)
        {
            yield return replies[before]!;
            question = before;
        }
    }

    private void RefuseCircles(string path)
    {
        var ended = new HashSet<EvalQuestion>(ReferenceEqualityComparer.Instance);
        foreach (var question in earlier.Keys)
        {
            var way = new HashSet<EvalQuestion>(ReferenceEqualityComparer.Instance);
            for (var at = question; !ended.Contains(at); at = earlier[at])
            {
                if (!way.Add(at))
                    throw new QuestionFileException($"{path}: the question '{at.Id}' comes after itself.");
                if (!earlier.ContainsKey(at))
                    break;
            }

            ended.UnionWith(way);
        }
    }
}
