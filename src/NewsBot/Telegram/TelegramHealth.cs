using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram;

/// <summary>Whether updates arrive.</summary>
internal sealed class TelegramHealth(BotSession session) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        session.IsReceiving ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("No updates can be received from Telegram just now."));
}
