using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Web.Access;

namespace NewsBot.Web.Pages;

/// <summary>A question that is watched, as a feed: an entry for each article that its answer rests on, so that a new article is a new entry.</summary>
/// <param name="links">The paths of articles.</param>
internal sealed class WatchFeed(ReaderLinks links)
{
    /// <summary>The feed; without an entry while the archive has no answer that is sure.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="reply">Its answer now.</param>
    /// <param name="address">Where the pages are opened, without a slash at the end.</param>
    /// <param name="now">For what has no date.</param>
    public AtomFeed Of(string question, Reply reply, string address, DateTimeOffset now)
    {
        var entries = reply.Answer.IsSupported
            ? reply.Answer.Citations.GroupBy(citation => citation.Revision.Article.Id, (_, cited) => Entry([.. cited], address, now)).ToList()
            : [];
        return new AtomFeed(
            $"NewsBot: {question}", address + links.PathOfWatch(question), $"{address}/?q={Uri.EscapeDataString(question)}",
            entries.Count > 0 ? entries.Max(entry => entry.Updated) : now, entries);
    }

    private AtomEntry Entry(IReadOnlyList<Citation> cited, string address, DateTimeOffset now)
    {
        var article = cited[0].Revision.Article;
        return new AtomEntry(
            $"{address}{ReaderLinks.Folder}{Uri.EscapeDataString(article.Id)}",
            article.Title.Length > 0 ? article.Title : cited[0].Quote,
            article.PublishedAt ?? now,
            address + links.PathOf(cited[0].Revision, [.. cited.Select(citation => citation.Span)]),
            string.Join(' ', cited.Select(citation => citation.Quote)),
            article.Source is { Length: > 0 } outlet ? [outlet] : []);
    }
}
