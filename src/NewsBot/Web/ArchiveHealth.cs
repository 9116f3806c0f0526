using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Archive;
using NewsBot.Hosting;

namespace NewsBot.Web;

/// <summary>Whether the archive can be read.</summary>
internal sealed class ArchiveHealth(IArticleStore store) : IHealthCheck
{
    /// <summary>The tag of checks that say whether the service can do its work just now.</summary>
    public const string Tag = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.GetLastSequenceAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreException failure)
        {
            return HealthCheckResult.Unhealthy(failure.Message);
        }
    }
}
