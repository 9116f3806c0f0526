using System.CommandLine;
using NewsBot.Core.Display;
using NewsBot.Sources.Feeds;

namespace NewsBot.Cli;

/// <summary>The feed that a command is about.</summary>
internal sealed class FeedsTarget(IFeedDesk desk, IFeedStore feeds, TimeProvider time)
{
    /// <summary>The argument that names it.</summary>
    public static Argument<string> Argument() => new("FEED") { Description = "Its number, as 'feeds list' shows it, or its address." };

    /// <summary>Does something to the feed that was named, and says so; a sentence says when no such feed is followed.</summary>
    /// <param name="context">The command's.</param>
    /// <param name="given">As it was typed.</param>
    /// <param name="action">Takes the store, the feed's number and the time; gives false when the feed is gone meanwhile.</param>
    /// <param name="done">What to say before the feed's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> ActAsync(
        CommandContext context, string given, Func<IFeedStore, long, DateTimeOffset, Task<bool>> action, string done, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(given, cancellationToken) is not { } feed
            || !await action(feeds, feed.Subscription.Id, time.GetUtcNow()))
        {
            await context.Error.WriteLineAsync($"No feed '{DisplayText.Line(given)}' is followed; newsbot feeds list shows those that are.");
            return ExitCode.Failed;
        }

        await context.Output.WriteLineAsync($"{done}: {DisplayText.Line(feed.Subscription.Name)}");
        return ExitCode.Done;
    }
}
