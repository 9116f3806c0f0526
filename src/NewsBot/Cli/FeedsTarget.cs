using System.CommandLine;
using NewsBot.Core.Display;
using NewsBot.Sources.Feeds;

namespace NewsBot.Cli;

/// <summary>The feed that a command is about.</summary>
internal static class FeedsTarget
{
    /// <summary>The argument that names it.</summary>
    public static Argument<string> Argument() => new("FEED") { Description = "Its number, as 'feeds list' shows it, or its address." };

    /// <summary>Does something to the feed that was named, and says so; one that is not followed is told in a sentence.</summary>
    /// <param name="context">The command's.</param>
    /// <param name="given">As it was typed.</param>
    /// <param name="action">False when the feed is gone meanwhile.</param>
    /// <param name="done">What to say before the feed's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> ActAsync(
        CommandContext context, string given, Func<IFeedStore, long, Task<bool>> action, string done, CancellationToken cancellationToken)
    {
        if (await context.Services.GetRequiredService<IFeedDesk>().FindAsync(given, cancellationToken) is not { } feed
            || !await action(context.Services.GetRequiredService<IFeedStore>(), feed.Subscription.Id))
        {
            await context.Error.WriteLineAsync($"No feed '{DisplayText.Line(given)}' is followed; newsbot feeds list shows those that are.");
            return ExitCode.Failed;
        }

        await context.Output.WriteLineAsync($"{done}: {DisplayText.Line(feed.Subscription.Name)}");
        return ExitCode.Done;
    }
}
