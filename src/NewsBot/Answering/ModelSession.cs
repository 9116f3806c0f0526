using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Hosting;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>What a language model does for one question, within its time. A step that fails gives null and is logged: no answer is lost for it.</summary>
internal sealed partial class ModelSession : IDisposable
{
    /// <summary>The most requests for one question, whatever the model and its service do.</summary>
    private const int MaxRequests = 6;

    /// <summary>The model's own limit ends a reply first, so that it counts as a failure of the model; this one ends several replies together.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(50);

    private readonly ILanguageModel model;
    private readonly VerifyMode verify;
    private readonly AskedQuestion asked;
    private readonly ILoggerFactory loggers;
    private readonly ILogger logger;
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource either;
    private readonly CancellationToken caller;

    /// <summary>Begins; the time runs from now.</summary>
    public ModelSession(ILanguageModel model, VerifyMode verify, AskedQuestion asked, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        (this.model, this.verify, this.asked, this.loggers, caller) = (new AllowedModel(model, new RequestAllowance(MaxRequests)), verify, asked, loggers, cancellationToken);
        logger = loggers.CreateLogger<ModelSession>();
        limit = new CancellationTokenSource(model.TimeLimit + Grace, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, asked.StopWriting, cancellationToken);
    }

    /// <summary>Why the last step that failed did; null while none has.</summary>
    public FallbackReason? Failure { get; private set; }

    /// <summary>The question put so that it stands alone.</summary>
    public Task<string?> RewriteAsync() => TryAsync(() => new QuestionRewriter(model).RewriteAsync(asked, either.Token));

    /// <summary>A question in another language.</summary>
    public Task<string?> TranslateQuestionAsync(string question, string language) =>
        TryAsync(() => Translator().TranslateQuestionAsync(question, language, asked.PersonId, either.Token));

    /// <summary>A written and checked answer, and what was dropped on the way.</summary>
    public Task<WrittenAnswer?> WriteAsync(Question question, IReadOnlyList<(ArticleRevision Revision, TextSpan Span)> passages) =>
        TryAsync(() => new AnswerWriter(model, verify, loggers.CreateLogger<AnswerWriter>()).WriteAsync(question, passages, asked, either.Token));

    /// <summary>The answer in another language.</summary>
    public Task<Answer?> TranslateAsync(Answer answer, string from, string language) =>
        TryAsync(() => Translator().TranslateAsync(answer, from, language, asked.PersonId, either.Token));

    public void Dispose()
    {
        either.Dispose();
        limit.Dispose();
    }

    private static FallbackReason ReasonOf(ModelFailure failure) => failure switch
    {
        ModelFailure.TimedOut => FallbackReason.Late,
        ModelFailure.TooManyRequests or ModelFailure.RequestsSpent or ModelFailure.BudgetSpent or ModelFailure.Paused => FallbackReason.Limit,
        _ => FallbackReason.Service,
    };

    private AnswerTranslator Translator() => new(model, verify, loggers.CreateLogger<AnswerTranslator>());

    /// <summary>Does a step.</summary>
    /// <param name="step">Gives null when it had nothing to give.</param>
    private async Task<T?> TryAsync<T>(Func<Task<T?>> step)
        where T : class
    {
        try
        {
            return await step();
        }
        catch (ModelException failure)
        {
            Failure = ReasonOf(failure.Failure);
            Failed(logger, failure.Message);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            Failure = asked.StopWriting.IsCancellationRequested ? FallbackReason.Stopped : FallbackReason.Late;
            Failed(logger, asked.StopWriting.IsCancellationRequested ? "the reader stopped it." : "the time for an answer was over.");
        }
#pragma warning disable CA1031 // The composed answer is there; no bug or broken store on the way to a smoother one may cost it.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Failure = FallbackReason.Bug;
            Broke(logger, failure);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A step of the language model broke; the answer is composed without it.")]
    private static partial void Broke(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model did not write: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);
}
