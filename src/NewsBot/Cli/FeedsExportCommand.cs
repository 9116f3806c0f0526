using System.CommandLine;
using NewsBot.Sources.Feeds;

namespace NewsBot.Cli;

/// <summary><c>newsbot feeds export [FILE]</c>: writes the feeds that are followed as OPML.</summary>
internal sealed class FeedsExportCommand(IFeedStore store)
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string?>("FILE") { Description = "Where to write; standard output when it is left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new VerbCommand(
            "export", "Writes the feeds that are followed as OPML, for import here or elsewhere.", "newsbot feeds export", "newsbot feeds export feeds.opml")
        {
            file,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<FeedsExportCommand>(
            parsed, (work, context, token) => work.RunAsync(context, parsed.GetValue(file), token), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, string? path, CancellationToken cancellationToken)
    {
        if (OutFile.FindProblem(path) is { } problem)
        {
            await context.Error.WriteLineAsync(problem);
            return ExitCode.Failed;
        }

        var feeds = await store.ReadAllAsync(cancellationToken);
        await using var writer = path is null ? null : new StreamWriter(path);
        Opml.Write(feeds.Select(feed => feed.Settings), writer ?? context.Output);
        return ExitCode.Done;
    }
}
