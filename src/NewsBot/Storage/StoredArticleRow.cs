using NewsBot.Core.Articles;

namespace NewsBot.Storage;

/// <summary>A row of the tables 'revisions' and 'articles'; a column that the statement does not select keeps its default. Instants are seconds since 1970.</summary>
internal sealed record StoredArticleRow
{
    /// <summary>The columns of <see cref="ToRevision"/>, of the tables 'revisions' as r and 'articles' as a.</summary>
    public const string Columns = "r.revision_id, r.number, a.public_id, r.title, r.url, r.source, r.author, r.published_at, r.language, r.file_name, r.body";

    public long ArticleKey { get; init; }

    public string? CanonicalUrl { get; init; }

    public string PublicId { get; init; } = "";

    public long FirstSeen { get; init; }

    public long RevisionId { get; init; }

    public int Number { get; init; }

    public string ContentHash { get; init; } = "";

    public string Title { get; init; } = "";

    public string? Url { get; init; }

    public string? Source { get; init; }

    public string? Author { get; init; }

    public long? PublishedAt { get; init; }

    public string? Language { get; init; }

    public string? FileName { get; init; }

    public long IngestedAt { get; init; }

    public string Body { get; init; } = "";

    /// <summary>The article in the state of this revision.</summary>
    public Article ToArticle() => new()
    {
        Id = PublicId,
        Title = Title,
        Url = Url,
        Source = Source,
        Author = Author,
        PublishedAt = PublishedAt is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
        Language = Language,
        FileName = FileName,
        Body = Body,
    };

    public ArticleRevision ToRevision() => new(RevisionId, Number, ToArticle());
}
