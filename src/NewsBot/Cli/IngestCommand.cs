using System.CommandLine;
using NewsBot.Sources.Ingest;

namespace NewsBot.Cli;

/// <summary><c>newsbot ingest PATH...</c>: takes articles out of files and from addresses into the archive.</summary>
internal sealed class IngestCommand(ArticleIngestor ingestor, ArchiveOpening archive, TimeProvider time)
{
    public static Command Create(CommandHost host)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders or addresses: .txt, .md, .html, .json, .jsonl, .jsonl.gz, pages, feeds.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new VerbCommand(
            "ingest",
            "Takes articles into the archive, each once.",
            "newsbot ingest article.txt",
            "newsbot ingest https://news.example/feed.xml",
            "newsbot ingest news/ archive.jsonl.gz")
        {
            paths,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<IngestCommand>(
            parsed, (work, context, token) => work.RunAsync(context, parsed.GetValue(paths) ?? [], token), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, string[] paths, CancellationToken cancellationToken)
    {
        var counts = await IngestDisplay.ShowAsync(
            context,
            time,
            (progress, rejected) => ingestor.IngestAsync(paths, progress, rejected, cancellationToken));

        try
        {
            if (!cancellationToken.IsCancellationRequested)
                await archive.IndexAsync(context, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The counts are still owed; whoever opens the archive next brings its index up to it.
        }

        if (cancellationToken.IsCancellationRequested)
            await context.Error.WriteLineAsync("Stopped before the end; what is counted here is stored. Run the command again for the rest.");
        await context.Output.WriteLineAsync(counts.ToString());
        return counts.Stored > 0 && !cancellationToken.IsCancellationRequested ? ExitCode.Done : ExitCode.Failed;
    }
}
