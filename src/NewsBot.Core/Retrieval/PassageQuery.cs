namespace NewsBot.Core.Retrieval;

/// <summary>A query to the passage index: weighted terms, and the weights of an article's date and outlet.</summary>
public sealed record PassageQuery
{
    /// <summary>Stemmed terms, each once; may be empty.</summary>
    public required IReadOnlyList<WeightedTerm> Terms { get; init; }

    /// <summary>The instant that the recency prior counts from; null for no prior.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The weight of a fresh article, as a share of the sum of the terms' weights; 0 for no prior.</summary>
    public double RecencyWeight { get; init; }

    /// <summary>Only articles published from here on; null for no bound. Undated articles are outside it, and outside of <see cref="To"/>.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only articles published up to here, included; null for no bound.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>No article published after this instant; null for no bound. Unlike <see cref="To"/>, it keeps undated articles.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only passages of these revisions; null for all.</summary>
    public IReadOnlySet<long>? RevisionIds { get; init; }

    /// <summary>Whether an outlet was asked for, by its name as stored; null when none was.</summary>
    public Func<string, bool>? IsWantedOutlet { get; init; }

    /// <summary>The weight of a wanted outlet, as a share of the sum of the terms' weights.</summary>
    public double OutletWeight { get; init; }

    /// <summary>How many passages to return at most.</summary>
    public int Count { get; init; } = 300;
}

/// <summary>A term of a query.</summary>
/// <param name="Text">Folded and stemmed.</param>
/// <param name="Weight">Above 0, dimensionless: 1 for a plain word, more for a name; rarity comes on top.</param>
public readonly record struct WeightedTerm(string Text, double Weight);
