using System.CommandLine;
using NewsBot.Core.Display;
using NewsBot.Sources.Feeds;

namespace NewsBot.Cli;

/// <summary>The feed that a command is about.</summary>
internal sealed class FeedsTarget(FeedRegistry registry, IFeedStore feeds, TimeProvider time)
{
    /// <summary>The argument that names it.</summary>
    public static Argument<string> Argument() => new("FEED") { Description = "Its number, as 'feeds list' shows it, or its address." };

    /// <summary>Does something to the feed that was named, and says so; a sentence says when no such feed is followed.</summary>
    /// <param name="context">The command's.</param>
    /// <param name="given">As it was typed.</param>
    /// <param name="action">Acts on the feed with a number; gives false when the feed is gone meanwhile.</param>
    /// <param name="done">What to say before the feed's name.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> ActAsync(
        CommandContext context, string given, Func<FeedsTarget, long, Task<bool>> action, string done, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(given, cancellationToken) is not { } feed
            || !await action(this, feed.Settings.Id))
        {
            await context.Error.WriteLineAsync($"No feed '{DisplayText.Line(given)}' is followed; newsbot feeds list shows those that are.");
            return ExitCode.Failed;
        }

        await context.Output.WriteLineAsync($"{done}: {DisplayText.Line(feed.Settings.Name)}");
        return ExitCode.Done;
    }

    /// <summary>Follows a feed no longer.</summary>
    public Task<bool> RemoveAsync(long feedId, CancellationToken cancellationToken) => registry.RemoveAsync(feedId, cancellationToken);

    /// <summary>Pauses a feed, or resumes it now.</summary>
    public Task<bool> SetPausedAsync(long feedId, bool isPaused, CancellationToken cancellationToken) =>
        feeds.SetPausedAsync(feedId, isPaused, time.GetUtcNow(), cancellationToken);
}
