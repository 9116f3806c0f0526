using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Questions;

namespace NewsBot.Answering;

/// <summary>Answers a question from the archive, step by step: understand, search, read, compose or overview, write, check, translate.</summary>
/// <remarks>
/// The composed answer, verbatim sentences of articles, is always made. With a language model a written one takes its place when it passes the same check; a model that
/// fails, lies or is late costs no answer. The check is a part of composing (<see cref="AnswerDecision"/>) and of writing (<see cref="AnswerWriter"/>).
/// </remarks>
internal sealed class QuestionAnswerer(
    QuestionSpeller speller, EvidenceSearch search, AnswerComposer composer, OverviewAnswerer overviews, ModelSessions models, TimeProvider time) : IQuestionAnswerer
{
    private const string English = "en";

    public async Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var model = models.Begin(asked, cancellationToken);
        var understood = await UnderstandAsync(asked, model, cancellationToken);
        var reply = await ComposeAsync(understood, cancellationToken);
        if (model is not null)
        {
            var language = TextLanguage.Of(asked.Text);
            (understood, reply) = await ComposeInEnglishAsync(understood, reply, language, model, cancellationToken);
            reply = await WriteAsync(reply, model, cancellationToken);
            reply = await TranslateAsync(reply, language, model);
        }

        return reply with { Answer = Told(reply.Answer, understood.Corrections), Elapsed = time.GetElapsedTime(started) };
    }

    /// <summary>Reads the question in the light of the conversation; a model may put it so that it stands alone.</summary>
    private async Task<UnderstoodQuestion> UnderstandAsync(AskedQuestion asked, ModelSession? model, CancellationToken cancellationToken)
    {
        var now = asked.AsOf ?? time.GetUtcNow();
        var before = asked.Before.Count > 0 ? asked.Before : await search.FindSubjectAsync(asked.ArticleIds, now, cancellationToken);
        var (text, corrections) = await speller.CorrectAsync(SocialWords.Without(asked.Text), now, asked.Until, cancellationToken);
        var followUp = FollowUp.Of(text, before);
        if (model is not null && asked.Before.Count > 0 && followUp.Kind is FollowUpKind.Question or FollowUpKind.Further
            && await model.RewriteAsync() is { } alone && alone != asked.Text)
        {
            // The model saw the question as it was typed. Its own wording may still have a misspelt word.
            asked = asked with { Text = alone };
            (text, corrections) = await speller.CorrectAsync(alone, now, asked.Until, cancellationToken);
            followUp = FollowUp.Of(text, before);
        }

        return new UnderstoodQuestion(asked, followUp, followUp.Analyze(now) with { Until = asked.Until }) { Corrections = corrections };
    }

    /// <summary>Searches, reads and composes: first in the articles that the question is about, then in the whole archive.</summary>
    private async Task<Reply> ComposeAsync(UnderstoodQuestion understood, CancellationToken cancellationToken)
    {
        var question = understood.Question;
        if (question.Overview is { Kind: OverviewKind.Latest } latest && await overviews.TellLatestAsync(understood, latest, cancellationToken) is { } news)
            return new Reply(question, news.Answer, news.Ranked, news.Composition, TimeSpan.Zero);
        if (question.OffTopic is { } offTopic)
            return new Reply(question, new Answer { Refusal = new Refusal(offTopic) }, [], null, TimeSpan.Zero);
        var scope = await search.BeginAsync(question, cancellationToken);
        var composed = await composer.ComposeAsync(understood, scope, cancellationToken);
        if (question.Overview is { } request)
            composed = await overviews.DecideAsync(understood, request, scope, composed, cancellationToken);
        var answer = composed.Answer.IsSupported
            ? composed.Answer
            : composed.Answer with { Nearest = await search.FindNearestAsync(composed.Ranked, composed.Answer.Citations, cancellationToken) };
        return new Reply(question, answer, composed.Ranked, composed.Composition, TimeSpan.Zero);
    }

    /// <summary>Where the archive has nothing for a question in another language, its translation is tried.</summary>
    /// <returns>The reading that is answered, and the reply to it.</returns>
    private async Task<(UnderstoodQuestion Understood, Reply Reply)> ComposeInEnglishAsync(
        UnderstoodQuestion understood, Reply reply, string? language, ModelSession model, CancellationToken cancellationToken)
    {
        if (language is null or English || reply.Answer.IsSupported || reply.Question.OffTopic is not null
            || await model.TranslateQuestionAsync(understood.Asked.Text) is not { } question)
            return (understood, reply);
        var translated = await UnderstandAsync(understood.Asked with { Text = question, Before = [] }, model: null, cancellationToken);
        var composed = await ComposeAsync(translated, cancellationToken);
        return composed.Answer.Tier >= reply.Answer.Tier ? (translated, composed) : (understood, reply);
    }

    /// <summary>
    /// Has the model write from the passages, what the composed answer cites first. Without passages, or without the name that is asked about, there is nothing to write from;
    /// nor for the latest news, which no passage is found by.
    /// </summary>
    private async Task<Reply> WriteAsync(Reply reply, ModelSession model, CancellationToken cancellationToken)
    {
        if (reply.Ranked.Count == 0 || reply.Question.Overview is { Kind: OverviewKind.Latest }
            || reply.Answer.Refusal is not (null or { Kind: RefusalKind.NotSaid or RefusalKind.FailedCheck }))
            return reply;
        var passages = await search.ReadPassagesAsync(reply, AnswerWriter.MaxPassages, cancellationToken);
        return await model.WriteAsync(reply.Question, passages) is { } written
            ? reply with { Answer = written with { Short = ShortIn(written, reply.Answer.Short) }, IsWritten = true }
            : reply;
    }

    /// <summary>Tells an English answer in the language of the question; articles in other languages cannot be checked.</summary>
    private static async Task<Reply> TranslateAsync(Reply reply, string? language, ModelSession model)
    {
        var isForeign = reply.Answer.IsSupported && language is not (null or English) && TextLanguage.NameOf(language) is not null
            && reply.Answer.Citations.All(citation => TextLanguage.Of(citation.Quote) is null or English);
        return isForeign && await model.TranslateAsync(reply.Answer, language!) is { } translated ? reply with { Answer = translated } : reply;
    }

    /// <summary>Tells which words were searched for in the place of typed ones; a name that is missing is named as it was typed.</summary>
    private static Answer Told(Answer answer, IReadOnlyList<WordCorrection> corrections)
    {
        if (corrections.Count == 0)
            return answer;
        var refusal = answer.Refusal is { Name: { } name } missing
            ? missing with { Name = corrections.Aggregate(name, (text, word) => text.Replace(word.To, word.From, StringComparison.OrdinalIgnoreCase)) }
            : answer.Refusal;
        return answer with { Corrections = corrections, Refusal = refusal };
    }

    /// <summary>The short answer stays when what is cited now has it too.</summary>
    private static string? ShortIn(Answer answer, string? shortAnswer) =>
        shortAnswer is not null && answer.Citations.Any(citation => citation.Quote.Contains(shortAnswer, StringComparison.Ordinal)) ? shortAnswer : null;
}

/// <summary>A question as it is understood in the light of the conversation.</summary>
/// <param name="Asked">As it was asked; its text stands alone when a language model put it so.</param>
/// <param name="FollowUp">What it goes on from.</param>
/// <param name="Question">What is searched for.</param>
internal sealed record UnderstoodQuestion(AskedQuestion Asked, FollowUp FollowUp, Question Question)
{
    /// <summary>Words of the archive that stand in the place of misspelt ones; usually empty.</summary>
    public IReadOnlyList<WordCorrection> Corrections { get; init; } = [];

    /// <summary>What the answers of the conversation cite.</summary>
    public IReadOnlyList<CitedPassage> Said => [.. Asked.Before.SelectMany(turn => turn.Citations)];
}
