namespace NewsBot.Sources.Drafts;

/// <summary>Where something that may hold articles comes from.</summary>
/// <param name="Name">The file as it was named or found, or the address as it was given.</param>
/// <param name="ReadAt">When it was read, UTC.</param>
internal sealed record ArticleOrigin(string Name, DateTimeOffset ReadAt)
{
    /// <summary>Where it was fetched from in the end; null for a file.</summary>
    public Uri? Address { get; init; }

    /// <summary>The value of the header Content-Type; null when there was none, as for a file.</summary>
    public string? ContentType { get; init; }
}
