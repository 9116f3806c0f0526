using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Core.Articles;

namespace NewsBot.Json;

/// <summary>An article of the archive; the names are those of <c>ask --json</c>.</summary>
/// <param name="Revision">1 for the first state of the article, then 2, 3, …</param>
/// <param name="Text">The whole text; the offsets of citations count its UTF-16 units.</param>
internal sealed record ArchivedArticleJson(
    string ArticleId,
    string Title,
    string? Url,
    [property: JsonPropertyName("source")] string? Outlet,
    string? Author,
    string? PublishedAt,
    string? Language,
    int Revision,
    string Text)
{
    /// <summary>The form of a revision.</summary>
    public static ArchivedArticleJson From(ArticleRevision revision)
    {
        var article = revision.Article;
        return new ArchivedArticleJson(
            article.Id, article.Title, article.Url, article.Source, article.Author, AnswerJson.WriteDate(article.PublishedAt), article.Language, revision.Number, article.Body);
    }

    /// <summary>One line of JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, PrintedJson.Readable.ArchivedArticleJson);
}
