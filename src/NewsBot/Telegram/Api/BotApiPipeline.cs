using NewsBot.Hosting;
using Polly;
using Polly.Retry;

namespace NewsBot.Telegram.Api;

/// <summary>The pipeline 'Bot API': repeats what the bot's start needs for as long as Telegram or the store fails for the moment.</summary>
internal sealed partial class BotApiPipeline(TimeProvider time, ILogger<BotApiPipeline> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline pipeline = Build(
        time, failure => failure is BotApiException { IsTransient: true } or StoreException { IsTransient: true }, failure => Waiting(logger, failure.Message));

    /// <summary>A pipeline that waits twice as long after each failure, half a second to half a minute, or as long as Telegram asks for.</summary>
    /// <param name="time">The clock of the waits.</param>
    /// <param name="isRepeated">Whether work that failed so is repeated.</param>
    /// <param name="onFailure">Called before each wait.</param>
    public static ResiliencePipeline Build(TimeProvider time, Func<Exception, bool> isRepeated, Action<Exception> onFailure) =>
        new ResiliencePipelineBuilder { Name = "Bot API", TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = failed => ValueTask.FromResult(failed.Outcome.Exception is { } failure && isRepeated(failure)),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstWait,
                MaxDelay = LongestWait,
                DelayGenerator = failed => ValueTask.FromResult((failed.Outcome.Exception as BotApiException)?.RetryAfter),
                OnRetry = failed =>
                {
                    onFailure(failed.Outcome.Exception!);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    /// <summary>Does something until it succeeds or is refused for good.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async token => await action(token), cancellationToken);

    /// <inheritdoc cref="RunAsync{T}"/>
    public async Task RunAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async token => await action(token), cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Trying again soon: {Problem}")]
    private static partial void Waiting(ILogger logger, string problem);
}
