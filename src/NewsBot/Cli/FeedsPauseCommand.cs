using System.CommandLine;

namespace NewsBot.Cli;

/// <summary><c>newsbot feeds pause FEED</c> and <c>newsbot feeds resume FEED</c>.</summary>
internal static class FeedsPauseCommand
{
    /// <summary>The command that leaves a feed alone for now.</summary>
    public static Command Create(CommandHost host) => Create(
        host, "pause", "Leaves a feed alone until it is resumed.", isPaused: true, "Paused");

    /// <summary>The command that takes a feed up again.</summary>
    public static Command CreateResume(CommandHost host) => Create(
        host, "resume", "Takes up a feed that was paused, or was gone; it is fetched at once.", isPaused: false, "Followed again");

    private static VerbCommand Create(CommandHost host, string name, string description, bool isPaused, string done)
    {
        var feed = FeedsTarget.Argument();
        var command = new VerbCommand(name, description, $"newsbot feeds {name} 3", $"newsbot feeds {name} https://example.org/feed.xml")
        {
            feed,
        };
        command.SetAction((parsed, cancellationToken) => host.RunAsync<FeedsTarget>(
            parsed,
            (target, context, token) => target.ActAsync(context, parsed.GetValue(feed)!, (feeds, id) => feeds.SetPausedAsync(id, isPaused, token), done, token),
            cancellationToken));
        return command;
    }
}
