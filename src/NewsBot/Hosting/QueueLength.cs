using System.Diagnostics.Metrics;

namespace NewsBot.Hosting;

/// <summary>A queue whose length is measured.</summary>
/// <param name="Queue">What waits in it, in one word.</param>
/// <param name="Read">The length just now; safe to call at any time.</param>
internal sealed record QueueLength(string Queue, Func<int> Read);

/// <summary>Measures the queues of one service, from its start to its end.</summary>
internal sealed class QueueMeter(IEnumerable<QueueLength> queues) : IHostedService, IDisposable
{
    private readonly Meter meter = new(Instruments.Name);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var all = queues.ToList();
        meter.CreateObservableGauge(
            "newsbot.queue.length",
            () => all.Select(queue => new Measurement<long>(queue.Read(), new KeyValuePair<string, object?>("newsbot.queue", queue.Queue))),
            "{item}",
            "What waits or is being worked on.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => meter.Dispose();
}
