using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Glosses;
using NewsBot.Core.Questions;
using NewsBot.Core.Replies;
using NewsBot.Hosting;

namespace NewsBot.Answering;

/// <summary>Answers a question from the archive, step by step: understand, search, read, compose or overview, write, check, translate.</summary>
/// <remarks>
/// The composed answer, verbatim sentences of articles, is always made. With a language model a written one takes its place when it passes the same check; a model that
/// fails, lies or is late costs no answer. The check is a part of composing (<see cref="AnswerDecision"/>) and of writing (<see cref="AnswerWriter"/>).
/// </remarks>
internal sealed class QuestionAnswerer(
    QuestionSpeller speller, QuestionGlosser glosser, EvidenceSearch search, AnswerComposer composer, OverviewAnswerer overviews, ModelSessions models, ArchiveLanguages languages,
    TimeProvider time) : IQuestionAnswerer
{
    /// <summary>In so many languages of the archive a question is searched beside its own, at most: each costs a request to the model.</summary>
    private const int MaxSearched = 2;

    public async Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        using var span = Instruments.Ask();
        var started = time.GetTimestamp();
        using var model = models.Begin(asked, cancellationToken);
        var understood = await UnderstandAsync(asked, model, cancellationToken);
        var reply = await ComposeAsync(understood, cancellationToken);
        var language = TextLanguage.Of(asked.Text) ?? (QuestionGloss.IsFor(asked.Text) ? ArchiveLanguages.Ukrainian : ArchiveLanguages.English);
        (understood, reply) = await ComposeInOthersAsync(understood, reply, language, model, cancellationToken);
        if (model is not null)
        {
            reply = await WriteAsync(reply, model, cancellationToken);
            reply = await TranslateAsync(reply, language, model);
            if (reply.IsWritten && language == ArchiveLanguages.English)
                reply = reply with { Answer = PassageDays.Told(reply.Answer, reply.Question.AsOf) };
        }

        if (reply.Draft is { } draft)
            Instruments.Draft(draft.Fallback, draft.IsVerified, draft.Mended);
        span.Told(reply.Answer.Tier, reply.Answer.Refusal?.Kind, reply.IsWritten);
        return reply with { Answer = Told(reply.Answer, understood), Elapsed = time.GetElapsedTime(started) };
    }

    /// <summary>Reads the question in the light of the conversation; a model may put it so that it stands alone.</summary>
    private async Task<UnderstoodQuestion> UnderstandAsync(AskedQuestion asked, ModelSession? model, CancellationToken cancellationToken)
    {
        using var step = Instruments.Step("understand");
        var now = asked.AsOf ?? time.GetUtcNow();
        var before = asked.Before.Count > 0 ? asked.Before : await search.FindSubjectAsync(asked.ArticleIds, now, cancellationToken);
        var (text, corrections) = await speller.CorrectAsync(SocialWords.Without(asked.Text), now, asked.Until, cancellationToken);
        var followUp = FollowUp.Of(text, before);
        if (model is not null && GoesOn(asked, followUp, now) && await model.RewriteAsync() is { } alone && alone != asked.Text)
        {
            // The model saw the question as it was typed. Its own wording may still have a misspelt word.
            asked = asked with { Text = alone };
            (text, corrections) = await speller.CorrectAsync(alone, now, asked.Until, cancellationToken);
            followUp = FollowUp.Of(text, before: []);
        }

        return new UnderstoodQuestion(asked, followUp, followUp.Analyze(now) with { Until = asked.Until }) { Corrections = corrections };
    }

    /// <summary>
    /// Whether a question may go on from a conversation; then a model is asked to rewrite it. Greetings and the latest news stand alone. 'Tell me more' is rewritten by
    /// rules, which know what was told.
    /// </summary>
    private static bool GoesOn(AskedQuestion asked, FollowUp followUp, DateTimeOffset now) =>
        asked.Before.Count > 0 && followUp.Kind != FollowUpKind.More
        && (followUp.Kind != FollowUpKind.None
            || QuestionAnalyzer.Analyze(followUp.Text, now) is { OffTopic: null or RefusalKind.NoSubject, Overview: not { Kind: OverviewKind.Latest } });

    /// <summary>Searches, reads and composes: first in the articles that the question is about, then in the whole archive.</summary>
    private async Task<Reply> ComposeAsync(UnderstoodQuestion understood, CancellationToken cancellationToken)
    {
        var question = understood.Question;
        if (question.Overview is { Kind: OverviewKind.Latest } latest && await overviews.TellLatestAsync(understood, latest, cancellationToken) is { } news)
            return new Reply(question, news.Answer, news.Ranked, news.Composition, TimeSpan.Zero);
        if (question.OffTopic is { } offTopic)
            return new Reply(question, new Answer { Refusal = new Refusal(offTopic) }, [], null, TimeSpan.Zero);
        if (understood.FollowUp.Kind == FollowUpKind.None && ComparedSpeakers.Of(question.Text) is { } each
            && await CompareAsync(understood, each, cancellationToken) is { } both)
            return both;
        var scope = await search.BeginAsync(question, cancellationToken);
        var composed = await composer.ComposeAsync(understood, scope, cancellationToken);
        if (question.Overview is { } request)
            composed = await overviews.DecideAsync(understood, request, scope, composed, cancellationToken);
        var answer = composed.Answer.IsSupported
            ? composed.Answer
            : composed.Answer with { Nearest = await search.FindNearestAsync(composed.Ranked, composed.Answer.Citations, cancellationToken) };
        return new Reply(question, answer, composed.Ranked, composed.Composition, TimeSpan.Zero);
    }

    /// <summary>Asks what each of two says, and puts both side by side.</summary>
    /// <returns>Null when the archive has nothing of one of them; then the question is answered as a whole.</returns>
    private async Task<Reply?> CompareAsync(UnderstoodQuestion understood, (string First, string Second) each, CancellationToken cancellationToken)
    {
        var first = await ComposeOneAsync(understood, each.First, cancellationToken);
        var second = await ComposeOneAsync(understood, each.Second, cancellationToken);
        if (first.Answer.Tier == AnswerTier.None || second.Answer.Tier == AnswerTier.None)
            return null;
        var (answer, composition) = ComparedAnswers.Join((first.Answer, first.Composition), (second.Answer, second.Composition));
        return new Reply(
            understood.Question, answer, [.. first.Ranked.Concat(second.Ranked).DistinctBy(passage => (passage.RevisionId, passage.Span))], composition, TimeSpan.Zero);
    }

    private async Task<ComposedAnswer> ComposeOneAsync(UnderstoodQuestion understood, string text, CancellationToken cancellationToken)
    {
        var question = QuestionAnalyzer.Analyze(text, understood.Question.AsOf) with { Until = understood.Question.Until };
        var scope = await search.BeginAsync(question, cancellationToken);
        return await composer.ComposeAsync(understood with { Question = question }, scope, cancellationToken);
    }

    /// <summary>Where the archive has nothing for a question as it was put, it is searched in the other languages of the archive.</summary>
    /// <returns>The reading that is answered, and the reply to it.</returns>
    private async Task<(UnderstoodQuestion Understood, Reply Reply)> ComposeInOthersAsync(
        UnderstoodQuestion understood, Reply reply, string language, ModelSession? model, CancellationToken cancellationToken)
    {
        if (reply.Answer.IsSupported || reply.Question.OffTopic is not null || (model is null && !QuestionGloss.IsFor(understood.Asked.Text)))
            return (understood, reply);
        var best = (understood, reply);
        var spoken = await languages.ReadAsync(cancellationToken);
        var isSpoken = spoken.Contains(language);
        foreach (var other in spoken.Where(code => code != language).Take(MaxSearched))
        {
            if (await UnderstandInAsync(understood.Asked, other, model, cancellationToken) is not { } translated)
                continue;
            var composed = await ComposeAsync(translated, cancellationToken);
            if (translated.Gloss is { } gloss)
                composed = composed with { Answer = Honest(composed.Answer, gloss, translated.Question, composed.Composition) };

            var (before, now) = (best.reply.Answer.Tier, composed.Answer.Tier);

            // In a language that the archive does not have, even the passages that come nearest are none.
            if (now > before || (now == before && (IsNearer(understood, composed, best.reply) || (!isSpoken && best.reply == reply))))
                best = (translated, composed);
            if (composed.Answer.IsSupported)
                break;
        }

        return best;
    }

    /// <summary>
    /// Whether of two replies that are not sure the other one is on what is asked: it is of the articles that the conversation was about, or it has what is asked for where the
    /// first lacks it.
    /// </summary>
    private static bool IsNearer(UnderstoodQuestion understood, Reply other, Reply first)
    {
        if (understood.FollowUp is { Kind: not FollowUpKind.None, LeansOn.ArticleIds: { Count: > 0 } before })
            return Cites(other) && !Cites(first);
        return first.Composition is { LacksValue: true } && other.Composition is { LacksValue: false, StraysFromEvent: false };

        bool Cites(Reply reply) => reply.Answer.Citations.Any(citation => before.Contains(citation.Revision.Article.Id));
    }

    /// <summary>
    /// What may be told in answer to a glossed question: nothing where the archive has nobody of a name, and nothing sure where a word is unknown or where
    /// keywords alone were glossed, or where no sentence tells of what is asked why, since a wrong word would not be noticed.
    /// </summary>
    private static Answer Honest(Answer answer, GlossedQuestion gloss, Question question, Composition? composition) =>
        gloss.Missing is { } name && answer.Tier != AnswerTier.None ? new Answer { Refusal = new Refusal(RefusalKind.NameMissing, name), Nearest = answer.Nearest }
        : gloss.IsWhole && composition is not { LacksEvent: true } && question.Overview is not { IsKeywords: true } ? answer : AnswerDecision.AsUnsure(answer);

    /// <summary>Reads the question in another language: as the model translates it, else as it is glossed, which is done into English alone.</summary>
    /// <returns>Null when neither is to be had.</returns>
    private async Task<UnderstoodQuestion?> UnderstandInAsync(AskedQuestion asked, string language, ModelSession? model, CancellationToken cancellationToken)
    {
        if (model is not null && await model.TranslateQuestionAsync(asked.Text, language) is { } question)
            return await UnderstandAsync(asked with { Text = question, Before = [] }, model: null, cancellationToken);
        if (language != ArchiveLanguages.English || await glosser.GlossAsync(SocialWords.Without(asked.Text), asked.Until, cancellationToken) is not { } gloss)
            return null;
        var followUp = FollowUp.Of(gloss.Text, asked.Before);
        return new UnderstoodQuestion(asked, followUp, followUp.Analyze(asked.AsOf ?? time.GetUtcNow()) with { Until = asked.Until }) { Gloss = gloss };
    }

    /// <summary>
    /// Has the model write from the passages, what the composed answer cites first. Without passages there is nothing to write from; nor for the latest news, which no
    /// passage is found by. A name that seems to be missing may stand there in another form, so the model is asked.
    /// </summary>
    private async Task<Reply> WriteAsync(Reply reply, ModelSession model, CancellationToken cancellationToken)
    {
        if (reply.Ranked.Count == 0 || reply.Question.Overview is { Kind: OverviewKind.Latest }
            || reply.Answer.Refusal is not (null or { Kind: RefusalKind.NotSaid or RefusalKind.NameMissing or RefusalKind.FailedCheck }))
            return reply;
        var passages = await search.ReadPassagesAsync(reply, cancellationToken);
        using var step = Instruments.Step("write");
        if (await model.WriteAsync(reply.Question, passages) is not { } written)
            return reply with { Draft = new DraftOutcome { Fallback = model.Failure } };
        reply = reply with { Dropped = written.Dropped, Draft = written.Outcome };
        return written.Answer.IsSupported
            ? reply with { Answer = written.Answer with { Short = ShortIn(written.Answer, reply.Answer.Short) }, IsWritten = true }
            : reply;
    }

    /// <summary>Tells an answer in the language of the question, all of its sentences or none; what it cites stays as it is.</summary>
    private static async Task<Reply> TranslateAsync(Reply reply, string language, ModelSession model)
    {
        // 'Zelensky, Umerov and Putin.' is in no language that is plain: it counts as English.
        var written = reply.Answer.Citations.Select(citation => TextLanguage.Of(citation.Quote)).Distinct().ToList();
        var from = written.Find(code => code is not null) ?? ArchiveLanguages.English;
        var isForeign = reply.Answer.IsSupported && from != language && written.TrueForAll(code => code is null || code == from);
        return isForeign && await model.TranslateAsync(reply.Answer, from, language) is { } translated ? reply with { Answer = translated } : reply;
    }

    /// <summary>Tells what was searched for in the place of what was typed; a name that is missing is named as it was typed.</summary>
    private static Answer Told(Answer answer, UnderstoodQuestion understood)
    {
        var words = understood.Gloss?.Names ?? understood.Corrections;
        var refusal = answer.Refusal is { Name: { } name } missing
            ? missing with { Name = words.Aggregate(name, (text, word) => text.Replace(word.To, word.From, StringComparison.OrdinalIgnoreCase)) }
            : answer.Refusal;

        // A refusal with names that were only guessed tells nothing by showing the guess.
        var searchedAs = understood.Gloss is { } gloss && (gloss.IsWhole || answer.Tier != AnswerTier.None) ? gloss.Text : null;
        return answer with { Corrections = understood.Corrections, SearchedAs = searchedAs, Refusal = refusal };
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

    /// <summary>The question in English, where it was searched so without a language model; else null.</summary>
    public GlossedQuestion? Gloss { get; init; }

    /// <summary>What the answers of the conversation cite.</summary>
    public IReadOnlyList<CitedPassage> Said => [.. Asked.Before.SelectMany(turn => turn.Citations)];
}
