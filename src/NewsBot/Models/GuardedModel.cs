using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NewsBot.Counts;
using NewsBot.Hosting;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace NewsBot.Models;

/// <summary>Keeps a language model within its limits (repeats, a circuit that opens, replies at once, tokens a day) and counts the tokens of each reply.</summary>
/// <remarks>Safe for concurrent use. A reply that failed is asked for again only when it failed before its first piece.</remarks>
internal sealed partial class GuardedModel : ILanguageModel, IDisposable
{
    /// <summary>UTF-16 units in a token, about; for services that do not count tokens.</summary>
    private const int CharsPerToken = 4;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ILanguageModel model;
    private readonly IModelUsageStore store;
    private readonly DailyCounts counts;
    private readonly LlmOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<GuardedModel> logger;
    private readonly SemaphoreSlim places;
    private readonly ResiliencePipeline circuit;
    private readonly ResiliencePipeline pipeline;

    public GuardedModel(
        ILanguageModel model, IModelUsageStore store, DailyCounts counts, IOptions<LlmOptions> options, TimeProvider time, ILogger<GuardedModel> logger)
    {
        (this.model, this.store, this.counts, this.options, this.time, this.logger) = (model, store, counts, options.Value, time, logger);
        places = new SemaphoreSlim(this.options.Concurrency);
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (this.options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<ModelException>(failure => failure.IsTransient && (failure.RetryAfter ?? TimeSpan.Zero) <= LongestWait),
                MaxRetryAttempts = this.options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstWait,
                MaxDelay = LongestWait,
                DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ModelException)?.RetryAfter),
            });
        }

        circuit = new ResiliencePipelineBuilder { TimeProvider = time }.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ModelException>(
                failure => failure.Failure is not (ModelFailure.BudgetSpent or ModelFailure.RequestsSpent or ModelFailure.Paused or ModelFailure.BadPrompt)),
            FailureRatio = 0.5,
            MinimumThroughput = 5,
            SamplingDuration = Sampling,
            BreakDuration = Pause,
        }).Build();
        pipeline = builder.AddPipeline(circuit).Build();
    }

    public TimeSpan TimeLimit => model.TimeLimit;

    public async IAsyncEnumerable<ModelPiece> StreamAsync(PromptCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await SpendAsync(call, cancellationToken);
        if (!await places.WaitAsync(TimeSpan.Zero, cancellationToken))
            throw new ModelException(ModelFailure.Paused, "As many replies are being written as Llm:Concurrency allows.");
        var tally = new Tally(call.Variables.Values.Sum(value => (long)value.Length));
        try
        {
            await using var pieces = await BeginAsync(call, tally, cancellationToken);
            do
            {
                yield return pieces.Current;
            }
            while (await NextAsync(pieces, tally));
        }
        finally
        {
            places.Release();

            // Nobody waits for the counting: a busy store must not hold up an answer.
            if (tally.All.Tokens > 0)
                _ = CountAsync(call.PersonId, tally.All);
        }
    }

    /// <summary>The tokens of today, UTC, for administrators.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<ModelReport> ReadAsync(CancellationToken cancellationToken)
    {
        var (_, today) = await store.ReadAsync(Today(), personId: null, cancellationToken);
        var hasPrice = options.InputPrice > 0 || options.OutputPrice > 0;
        return new ModelReport(options.Model, today, hasPrice ? ((today.InputTokens * options.InputPrice) + (today.OutputTokens * options.OutputPrice)) / 1_000_000 : null);
    }

    public void Dispose()
    {
        places.Dispose();
        (model as IDisposable)?.Dispose();
    }

    /// <summary>The next piece; a reply that breaks off later counts for the circuit too.</summary>
    private async Task<bool> NextAsync(IAsyncEnumerator<ModelPiece> pieces, Tally tally)
    {
        try
        {
            if (!await pieces.MoveNextAsync())
                return false;
            tally.Take(pieces.Current);
            return true;
        }
        catch (ModelException failure)
        {
            await circuit.ExecuteOutcomeAsync(
                static (_, state) => ValueTask.FromResult(Outcome.FromException<bool>(state)), ResilienceContextPool.Shared.Get(CancellationToken.None), failure);
            throw;
        }
    }

    /// <summary>The reply at its first piece with text.</summary>
    private async Task<IAsyncEnumerator<ModelPiece>> BeginAsync(PromptCall call, Tally tally, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(
                async token =>
                {
                    tally.Begin();
                    var pieces = model.StreamAsync(call, token).GetAsyncEnumerator(token);
                    try
                    {
                        while (await pieces.MoveNextAsync())
                        {
                            tally.Take(pieces.Current);
                            if (pieces.Current.Text.Length > 0)
                                return pieces;
                        }

                        throw new ModelException(ModelFailure.Unavailable, "The language model wrote nothing.");
                    }
                    catch
                    {
                        await pieces.DisposeAsync();
                        throw;
                    }
                },
                cancellationToken);
        }
        catch (BrokenCircuitException failure)
        {
            throw new ModelException(ModelFailure.Paused, "The language model failed too often just now and is left alone for half a minute.", innerException: failure);
        }
    }

    private async Task SpendAsync(PromptCall call, CancellationToken cancellationToken)
    {
        if (options is { TokensPerPerson: 0, TokensPerDay: 0 })
            return;
        var (person, all) = await store.ReadAsync(Today(), call.PersonId, cancellationToken);
        if (options.TokensPerDay > 0 && all.Tokens >= options.TokensPerDay)
            throw new ModelException(ModelFailure.BudgetSpent, "The tokens that Llm:TokensPerDay allows are spent for today.");
        if (options.TokensPerPerson > 0 && call.PersonId is not null && person.Tokens >= options.TokensPerPerson)
            throw new ModelException(ModelFailure.BudgetSpent, "Somebody's tokens, as many as Llm:TokensPerPerson allows, are spent for today.");
    }

    /// <summary>Counts a reply's tokens. They were paid for, so this is not cancelled.</summary>
    private async Task CountAsync(long? personId, ModelUsage usage)
    {
        counts.Add(CountName.InputTokens, usage.InputTokens);
        counts.Add(CountName.OutputTokens, usage.OutputTokens);
        try
        {
            await store.AddAsync(Today(), personId, usage, CancellationToken.None);
        }
        catch (StoreException failure)
        {
            NotCounted(logger, failure.Message);
        }
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>What the tries at one reply took; a service also asks money for those that failed.</summary>
    /// <param name="input">The length of the prompt's variables, for services that do not count.</param>
    private sealed class Tally(long input)
    {
        private ModelUsage earlier;
        private ModelUsage? told;
        private long length;

        /// <summary>What all tries took.</summary>
        public ModelUsage All => earlier + (told ?? (length > 0 ? new ModelUsage(input / CharsPerToken, length / CharsPerToken) : default));

        /// <summary>The next pieces are those of another try.</summary>
        public void Begin() => (earlier, told, length) = (All, null, 0);

        public void Take(ModelPiece piece) => (told, length) = (piece.Usage ?? told, length + piece.Text.Length + piece.ThoughtLength);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tokens of a reply could not be counted: {Problem}")]
    private static partial void NotCounted(ILogger logger, string problem);
}

/// <summary>The tokens that the language model took on a day.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Usage">The tokens.</param>
/// <param name="Cost">Their price in the currency of the settings; null when the settings name no price.</param>
internal sealed record ModelReport(string Model, ModelUsage Usage, decimal? Cost);
