namespace NewsBot.Models.Local;

/// <summary>Loads the reader before the service takes questions; a model that cannot be loaded stops the start with a sentence.</summary>
internal sealed class LocalModelLoading(LocalReader? reader = null) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        reader?.Load();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
