using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Replies;
using NewsBot.Core.Retrieval;
using NewsBot.Hosting;

namespace NewsBot.Answering;

/// <summary>The step 'compose': an answer of verbatim sentences, first from the articles that the question is about, then from the whole archive.</summary>
internal sealed class AnswerComposer(EvidenceSearch search, AnswerModel model, IWindowReader? reader = null) : IDisposable
{
    /// <summary>How many cores one reading keeps busy.</summary>
    private const int CoresOfReading = 4;

    private readonly ExtractiveComposer composer = new(model, reader);

    /// <summary>More readings at once would take no less time, but the cores and threads that sending needs.</summary>
    private readonly SemaphoreSlim readings = new(Math.Max(1, Environment.ProcessorCount / CoresOfReading));

    private readonly AnswerDecision decision = new(model);

    /// <summary>Composes; the answer is checked. Where it is not sure, the sentences that may answer are quoted.</summary>
    public async Task<ComposedAnswer> ComposeAsync(UnderstoodQuestion understood, SearchScope scope, CancellationToken cancellationToken)
    {
        var composed = await ComposeSureAsync(understood, scope, cancellationToken);
        var (_, composition, answer) = composed;
        var probability = decision.ProbabilityOver(composition.Support, scope.Passages.ArticleCount);
        return composed with
        {
            Answer = answer.IsSupported ? decision.WithLikelyShort(answer, probability) : decision.DecideUnsure(composition, answer, understood.FollowUp),
            Composition = composition with { Support = probability },
        };
    }

    public void Dispose() => readings.Dispose();

    private async Task<ComposedAnswer> ComposeSureAsync(UnderstoodQuestion understood, SearchScope scope, CancellationToken cancellationToken)
    {
        var narrow = await ComposeNarrowAsync(understood, scope, cancellationToken);
        if (narrow is { Answer.IsSupported: true })
            return narrow;
        var followUp = understood.FollowUp;
        var said = followUp.Kind is FollowUpKind.More or FollowUpKind.Further ? understood.Said : null;
        var wide = await AttemptAsync(scope, understood.Question, revisionIds: null, said, isStrict: followUp.Kind != FollowUpKind.None, cancellationToken);
        if (followUp.Kind == FollowUpKind.More)
            return wide with { Answer = new Answer { Refusal = new Refusal(RefusalKind.NothingMore) } };
        var threshold = followUp.Kind == FollowUpKind.None ? decision.ThresholdOver(scope.Passages.ArticleCount, understood.Question.Text) : model.ScopedSupportThreshold;
        var answer = decision.DecideNew(wide.Composition, followUp, threshold);

        // When neither is sure, the likelier one may be quoted.
        var isNarrowLikelier = reader is not null && !answer.IsSupported && narrow?.Composition.Support >= wide.Composition.Support;
        return isNarrowLikelier ? narrow! : wide with { Answer = answer };
    }

    /// <summary>Composes from the articles that the question is about, else from those that the conversation was about.</summary>
    /// <returns>Null when there are none.</returns>
    private async Task<ComposedAnswer?> ComposeNarrowAsync(UnderstoodQuestion understood, SearchScope scope, CancellationToken cancellationToken)
    {
        var (asked, followUp, question) = understood;
        var revisionIds = await search.FindRevisionsAsync(asked.ArticleIds.Count > 0 ? asked.ArticleIds : followUp.LeansOn?.ArticleIds ?? [], cancellationToken);
        if (revisionIds.Count == 0)
            return null;
        var mayRepeat = followUp.Kind == FollowUpKind.None || (followUp.Kind == FollowUpKind.Question && followUp.HasOwnWords);
        if (followUp.Kind != FollowUpKind.None && !AnswerDecision.IsPlain(question))
        {
            // A sentence that was just said has most of the words of 'why?' and 'what do they want?', but rarely the answer.
            var further = await AttemptAsync(scope, question, revisionIds, understood.Said, isStrict: followUp.Kind != FollowUpKind.More, cancellationToken);
            var answer = followUp is { Kind: FollowUpKind.More, LeansOn.IsSupported: true }
                ? decision.DecideMore(further.Composition)
                : decision.Decide(further.Composition, model.ScopedSupportThreshold);
            if (answer.IsSupported || !mayRepeat)
                return further with { Answer = answer };
        }

        var attempt = await AttemptAsync(scope, question, revisionIds, followUp.Kind == FollowUpKind.Further ? understood.Said : null, isStrict: true, cancellationToken);
        return attempt with { Answer = decision.DecideNew(attempt.Composition, followUp, model.ScopedSupportThreshold) };
    }

    private async Task<ComposedAnswer> AttemptAsync(
        SearchScope scope, Question question, IReadOnlySet<long>? revisionIds, IReadOnlyList<CitedPassage>? said, bool isStrict, CancellationToken cancellationToken)
    {
        var evidence = await search.ReadAsync(scope, question, revisionIds, cancellationToken);
        using var step = Instruments.Step("compose");
        await readings.WaitAsync(cancellationToken);
        try
        {
            return new ComposedAnswer(evidence.Ranked, Compose(), new Answer());
        }
        finally
        {
            readings.Release();
        }

        Composition Compose() => ReplyArranger.Arrange(
            question, composer.Compose(question, evidence.Ranked, evidence.Revisions, scope.Passages.InversePassageFrequency, said, isStrict));
    }
}

/// <summary>An answer with what it was made from.</summary>
/// <param name="Ranked">The passages found, best first.</param>
/// <param name="Composition">What the composer made of them.</param>
/// <param name="Answer">The checked answer or the refusal.</param>
internal sealed record ComposedAnswer(IReadOnlyList<RankedPassage> Ranked, Composition Composition, Answer Answer);
