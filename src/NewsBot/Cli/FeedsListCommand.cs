using System.CommandLine;
using NewsBot.Sources.Feeds;

namespace NewsBot.Cli;

/// <summary><c>newsbot feeds list</c>: the feeds that are followed, and how each fares.</summary>
internal sealed class FeedsListCommand(IFeedStore store, TimeProvider time)
{
    public static Command Create(CommandHost host)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object a feed, one a line." };
        var command = new VerbCommand("list", "Lists the feeds that are followed, and how each fares.", "newsbot feeds list", "newsbot feeds list --json")
        {
            json,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<FeedsListCommand>(
            parsed, (work, context, token) => work.RunAsync(context, parsed.GetValue(json), token), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, bool json, CancellationToken cancellationToken)
    {
        var feeds = await store.ReadAllAsync(cancellationToken);
        if (json)
        {
            foreach (var feed in feeds)
                await context.Output.WriteLineAsync(FollowedFeedJson.From(feed).Write());
        }
        else
        {
            FeedsView.Write(CommandConsole.For(context.Output), feeds, time.GetUtcNow());
        }

        return ExitCode.Done;
    }
}
