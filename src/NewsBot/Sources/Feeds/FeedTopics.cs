namespace NewsBot.Sources.Feeds;

/// <summary>The categories of an item: each once, in the order of the text.</summary>
internal sealed class FeedTopics
{
    private const int MaxCount = 200;

    private readonly List<string> all = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The categories.</summary>
    public IReadOnlyList<string> All => all;

    /// <summary>Takes an element 'category' of any vocabulary: Atom's term or else its label, a podcast's text, RSS's own text.</summary>
    public void Take(MarkupNode category)
    {
        Add(category.Attribute("term") ?? category.Attribute("text") ?? ElementText.Plain(category) ?? category.Attribute("label"));
        foreach (var inner in category.Elements)
        {
            if (inner.Namespace == FeedNamespace.Itunes)
                Add(inner.Attribute("text"));
        }
    }

    /// <summary>Takes words with commas between them.</summary>
    public void TakeList(string? words)
    {
        foreach (var word in (words ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            Add(word);
    }

    /// <summary>Takes a category; null or blank changes nothing.</summary>
    public void Add(string? category)
    {
        if (ElementText.Finish(category, ElementText.MaxLineLength) is { } text && all.Count < MaxCount && seen.Add(text))
            all.Add(text);
    }
}
