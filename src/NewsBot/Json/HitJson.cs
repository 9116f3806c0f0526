using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Core.Answers;
using NewsBot.Core.Retrieval;

namespace NewsBot.Json;

/// <summary>What <c>search --json</c> prints, a line a hit; the names are those of <c>ask --json</c>.</summary>
/// <param name="Text">The article's text from <c>Start</c> to <c>End</c> in UTF-16 units.</param>
/// <param name="Score">Larger is better; comparable only within one search.</param>
internal sealed record HitJson(
    string ArticleId,
    string Title,
    string? Url,
    [property: JsonPropertyName("source")] string? Outlet,
    string? PublishedAt,
    string Text,
    int Start,
    int End,
    string? Link,
    double Score)
{
    /// <summary>The contract's form of a hit.</summary>
    public static HitJson From(SearchHit hit)
    {
        var article = hit.Revision.Article;
        return new HitJson(
            article.Id,
            article.Title,
            article.Url,
            article.Source,
            AnswerJson.WriteDate(article.PublishedAt),
            hit.Passage.In(article.Body),
            hit.Passage.Start,
            hit.Passage.End,
            TextFragmentLink.For(article.Url, article.Body, hit.Passage),
            Math.Round(hit.Score, 4));
    }

    /// <summary>One line of JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, PrintedJson.Readable.HitJson);
}
