using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Answering;

/// <summary>Chooses the passages that a language model writes from.</summary>
internal static class PassageChoice
{
    /// <summary>The most passages chosen.</summary>
    public const int MaxPassages = 16;

    /// <summary>The most passages of one article, its beginning among them.</summary>
    public const int MaxOfArticle = 3;

    /// <summary>How many candidates are looked at.</summary>
    public const int MaxCandidates = 48;

    /// <summary>More of an article than its beginning passage needs.</summary>
    private const int LeadChars = 2_000;

    /// <summary>Chooses.</summary>
    /// <param name="candidates">Best first, each once.</param>
    /// <param name="isNewestFirst">Whether newer articles stand first; otherwise the article of the best candidate does.</param>
    /// <returns>By article; the passages of one article stand in the order of its text, its beginning first.</returns>
    public static IReadOnlyList<(ArticleRevision Revision, TextSpan Span)> Of(IReadOnlyList<(ArticleRevision Revision, TextSpan Span)> candidates, bool isNewestFirst)
    {
        var articles = new List<(ArticleRevision Revision, List<TextSpan> Spans)>();
        var count = 0;
        foreach (var (revision, span) in candidates)
        {
            if (count == MaxPassages)
                break;
            var article = articles.Find(other => other.Revision.RevisionId == revision.RevisionId);
            if (article.Spans is null)
            {
                // Room for the beginning and the passage found; the one that overlaps the beginning takes its place.
                List<TextSpan> added = span.Start > 0 && LeadOf(revision.Article.Body) is var lead && !lead.Overlaps(span) ? [lead, span] : [span];
                if (count + added.Count > MaxPassages)
                    continue;
                articles.Add((revision, added));
                count += added.Count;
            }
            else if (article.Spans.Count < MaxOfArticle && !article.Spans.Exists(other => other.Overlaps(span)))
            {
                article.Spans.Add(span);
                count++;
            }
        }

        var ordered = isNewestFirst ? articles.OrderByDescending(article => article.Revision.Article.PublishedAt ?? DateTimeOffset.MinValue) : articles.AsEnumerable();
        return [.. ordered.SelectMany(article => article.Spans.OrderBy(span => span.Start).Select(span => (article.Revision, span)))];
    }

    /// <summary>The first passage of a text, cut as the index cuts it.</summary>
    private static TextSpan LeadOf(string body)
    {
        var start = body.Length <= LeadChars ? body : body[..LeadChars];
        return PassageSplitter.Split(start, SentenceSplitter.Split(start)) is [var first, ..] ? first : new TextSpan(0, start.Length);
    }
}
