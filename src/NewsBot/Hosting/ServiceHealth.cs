using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsBot.Hosting;

/// <summary>The problems of the work in the background, such as feeds and summaries; '/health' shows them.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class ServiceHealth : IHealthCheck
{
    private readonly ConcurrentDictionary<string, string> problems = new(StringComparer.Ordinal);

    /// <summary>Notes how a part is.</summary>
    /// <param name="part">The same words each time.</param>
    /// <param name="problem">One sentence; null when all is well.</param>
    /// <returns>Whether there was no problem before and there is one now, so that the log gets one line.</returns>
    public bool Set(string part, string? problem)
    {
        if (problem is null)
        {
            problems.TryRemove(part, out _);
            return false;
        }

        var isNew = problems.TryAdd(part, problem);
        problems[part] = problem;
        return isNew;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        problems.IsEmpty ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', problems.Values.Order(StringComparer.Ordinal))));
}
