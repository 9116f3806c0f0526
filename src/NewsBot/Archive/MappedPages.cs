using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Lets go of what was read of mapped files, so that only what questions read of late counts as this process's memory.</summary>
/// <remarks>A merge reads the whole index, and nothing else would give its pages back while the machine has room. A page that is read again costs a microsecond.</remarks>
internal sealed class MappedPages : IPeriodicWork
{
    public string Name => "Letting go of pages of files";

    public string? Lease => null;

    public TimeSpan Interval => TimeSpan.FromSeconds(20);

    public Task StepAsync(CancellationToken cancellationToken)
    {
        MappedBytes.LetGoOfAll();
        return Task.CompletedTask;
    }
}
