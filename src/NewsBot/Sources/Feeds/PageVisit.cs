using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Feeds;

/// <summary>Fetches the page behind an item and stores the article with the page's text, or with the feed's where there is no page.</summary>
/// <remarks>As with feeds, the article is stored before its page is noted as done.</remarks>
internal sealed class PageVisit(WebFetcher fetcher, IFeedStore feeds, ArticleIntake intake, IArticleStore articles, TimeProvider time)
{
    // A page that is not there, or that no machine may have, is not asked for as often as one that could not be reached.
    private const int TriesOfRefused = 3;

    private const int MaxNameWords = 3;

    /// <summary>The share of a headline's words that a page's title has when the page is the article's.</summary>
    private const double LeastOfHeadline = 0.7;

    /// <summary>Tries a page; nothing is done when it does not wait any more as it was read.</summary>
    /// <returns>Until when its host is to be left alone, which fails just now; null when it may be asked for another page.</returns>
    /// <exception cref="StoreException">The store failed; the page is due again as if the process had ended.</exception>
    public async Task<DateTimeOffset?> TryAsync(PendingPage pending, CancellationToken cancellationToken)
    {
        if (pending.Tries >= PageSchedule.MaxTries)
        {
            // Tried often enough: from here on the item is what its feed says.
            if (pending.Draft is { } last)
                await intake.TakeAsync([last], cancellationToken);
            await feeds.CompletePageAsync(pending, pending.Tries, dueAt: null, cancellationToken);
            return null;
        }

        var tries = pending.Tries + 1;
        if (!await feeds.BeginPageAsync(pending, PageSchedule.Again(tries, time.GetUtcNow()), cancellationToken))
            return null;
        // Words that wait since an earlier try, one that may have ended badly, wait no longer.
        if (pending.Tries > 0)
            await StoreDraftAsync(pending, cancellationToken);
        if (await IsKnownAsync(pending, cancellationToken))
        {
            await feeds.CompletePageAsync(pending, tries, dueAt: null, cancellationToken);
            return null;
        }

        var result = await fetcher.FetchAsync(new WebRequest(new Uri(pending.Url), WebKind.Page), cancellationToken);
        var known = pending.Draft ?? (await articles.FindAsync(pending.ArticleId, cancellationToken))?.Article;
        if (result is WebResult.Fetched fetched
            && known is not null
            && !PagePath.IsAnotherPage(new Uri(pending.Url), fetched.Address)
            && !await IsOfAnotherAsync(pending, known, fetched.Address, cancellationToken)
            && await YieldingThread.RunAsync(() => PageReader.Read(fetched.Body, fetched.ContentType, fetched.Address, time.GetUtcNow())) is { Body: { } body } page
            && !IsFrontPage(known, page)
            && (!PagePath.LeadsAway(new Uri(pending.Url), fetched.Address) || HasHeadline(known, page))
            && Teaser.Announces(known, body))
        {
            await intake.TakeAsync([Fill(known, page, body)], cancellationToken);
            await feeds.CompletePageAsync(pending, tries, dueAt: null, cancellationToken);
            return null;
        }

        await StoreDraftAsync(pending, cancellationToken);
        var failure = result as WebResult.Failed;
        if (failure is not { IsTransient: true })
            tries = Math.Max(tries, TriesOfRefused);
        // An article that the archive knows by another way has nothing to gain here.
        var dueAt = known is null ? null : PageSchedule.Next(tries, time.GetUtcNow(), failure?.RetryAt);
        await feeds.CompletePageAsync(pending, tries, dueAt, cancellationToken);
        return failure is { IsTransient: true } ? PageSchedule.Next(1, time.GetUtcNow(), failure.RetryAt) : null;
    }

    /// <summary>Stores what the feed says, and leaves the page for later without asking for it: its host fails just now.</summary>
    /// <exception cref="StoreException">The store failed; the page is still due.</exception>
    public async Task PutOffAsync(PendingPage pending, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await StoreDraftAsync(pending, cancellationToken);
        await feeds.CompletePageAsync(pending, pending.Tries, until, cancellationToken);
    }

    /// <summary>Whether another feed has brought the same article, with its page or its whole text.</summary>
    private async Task<bool> IsKnownAsync(PendingPage pending, CancellationToken cancellationToken) =>
        pending is { Tries: 0, Draft: { } draft }
        && await articles.FindAsync(draft.Id, cancellationToken) is { } stored
        && stored.Article.Body.Length > draft.Body.Length
        && Teaser.Announces(draft, stored.Article.Body);

    /// <summary>Whether the way to a page ended at another article that the archive has: removed articles lead there, too.</summary>
    private async Task<bool> IsOfAnotherAsync(PendingPage pending, Article known, Uri got, CancellationToken cancellationToken) =>
        CanonicalUrl.From(got.AbsoluteUri) is { } canonical && canonical != CanonicalUrl.From(pending.Url)
        && ArticleId.From(canonical, "") is var id && id != known.Id && await articles.FindAsync(id, cancellationToken) is not null;

    // An address like that of a section has the article where the page has its headline.
    private static bool HasHeadline(Article known, Page page) => known.Title is { } headline && page.Title is { } title && WordOverlap.Share(headline, title) >= LeastOfHeadline;

    // A site that shows its front page at the address of a removed article gives it the site's name as its title.
    private static bool IsFrontPage(Article known, Page page) =>
        known.Title is { } headline && WordOverlap.Share(headline, page.Title ?? "") == 0
        && (page.Title is null || page.Title.Split(' ').Length <= MaxNameWords);

    private async Task StoreDraftAsync(PendingPage pending, CancellationToken cancellationToken)
    {
        if (pending.Draft is { } teaser)
            await intake.TakeTeaserAsync(teaser, cancellationToken);
    }

    private static Article Fill(Article known, Page page, string body) => known with
    {
        Author = known.Author ?? page.Author,
        PublishedAt = known.PublishedAt ?? page.PublishedAt,
        Language = known.Language ?? page.Language,
        Body = body.Length <= ArticleDraft.MaxBodyChars ? body : body[..ArticleDraft.MaxBodyChars],
    };
}
