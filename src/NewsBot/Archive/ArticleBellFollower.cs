using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Brings the index up to the archive as soon as the bell rings; <see cref="IndexFollower"/> looks twice a second, whether it rang or not.</summary>
internal sealed class ArticleBellFollower(IArticleBell bell, ArchiveIndex index, TimeProvider time) : IPeriodicWork
{
    /// <summary>What comes in together is indexed together: articles that come one by one cost no more than a few rounds a second.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>A wait without a ring ends well: so the service is healthy again after a round that failed.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public string Name => "Indexing articles as they come in";

    public string? Lease => null;

    public TimeSpan Interval => Pause;

    public async Task StepAsync(CancellationToken cancellationToken)
    {
        if (!await bell.WaitAsync(LongestWait, cancellationToken))
            return;
        await Task.Delay(Pause, time, cancellationToken);
        await index.FollowAsync(cancellationToken);
    }
}
