using NewsBot.Core.Answers;

namespace NewsBot.Core.Digests;

/// <summary>The news of a window of time: stories, each with the sentences that prove it.</summary>
/// <param name="From">The start of the window, exclusive, UTC.</param>
/// <param name="To">Its end, inclusive, UTC.</param>
public sealed record Digest(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How many articles it was made of: all of the window that the topics let through.</summary>
    public int ArticleCount { get; init; }

    /// <summary>How many outlets those come from.</summary>
    public int OutletCount { get; init; }

    /// <summary>Most important first; empty when there is nothing new to tell.</summary>
    public IReadOnlyList<DigestStory> Stories { get; init; } = [];

    /// <summary>Everything that the sentences rest on, by number from 1 through the whole digest.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}
