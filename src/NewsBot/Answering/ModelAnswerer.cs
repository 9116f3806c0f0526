using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>Answers with a language model where one helps; the extractive answer is made first, and given whenever the model's may not be.</summary>
internal sealed partial class ModelAnswerer(
    QuestionAnswerer extractive, IArticleStore store, ILanguageModel model, ModelComposer composer, ModelTranslator translator, TimeProvider time, ILogger<ModelAnswerer> logger) : IQuestionAnswerer
{
    private const int MaxPassages = 8;

    /// <summary>The model's own limit ends a reply first, so that it counts as a failure of the model; this one ends what needed several.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(50);

    private const string English = "en";

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        if (asked.WithoutModel)
            return await extractive.AnswerAsync(asked, cancellationToken);
        var started = time.GetTimestamp();
        using var limit = new CancellationTokenSource(model.TimeLimit + Grace, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var language = TextLanguage.Of(asked.Text);
        var alone = await AttemptAsync(token => RephraseAsync(asked, token), either.Token, cancellationToken);
        var understood = alone is null ? asked : asked with { Text = alone };
        var reply = await extractive.AnswerAsync(understood, cancellationToken);
        if (language is not (null or English) && !reply.Answer.IsSupported && reply.Question.OffTopic is null
            && await AttemptAsync(token => translator.TranslateQuestionAsync(understood.Text, asked.PersonId, token), either.Token, cancellationToken) is { } question)
            reply = await extractive.AnswerAsync(asked with { Text = question, Before = [] }, cancellationToken);
        if (MayWrite(reply))
        {
            var passages = await ReadPassagesAsync(reply, cancellationToken);
            var answer = await AttemptAsync(token => composer.WriteAsync(reply.Question, passages, asked, token), either.Token, cancellationToken);
            if (answer is not null)
                reply = reply with { Answer = answer with { Short = ShortIn(answer, reply) }, IsWritten = true };
        }

        if (language is not null && IsForeign(reply.Answer, language)
            && await AttemptAsync(token => TranslateAsync(reply.Answer, language, asked, token), either.Token, cancellationToken) is { } translated)
            reply = reply with { Answer = translated };
        return reply with { Elapsed = time.GetElapsedTime(started) };
    }

    private async Task<Answer?> TranslateAsync(Answer answer, string language, AskedQuestion asked, CancellationToken cancellationToken) =>
        await translator.TranslateAsync(answer, language, asked.PersonId, cancellationToken);

    /// <summary>Whether an answer is in English and was asked for in another language; other languages of articles cannot be checked.</summary>
    private static bool IsForeign(Answer answer, string language) =>
        answer.IsSupported && language != English && TextLanguage.NameOf(language) is not null
        && answer.Citations.All(citation => TextLanguage.Of(citation.Quote) is null or English);

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
#pragma warning disable CA1031 // The extractive answer is there, and no bug or broken store on the way to a smoother one may cost it.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Broke(logger, failure);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer is extractive, since its wording broke.")]
    private static partial void Broke(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model did not write: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);
}
