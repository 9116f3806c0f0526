using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram;

/// <summary>Whether updates arrive and messages are sent.</summary>
internal sealed class TelegramHealth(BotSession session, SendingHealth sending) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        !session.IsReceiving ? HealthCheckResult.Degraded("No updates can be received from Telegram just now.")
        : sending.Problem is { } problem ? HealthCheckResult.Degraded($"No messages can be sent to Telegram just now: {problem}")
        : HealthCheckResult.Healthy());
}
