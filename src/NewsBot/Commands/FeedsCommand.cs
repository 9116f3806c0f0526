using System.CommandLine;

namespace NewsBot.Commands;

/// <summary><c>newsbot feeds</c>: the feeds that are followed, and what a feed says; a command below it each.</summary>
internal static class FeedsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandHost host) => new("feeds", "Shows and changes the feeds that are followed.")
    {
        FeedsListCommand.Create(host),
        FeedsAddCommand.Create(host),
        FeedsRemoveCommand.Create(host),
        FeedsPauseCommand.Create(host),
        FeedsPauseCommand.CreateResume(host),
        FeedsImportCommand.Create(host),
        FeedsExportCommand.Create(host),
        FeedsShowCommand.Create(host),
    };
}
