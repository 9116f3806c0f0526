using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Web.Pages;

/// <summary>An article with all that its page tells of it.</summary>
/// <param name="Shown">The revision that is shown.</param>
/// <param name="Current">The current one; null when the article was removed.</param>
/// <param name="StoredAt">When the shown one came in; null when that is not known.</param>
/// <param name="Marked">The sentences to highlight, in order and apart.</param>
/// <param name="Changes">The sentences that changed.</param>
/// <param name="Copies">The same text at other outlets.</param>
/// <param name="Story">Other articles of the same story.</param>
internal sealed record ReadArticle(
    ArticleRevision Shown,
    ArticleRevision? Current,
    DateTimeOffset? StoredAt,
    IReadOnlyList<TextSpan> Marked,
    IReadOnlyList<SentenceChange> Changes,
    IReadOnlyList<Article> Copies,
    IReadOnlyList<Article> Story);
