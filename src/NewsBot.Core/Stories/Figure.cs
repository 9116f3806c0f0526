using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>A number in an article with what it counts.</summary>
/// <param name="Sentence">The sentence that says it.</param>
/// <param name="Words">The number with the words that make it loose: '12', 'at least 12', 'more than 2,000'.</param>
/// <param name="Subject">What is counted, comparable: 'dead', 'dead child', 'injured'.</param>
internal sealed record Figure(ArchivedArticle Article, TextSpan Sentence, TextSpan Words, double Value, string Subject)
{
    /// <summary>Whether the article says that the number is not exact, other than by 'at least'.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Whether it is a lower bound: 'at least 12'.</summary>
    public bool IsLeast { get; init; }

    /// <summary>The stretch of time that the number is said to cover, in the article's words: 'since Monday'; empty when none is named.</summary>
    public string Period { get; init; } = "";

    /// <summary>The places and peoples of the sentence, lower case, the nearest to the number first.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>When it was published.</summary>
    public DateTimeOffset Time => Article.Article.PublishedAt!.Value;
}
