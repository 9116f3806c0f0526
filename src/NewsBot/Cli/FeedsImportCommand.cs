using System.CommandLine;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Reading;

namespace NewsBot.Cli;

/// <summary><c>newsbot feeds import FILE.opml</c>: follows the feeds of a list.</summary>
internal sealed class FeedsImportCommand(IFeedStore store, TimeProvider time)
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("FILE.opml") { Description = "An OPML file, as readers of feeds export it." };
        var command = new VerbCommand(
            "import", "Follows the feeds of an OPML file, in its folders; those followed already stay as they are.", "newsbot feeds import subscriptions.opml")
        {
            file,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<FeedsImportCommand>(
            parsed, (work, context, token) => work.RunAsync(context, parsed.GetValue(file)!, token), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, string path, CancellationToken cancellationToken)
    {
        if (FindProblem(path) is { } problem)
        {
            await context.Error.WriteLineAsync($"{path}: {problem}");
            return ExitCode.Failed;
        }

        OpmlDocument document;
        await using (var file = SourceFile.OpenRead(path))
            document = Opml.Read(file);
        var now = time.GetUtcNow();

        // All at once: the store commits them together.
        var added = await Task.WhenAll(document.Feeds.Select(feed => store.AddAsync(feed.Feed, now, cancellationToken)));
        foreach (var fault in document.Problems)
            await context.Error.WriteLineAsync(fault.Line > 0 ? $"{path}:{fault.Line}: {fault.Reason}" : $"{path}: {fault.Reason}");
        var isNew = added.Count(one => one.IsNew);
        await context.Output.WriteLineAsync($"added {isNew}, followed before {added.Length - isNew}, rejected {document.Problems.Count}");
        return document.Feeds.Count > 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static string? FindProblem(string path)
    {
        if (Directory.Exists(path))
            return "is a folder; import takes an OPML file";
        if (!File.Exists(path))
            return "there is no such file";
        return new FileInfo(path).Length > Opml.MaxBytes ? $"is larger than {Opml.MaxBytes:N0} bytes" : null;
    }
}
