using System.CommandLine;

namespace NewsBot.Cli;

/// <summary><c>newsbot feeds</c>: the feeds that are followed; a command each below it.</summary>
internal static class FeedsCommand
{
    public static Command Create(CommandHost host) =>
        new VerbCommand("feeds", "Shows and changes the feeds that are followed.", "newsbot feeds list", "newsbot feeds add https://example.org/feed.xml")
        {
            FeedsListCommand.Create(host),
            FeedsShowCommand.Create(host),
            FeedsAddCommand.Create(host),
            FeedsRemoveCommand.Create(host),
            FeedsPauseCommand.Create(host),
            FeedsPauseCommand.CreateResume(host),
            FeedsImportCommand.Create(host),
            FeedsExportCommand.Create(host),
        };
}
