using NewsBot.Sources.Drafts;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Ingest;

/// <summary>Takes a feed that is not followed, a file or fetched once, for the articles that it holds itself.</summary>
internal static class FeedArticles
{
    /// <summary>An article an item that has text; a feed that broke off is a rejection at the end.</summary>
    public static IEnumerable<ReadResult> Of(FeedReadResult.Found found, ArticleOrigin origin, CancellationToken cancellationToken)
    {
        // Known by the same ids as when the feed is followed, so that each article is stored once.
        var feed = new FeedSettings(Id: 0, origin.Address?.AbsoluteUri ?? "") { FullText = FullTextMode.Never };
        var entries = new FeedEntries(feed, found.Feed, origin.ReadAt) { MostItems = int.MaxValue }.Read(new Dictionary<string, SeenItem>(), cancellationToken);
        foreach (var entry in entries)
        {
            if (entry.Article is { } article)
                yield return new ReadResult.Found(article);
        }

        if (found.Problem is { } problem)
            yield return new ReadResult.Rejected(origin.Name, null, problem);
        else if (entries.Count == 0)
            yield return new ReadResult.Rejected(origin.Name, null, "is a feed without any item that has text");
    }
}
