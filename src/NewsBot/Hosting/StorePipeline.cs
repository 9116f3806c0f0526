using Polly;
using Polly.Retry;

namespace NewsBot.Hosting;

/// <summary>The pipeline 'store': repeats work that has to be stored, once a second, for as long as the store fails.</summary>
/// <remarks>A store that fails is told once, in the log and by '/health', however much work waits for it: a full disk or a database that is away stops all of it.</remarks>
internal sealed partial class StorePipeline
{
    /// <summary>The shortest time between two lines of the log about the store.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private const string Part = "Storing";

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly ServiceHealth health;
    private readonly TimeProvider time;
    private readonly ILogger<StorePipeline> logger;
    private readonly ResiliencePipeline pipeline;
    private long? toldAt;
    private bool isTold;
    private volatile bool isFailing;

    /// <summary>A pipeline that waits by a clock and tells failures.</summary>
    public StorePipeline(ServiceHealth health, TimeProvider time, ILogger<StorePipeline> logger)
    {
        (this.health, this.time, this.logger) = (health, time, logger);
        pipeline = new ResiliencePipelineBuilder { Name = "store", TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<StoreException>(),
                MaxRetryAttempts = int.MaxValue,
                Delay = Wait,
                OnRetry = failed =>
                {
                    Fail((StoreException)failed.Outcome.Exception!);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>Does something until the store takes it.</summary>
    /// <param name="action">Does it once.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> action, CancellationToken cancellationToken)
    {
        var result = await pipeline.ExecuteAsync(async _ => await action(), cancellationToken);
        Succeed();
        return result;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Func<Task> action, CancellationToken cancellationToken) => RunAsync(
        async () =>
        {
            await action();
            return true;
        },
        cancellationToken);

    /// <summary>Tells that the store failed, for work that is repeated in another way.</summary>
    public void Fail(StoreException failure)
    {
        lock (gate)
        {
            isFailing = true;
            health.Set(Part, $"The archive cannot be used just now, and what is to be stored waits: {failure.Message}");
            if (isTold || (toldAt is { } last && time.GetElapsedTime(last) < Silence))
                return;
            (isTold, toldAt) = (true, time.GetTimestamp());
        }

        Failed(logger, failure.Message);
    }

    /// <summary>Tells that the store took something.</summary>
    public void Succeed()
    {
        if (!isFailing)
            return;
        lock (gate)
        {
            isFailing = false;
            health.Set(Part, problem: null);
            if (!isTold)
                return;
            isTold = false;
        }

        Again(logger);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The archive cannot be used just now and is tried again: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "The archive can be used again.")]
    private static partial void Again(ILogger logger);
}
