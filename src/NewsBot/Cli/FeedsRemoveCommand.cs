using System.CommandLine;
using NewsBot.Sources.Feeds;

namespace NewsBot.Cli;

/// <summary><c>newsbot feeds remove FEED</c>: follows a feed no longer.</summary>
internal static class FeedsRemoveCommand
{
    public static Command Create(CommandHost host)
    {
        var feed = FeedsTarget.Argument();
        var command = new VerbCommand("remove", "Follows a feed no longer; its articles stay.", "newsbot feeds remove 3", "newsbot feeds remove https://example.org/feed.xml")
        {
            feed,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<FeedsTarget>(
            parsed,
            (target, context, token) => target.ActAsync(context, parsed.GetValue(feed)!, (feeds, id) => feeds.RemoveAsync(id, token), "Followed no longer", token),
            cancellationToken));
        return command;
    }
}
