using Polly;
using Polly.Retry;

namespace NewsBot.Hosting;

/// <summary>The pipeline 'store': repeats work that has to be stored, once a second, for as long as the store fails.</summary>
internal sealed partial class StorePipeline
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private readonly ResiliencePipeline pipeline;

    /// <summary>A pipeline that waits by a clock and logs each failure.</summary>
    public StorePipeline(TimeProvider time, ILogger<StorePipeline> logger) => pipeline = new ResiliencePipelineBuilder { Name = "store", TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<StoreException>(),
            MaxRetryAttempts = int.MaxValue,
            Delay = Wait,
            OnRetry = failed =>
            {
                Failed(logger, failed.Outcome.Exception!.Message);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    /// <summary>Does something until the store takes it.</summary>
    /// <param name="action">Does it once.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> action, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async _ => await action(), cancellationToken);

    /// <inheritdoc cref="RunAsync{T}"/>
    public async Task RunAsync(Func<Task> action, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async _ => await action(), cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The archive cannot be used just now and is tried again: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);
}
