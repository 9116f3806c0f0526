using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Feeds;

/// <summary>Makes articles of a feed's items.</summary>
/// <param name="followed">The feed.</param>
/// <param name="feed">As it was read.</param>
/// <param name="at">When that was.</param>
internal sealed partial class FeedEntries(FeedSettings followed, Feed feed, DateTimeOffset at)
{
    /// <summary>Most items taken of a feed at once, the newest. The store remembers more than these, so that no item is taken twice.</summary>
    public const int MaxItems = 2_000;

    /// <summary>Most items taken, the newest; <see cref="MaxItems"/> unless set.</summary>
    public int MostItems { get; init; } = MaxItems;

    private const int MaxOutletChars = 200;
    private const int MinNameChars = 4;

    // Clocks differ, and so do readings of time zones.
    private static readonly TimeSpan MostEarly = TimeSpan.FromHours(14);

    // Planned news is dated some days ahead; a date behind these, as 2999 for 'never', says nothing of when the item was written, and neither does its first sight.
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(31);

    // A new item without a date stands beside items of these days, or it is an old one that is seen for the first time.
    private static readonly TimeSpan MostOlder = TimeSpan.FromDays(3);

    private readonly string? feedUrl = CanonicalUrl.From(followed.Address);
    private readonly string? site = FeedText.Line(feed.Title, MaxOutletChars);
    private readonly string? siteUrl = feed.Link is { } link ? CanonicalUrl.From(link) : null;

    /// <summary>The new and changed items, oldest first, so that the archive gets the news in order.</summary>
    /// <param name="seen">The items that were seen before, by key.</param>
    public IReadOnlyList<FeedEntry> Read(IReadOnlyDictionary<string, SeenItem> seen, CancellationToken cancellationToken)
    {
        IReadOnlyList<FeedItem> items = feed.Items.Count <= MostItems
            ? [.. feed.Items.Select(LinkPost.Follow)]
            : [.. feed.Items.Select(LinkPost.Follow)
                .OrderByDescending(item => IsNever(item) ? DateTimeOffset.MinValue : Sane(item.PublishedAt) ?? Sane(item.UpdatedAt) ?? DateTimeOffset.MaxValue)
                .Take(MostItems)];
        var urls = items.Select(item => item.Url is { } url ? CanonicalUrl.From(url) : null).ToList();
        var keys = Keys(items);
        var given = items.Select(item => Sane(item.PublishedAt) ?? Sane(item.UpdatedAt)).ToList();

        // An item that is listed twice is one use.
        var uses = urls.Zip(keys).Distinct().Where(use => use.First is not null).CountBy(use => use.First!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var entries = new Dictionary<string, FeedEntry>(StringComparer.Ordinal);
        foreach (var (i, item) in items.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            // An address that several items share is that of a section or of the site, and not of an article.
            var url = urls[i] is { } canonical && uses[canonical] == 1 && IsArticle(canonical) ? canonical : null;
            if (!entries.ContainsKey(keys[i]) && Read(item, keys[i], url, given[i], IsNever(item) || IsAmongOld(given, i), seen.GetValueOrDefault(keys[i])) is { } entry)
                entries.Add(keys[i], entry);
        }

        return [.. entries.Values.OrderBy(entry => entry.Words.PublishedAt ?? DateTimeOffset.MaxValue)];
    }

    private FeedEntry? Read(FeedItem item, string key, string? canonical, DateTimeOffset? given, bool isUndated, SeenItem? seen)
    {
        var headline = FeedText.Line(item.Title, ArticleTitle.MaxGivenChars * 2, item.IsTitlePlain);
        var (content, summary) = (FeedText.Read(item.Content, item.IsContentPlain, headline, site), FeedText.Read(item.Summary, item.IsSummaryPlain, headline, site));
        var text = content.Written.Length >= summary.Written.Length ? content.Written : summary.Written;
        var named = FeedText.Line(item.Outlet, MaxOutletChars, isPlain: true) ?? OutletBehind(headline, text) ?? PublisherOf(item);
        var outlet = Outlet(named, item.OutletUrl, canonical);
        var names = Names(named);
        names.AddHost(item.OutletUrl is { } of ? Host(CanonicalUrl.From(of)) : null);
        var title = headline is null ? null : GeneratorLines.Title(names.WithoutSuffix(headline));
        // Aggregators write the headline once more, and the outlet's name behind it.
        if (title is not null && text.StartsWith(title, StringComparison.Ordinal) && names.IsSite(text[title.Length..]))
            text = "";
        var hash = ContentHash.Of($"{title}\n{text}");
        if (seen?.Hash == hash)
            return null;

        var firstSeen = seen?.FirstSeenAt ?? at;
        var draft = new ArticleDraft
        {
            // Whatever has changed of an item, its address too, the same id is the same article.
            Id = seen?.ArticleId ?? NewId(canonical, key),
            Url = canonical is null ? null : item.Url,
            Title = title,
            Source = outlet,
            Author = FeedText.Line(item.Author, ArticleTitle.MaxGivenChars),
            // When it was seen first stands in, unless its neighbours say that it is older or its own date is impossible: no date is better than a wrong one.
            PublishedAt = given ?? (isUndated ? null : firstSeen),
            Language = feed.Language,
            // A headline is all that some feeds have, and better than nothing until the page is there.
            Body = text.Length > 0 ? Bounded(text) : title,
        };
        if (draft.Finish("", line: null) is not ReadResult.Found { Article: { } article })
            return null;
        var page = article.Url is not null && Teaser.IsPageWanted(followed.FullText, content.All, summary.All) ? new Uri(article.Url).AbsoluteUri : null;
        var mark = new SeenItem(key, hash, article.Id, firstSeen) { CanonicalUrl = canonical, PageUrl = page, Draft = page is null ? null : article };
        return new FeedEntry(mark, page is null ? article : null, seen) { OtherId = NewId(canonical, key) };
    }

    /// <summary>Whether the nearest items with a date, before and after, are old ones.</summary>
    private bool IsAmongOld(List<DateTimeOffset?> given, int at)
    {
        var before = given.FindLastIndex(at, date => date is not null);
        var after = given.FindIndex(at, date => date is not null);
        return (before >= 0 || after >= 0) && (before < 0 || IsOld(given[before])) && (after < 0 || IsOld(given[after]));
    }

    private bool IsOld(DateTimeOffset? given) => given < at - MostOlder;

    /// <summary>A key for each item: its id, else its address, else its words. Where a feed gives several items one id, the address and the words belong to the key too.</summary>
    private List<string> Keys(IReadOnlyList<FeedItem> items)
    {
        var ids = items.Select(IdOf).CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. items.Select(item =>
        {
            var id = IdOf(item);
            var text = item.Title is null ? item.Summary ?? item.Content : null;
            return ContentHash.Of(id.Length > 0 && ids[id] == 1 ? id : $"{id}\n{item.Url}\n{item.Title}\n{item.PublishedAt:O}\n{text}");
        })];
    }

    [GeneratedRegex(@"^\d{4}[-./]\d{1,2}[-./]\d{1,2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    // A day, the address of the site, or that of a section, is no id of an item, and of every one that stands in its feed by itself.
    private string IdOf(FeedItem item) =>
        item.Id is { } id && !Day().IsMatch(id)
            && !(FeedUri.IsWeb(id) && CanonicalUrl.From(id) is { } address && (address == feedUrl || address == siteUrl || PagePath.IsOfSite(new Uri(address))))
            ? id
            : item.Url ?? item.Id ?? "";

    private bool IsArticle(string canonical) =>
        canonical != feedUrl && canonical != siteUrl && canonical.AsSpan("https://".Length).ContainsAny('/', '?');

    private string NewId(string? canonical, string key) => ArticleId.From(canonical, $"{feedUrl}\n{key}");

    /// <summary>The outlet that an aggregator names. In an outlet's own feed the article's host tells outlets apart best: the feeds of one outlet have many names.</summary>
    private string? Outlet(string? named, string? address, string? canonical)
    {
        var host = Host(canonical ?? siteUrl ?? feedUrl);
        var from = address is null ? null : Host(CanonicalUrl.From(address));
        var isOwn = from is null ? named is null || named == feed.Title : from == Host(feedUrl) || from == Host(siteUrl);
        return isOwn ? host : named ?? from;
    }

    /// <summary>The outlet that stands behind the headline in the title, and again in a text that has nothing else; null when there is none.</summary>
    private static string? OutletBehind(string? headline, string text)
    {
        if (headline is null || headline.LastIndexOf(" - ", StringComparison.Ordinal) is not (> 0 and var at) || !text.StartsWith(headline[..at], StringComparison.Ordinal))
            return null;
        var outlet = headline[(at + 3)..].Trim();
        return outlet.Length is > 1 and <= MaxOutletChars && text.AsSpan(at).Trim().SequenceEqual(outlet) ? outlet : null;
    }

    /// <summary>
    /// The publisher of an item of an aggregator; null in an outlet's own feed, whose items lead to its own host, where an agency or the company behind it may stand instead, and
    /// where all items have one, or its name is in the feed's title or its host.
    /// </summary>
    private string? PublisherOf(FeedItem item)
    {
        if (FeedText.Line(item.Publisher, MaxOutletChars, isPlain: true) is not { } publisher)
            return null;
        var host = item.Url is { } url ? Host(CanonicalUrl.From(url)) : null;
        if (host is not null && (host == Host(feedUrl) || host == Host(siteUrl)))
            return null;
        var hosts = $"{Host(siteUrl)} {Host(feedUrl)} {host}";
        var words = publisher.Split(' ', '.', ',', '-', '&').Where(word => word.Length >= MinNameChars);
        return words.Any(word => hosts.Contains(word, StringComparison.OrdinalIgnoreCase) || site?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
            || (feed.Items.Count > 1 && feed.Items.All(other => other.Publisher == item.Publisher)) ? null : publisher;
    }

    private SiteNames Names(string? outlet)
    {
        var names = new SiteNames();
        names.Add(outlet);
        names.Add(feed.Title);
        names.AddHost(Host(siteUrl));
        return names;
    }

    private static string? Host(string? canonical) => canonical is null ? null : new Uri(canonical).IdnHost;

    /// <summary>Whether the only date of an item lies so far ahead that it means none.</summary>
    private bool IsNever(FeedItem item) => (Sane(item.PublishedAt) ?? Sane(item.UpdatedAt)) is null && (item.PublishedAt ?? item.UpdatedAt) > at + MostAhead;

    private DateTimeOffset? Sane(DateTimeOffset? given) => given > DateTimeOffset.UnixEpoch && given < at + MostEarly ? given : null;

    private static string Bounded(string text) => text.Length <= ArticleDraft.MaxBodyChars ? text : text[..ArticleDraft.MaxBodyChars];
}

/// <summary>An item that is new, or says something new.</summary>
/// <param name="Mark">What the store remembers of it.</param>
/// <param name="Article">The article to store now; null when its page is fetched first.</param>
/// <param name="Before">What the store remembered of it before; null when it was not seen yet.</param>
internal sealed record FeedEntry(SeenItem Mark, Article? Article, SeenItem? Before)
{
    /// <summary>Whether the item was not seen before.</summary>
    public bool IsNew => Before is null;

    /// <summary>The id of the article where the feed has given its item's id to another one.</summary>
    public required string OtherId { get; init; }

    /// <summary>The article with the feed's words, whether it is stored now or later.</summary>
    public Article Words => Article ?? Mark.Draft!;

    /// <summary>Whether it has the id of an item with another address.</summary>
    public bool HasMoved => Before is not null && Before.CanonicalUrl != Mark.CanonicalUrl && Before.ArticleId != OtherId;

    /// <summary>The same item as an article of its own.</summary>
    public FeedEntry AsAnother() => this with
    {
        Mark = Mark with { ArticleId = OtherId, Draft = Mark.Draft is { } draft ? draft with { Id = OtherId } : null },
        Article = Article is { } article ? article with { Id = OtherId } : null,
    };
}

/// <summary>An item of a feed that was taken in.</summary>
/// <param name="Key">Its key within its feed.</param>
/// <param name="Hash">The fingerprint of its words; another one makes it an update.</param>
/// <param name="ArticleId">The article that it became.</param>
/// <param name="FirstSeenAt">When it was seen first, UTC.</param>
internal sealed record SeenItem(string Key, string Hash, string ArticleId, DateTimeOffset FirstSeenAt)
{
    /// <summary>The article's address as <see cref="CanonicalUrl"/> gives it, by which the archive may have known it before; null for none.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The article with the feed's words, to be stored after the page was tried; null when it is stored already, and when there is no page.</summary>
    public Article? Draft { get; init; }

    /// <summary>The page to fetch for the whole text, absolute; null for none.</summary>
    public string? PageUrl { get; init; }
}
