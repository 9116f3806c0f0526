using System.Threading.RateLimiting;

namespace NewsBot.Web.Access;

/// <summary>Counts what agents ask, by address: of the requests that a session of theirs needs, few are questions.</summary>
internal sealed class AgentQuestions : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        context => WebLimits.Partition(context, nameof(AgentQuestions), options => options.QuestionsPerMinute));

    /// <summary>Counts one question; whether it is within the limit.</summary>
    public bool MayAsk(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
