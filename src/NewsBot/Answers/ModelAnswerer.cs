using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.LanguageModels;
using NewsBot.Core.Questions;

namespace NewsBot.Answers;

/// <summary>Answers with a language model where one helps; the extractive answer is made first, and given whenever the model's may not be.</summary>
internal sealed partial class ModelAnswerer(
    QuestionAnswerer extractive, IArticleStore store, ILanguageModel model, ModelComposer composer, TimeProvider time, ILogger<ModelAnswerer> logger) : IQuestionAnswerer
{
    private const int MaxPassages = 8;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        if (asked.WithoutModel)
            return await extractive.AnswerAsync(asked, cancellationToken);
        var started = time.GetTimestamp();
        using var limit = new CancellationTokenSource(model.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var alone = await AttemptAsync(token => RephraseAsync(asked, token), either.Token, cancellationToken);
        var reply = await extractive.AnswerAsync(alone is null ? asked : asked with { Text = alone }, cancellationToken);
        if (!MayWrite(reply))
            return reply;
        var passages = await ReadPassagesAsync(reply, cancellationToken);
        var answer = await AttemptAsync(token => composer.WriteAsync(reply.Question, passages, asked, token), either.Token, cancellationToken);
        var elapsed = time.GetElapsedTime(started);
        return answer is null ? reply with { Elapsed = elapsed } : reply with { Answer = answer with { Short = ShortIn(answer, reply) }, IsWritten = true, Elapsed = elapsed };
    }

    private async Task<string?> RephraseAsync(AskedQuestion asked, CancellationToken cancellationToken) =>
        FollowUp.Of(asked.Text, asked.Before).Kind is FollowUpKind.Question or FollowUpKind.Further && asked.Before.Count > 0
            ? await composer.RephraseAsync(asked, cancellationToken)
            : null;

    /// <summary>Runs what needs the model; whatever keeps the model from it is logged, and no answer fails for it.</summary>
    private async Task<T?> AttemptAsync<T>(Func<CancellationToken, Task<T?>> attempt, CancellationToken either, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await attempt(either);
        }
        catch (ModelException failure)
        {
            Failed(logger, failure.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(logger, "the time for an answer was over.");
        }

        return null;
    }

    /// <summary>Where the archive has nothing, or lacks the very name that is asked about, there is nothing to write from.</summary>
    private static bool MayWrite(Reply reply) =>
        reply.Ranked.Count > 0 && reply.Answer.Refusal is null or { Kind: RefusalKind.NotSaid or RefusalKind.FailedCheck };

    /// <summary>What the extractive answer cites comes first, then the best passages.</summary>
    private async Task<List<(ArticleRevision Revision, TextSpan Span)>> ReadPassagesAsync(Reply reply, CancellationToken cancellationToken)
    {
        var cited = reply.Ranked.Where(passage => reply.Answer.Citations.Any(citation =>
            citation.Revision.RevisionId == passage.RevisionId && citation.Span.Overlaps(passage.Span)));
        var chosen = cited.Concat(reply.Ranked).Distinct().Take(MaxPassages).ToList();
        var revisions = (await store.GetAsync([.. chosen.Select(passage => passage.RevisionId).Distinct()], cancellationToken)).ToDictionary(revision => revision.RevisionId);
        return [.. chosen.Where(passage => revisions.ContainsKey(passage.RevisionId)).Select(passage => (revisions[passage.RevisionId], passage.Span))];
    }

    /// <summary>The short answer stays when what is cited now has it too.</summary>
    private static string? ShortIn(Answer answer, Reply reply) =>
        reply.Answer.Short is { } shortAnswer && answer.Citations.Any(citation => citation.Quote.Contains(shortAnswer, StringComparison.Ordinal)) ? shortAnswer : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model did not write: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);
}
