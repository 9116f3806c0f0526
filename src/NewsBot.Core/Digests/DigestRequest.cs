namespace NewsBot.Core.Digests;

/// <summary>The order for a digest.</summary>
/// <param name="From">The start of the window, exclusive, UTC: articles that were published, or that reached the archive, after it count.</param>
/// <param name="To">Its end, inclusive, UTC; later than <paramref name="From"/>.</param>
public sealed record DigestRequest(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How many stories at most, 1 to 20.</summary>
    public int MaxStories { get; init; } = 5;

    /// <summary>Words, names, outlets and feed folders; a story is about one of them, or any when there is none.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The same; a story about one of them is left out.</summary>
    public IReadOnlyList<string> Mutes { get; init; } = [];

    /// <summary>Two-letter code of the articles' language; null for any. Articles without a language count as any.</summary>
    public string? Language { get; init; }

    /// <summary>The ids of all articles of the stories in earlier digests; such a story returns only with something new, marked so.</summary>
    public IReadOnlySet<string> Told { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
