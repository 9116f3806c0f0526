using NewsBot.Sources.Feeds;

namespace NewsBot.Telegram.Layout;

/// <summary>What the bot says to its administrators about feeds, in one language. Reasons are given as they are known, in English.</summary>
internal abstract class FeedTexts
{
    /// <summary>No feeds are followed, and how to follow one.</summary>
    public abstract string None { get; }

    /// <summary>How the command is used.</summary>
    public abstract string How { get; }

    /// <summary>The title above the list, and how many of the feeds fail.</summary>
    public abstract string Title(int feeds, int failing);

    /// <summary>How a feed fares, on one line.</summary>
    public abstract string Describe(FollowedFeed feed, DateTimeOffset now);

    /// <summary>What the list leaves out.</summary>
    public abstract string More(int count);

    /// <summary>A feed is followed now.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="number">Its number.</param>
    /// <param name="site">The page that names it; null when it was named itself.</param>
    public abstract string Added(string name, long number, string? site);

    /// <summary>A feed was followed before.</summary>
    public abstract string Followed(string name, long number);

    /// <summary>A feed cannot be followed, and why.</summary>
    public abstract string Refused(string reason);

    /// <summary>No such feed is followed.</summary>
    public abstract string NotFound(string given);

    /// <summary>A feed is followed no longer.</summary>
    public abstract string Removed(string name);

    /// <summary>A feed is left alone for now.</summary>
    public abstract string Paused(string name);

    /// <summary>Says that a feed is polled again.</summary>
    public abstract string Resumed(string name);

    /// <summary>The title above feeds that have failed for a day.</summary>
    public abstract string FailingTitle(int count);

    /// <summary>The title above feeds that are back.</summary>
    public abstract string BackTitle(int count);
}
