using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Drafts;

/// <summary>The parts of an article as they stand in the source; <see cref="Finish"/> checks and completes it.</summary>
internal sealed class ArticleDraft
{
    /// <summary>Longest text taken, in UTF-16 units.</summary>
    public const int MaxBodyChars = 2_000_000;

    private const int MaxIdChars = 200;
    private const int MaxMetadataChars = 512;
    private const int MaxLanguageChars = 35;

    /// <summary>As given; null or blank when none was.</summary>
    public string? Id { get; set; }

    /// <inheritdoc cref="Id"/>
    public string? Url { get; set; }

    /// <inheritdoc cref="Id"/>
    public string? Title { get; set; }

    /// <inheritdoc cref="Id"/>
    public string? Source { get; set; }

    /// <inheritdoc cref="Id"/>
    public string? Author { get; set; }

    /// <summary>Null when not given or not readable.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <inheritdoc cref="Id"/>
    public string? Language { get; set; }

    /// <summary>The text as given; null when the source has none. The article gets it without the marks of notes.</summary>
    public string? Body { get; set; }

    /// <summary>The article, or the reason why this is not one.</summary>
    /// <param name="file">The file as it was named or found.</param>
    /// <param name="line">1-based line of the record; null when the file is the record.</param>
    public ReadResult Finish(string file, int? line)
    {
        if (Body is not { } body)
            return new ReadResult.Rejected(file, line, "has no body");
        if (string.IsNullOrWhiteSpace(body))
            return new ReadResult.Rejected(file, line, "its text is blank");
        if (body.Length > MaxBodyChars)
            return new ReadResult.Rejected(file, line, $"its text has {body.Length:N0} characters; at most {MaxBodyChars:N0} are taken");
        if (body.Contains('\0', StringComparison.Ordinal))
            return new ReadResult.Rejected(file, line, "looks like binary, not text");

        body = NoteMarks.Cut(body);
        var url = Address(Url);
        var id = OneLine(Id, MaxIdChars + 1);
        if (id is null || id.Length > MaxIdChars)
        {
            var canonical = url is null ? null : CanonicalUrl.From(url);
            id = ArticleId.From(canonical, canonical is null ? ContentHash.Of(body) : "");
        }

        return new ReadResult.Found(new Article
        {
            Id = id,
            Title = ArticleTitle.From(OneLine(Title, ArticleTitle.MaxGivenChars * 2), body),
            Url = url,
            Source = OneLine(Source, MaxMetadataChars),
            Author = OneLine(Author, MaxMetadataChars),
            PublishedAt = PublishedAt,
            Language = OneLine(Language, MaxLanguageChars),
            FileName = url is null ? OneLine(Path.GetFileName(file), MaxMetadataChars) : null,
            Body = body,
        });
    }

    private static string? Address(string? given) =>
        OneLine(given, CanonicalUrl.MaxChars + 1) is { } url && CanonicalUrl.From(url) is not null ? CanonicalUrl.WithoutUser(url) : null;

    /// <summary>One line without control characters, cut at <paramref name="maxChars"/>; null when nothing is left.</summary>
    private static string? OneLine(string? text, int maxChars)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var line = new StringBuilder(Math.Min(text.Length, maxChars));
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                space = line.Length > 0;
                continue;
            }

            if (line.Length + (space ? 2 : 1) > maxChars)
                break;
            if (space)
                line.Append(' ');
            space = false;
            line.Append(c);
        }

        if (line.Length > 0 && char.IsHighSurrogate(line[^1]))
            line.Length--;
        return line.Length > 0 ? line.ToString() : null;
    }
}

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
