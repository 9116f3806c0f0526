using NewsBot.Archive;
using NewsBot.Sources.Ingest;

namespace NewsBot.Cli;

/// <summary>Makes the archive ready for questions.</summary>
internal sealed class ArchiveOpening(
    IArticleStore store, ArchiveIndex index, ArticleIngestor ingestor, TimeProvider time, ArchiveVectors? vectors = null)
{
    /// <summary>Brings the index up to the archive; an empty archive takes in the seeds first, and says so.</summary>
    public async Task OpenAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await FillAsync(context, cancellationToken);
        await IndexAsync(context, cancellationToken);
    }

    /// <summary>An empty archive takes in the seeds, and says so.</summary>
    public async Task FillAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (await store.GetLastSequenceAsync(cancellationToken) == 0)
            await TakeSeedsAsync(context, cancellationToken);
    }

    /// <summary>Brings the index up to the archive; a long work shows its progress.</summary>
    public async Task IndexAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (isTerminal, interval) = (context.ErrorIsTerminal, context.ErrorIsTerminal ? IngestDisplay.RedrawInterval : IngestDisplay.LineInterval);
        var said = time.GetTimestamp();
        var shown = "";
        try
        {
            await index.UpdateAsync(
                (done, of) =>
                {
                    if (time.GetElapsedTime(said) < interval)
                        return;
                    said = time.GetTimestamp();
                    shown = $"indexing: {done:N0} of {of:N0} articles";
                    if (isTerminal)
                        context.Error.Write("\r" + shown);
                    else
                        context.Tell(shown);
                },
                cancellationToken);
            if (vectors is not null)
                await vectors.UpdateAsync(cancellationToken);
        }
        finally
        {
            // On a terminal the line is drawn over, and cleared at the end.
            if (isTerminal && shown.Length > 0)
                await context.Error.WriteAsync($"\r{new string(' ', shown.Length)}\r");
        }
    }

    private async Task TakeSeedsAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "seeds");
        if (!Directory.Exists(folder))
            return;
        var counts = await ingestor.IngestAsync([folder], progress: null, rejected => context.Tell(rejected.ToString(), LogLevel.Warning), cancellationToken);
        // None when another process that began at the same time has taken them in.
        if (counts.Added == 0)
            return;
        context.Tell(
            $"The archive is empty, so the {counts.Added} articles of seeds/ were taken in. Bring your own with: newsbot ingest PATH");
    }
}
