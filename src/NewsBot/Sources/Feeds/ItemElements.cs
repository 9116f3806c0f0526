using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Feeds;

/// <summary>Reads an item of RSS, Atom or CDF: each field from the element that is meant for it, or else from what stands in.</summary>
internal sealed class ItemElements : ElementFields
{
    private readonly FeedTopics topics = new();
    private Ranked<string> id;
    private Ranked<string> summary;
    private Ranked<string> content;
    private Ranked<DateTimeOffset?> published;
    private Ranked<string> outlet;
    private Ranked<string> publisher;
    private string? outletUrl;

    /// <summary>The item that an element 'item' or 'entry' tells of.</summary>
    public static FeedItem Read(MarkupNode item)
    {
        var read = new ItemElements();
        if (item.Attribute("about") is { } about)
        {
            read.id.Offer(about, 3);
            read.links.Offer(FeedUri.IsWeb(about) ? about : null, 9);
        }

        read.TakeAll(item);
        return read.ToItem();
    }

    private FeedItem ToItem() => new()
    {
        Id = id.Value,
        Title = title.Value,
        Url = links.Value,
        PublishedAt = published.Value ?? updated.Value,
        UpdatedAt = updated.Value,
        Author = author.Value,
        Outlet = outlet.Value,
        OutletUrl = outletUrl,
        Publisher = publisher.Value,
        Summary = summary.Value,
        Content = content.Value,
        Categories = topics.All,
    };

    protected override void TakeOther(MarkupNode element)
    {
        switch (element.Namespace)
        {
            case FeedNamespace.Content when element.Name == "encoded":
                content.Offer(ElementText.Markup(element), 0);
                break;
            case FeedNamespace.Xhtml when element.Name is "body" or "div":
                content.Offer(ElementText.Markup(element), 1);
                break;
            case FeedNamespace.Itunes:
                TakeItunes(element);
                break;
            case FeedNamespace.Media:
                TakeMedia(element);
                break;
            // Aggregators have vocabularies of their own ('News:Source').
            case FeedNamespace.Other when element.Name == "source" && !element.HasElements:
                outlet.Offer(ElementText.Plain(element), 1);
                break;
        }
    }

    protected override void TakeOwn(MarkupNode element, int by)
    {
        switch (element.Name)
        {
            case "guid":
                id.Offer(ElementText.Plain(element), 0);
                TakePermanentLink(element);
                break;
            case "id":
                var named = FeedUri.Absolute(element.Base, ElementText.Plain(element));
                id.Offer(named, 0);
                links.Offer(FeedUri.IsWeb(named) ? named : null, 10);
                break;
            case "description" or "summary" or "abstract":
                var text = ElementText.Markup(element);
                // The second of two descriptions is the whole text.
                if (summary.Value is not null && element.Name == "description")
                    content.Offer(text, 3);
                summary.Offer(text, by);
                break;
            case "content" or "body" or "fullitem" or "encoded":
                content.Offer(ElementText.Markup(element), element.Name == "content" ? by : 2);
                break;
            case "pubdate" or "published" or "issued":
                published.Offer(SourceDate.ReadLoosely(ElementText.Plain(element)), by);
                break;
            case "updated" or "modified" or "lastbuilddate":
                updated.Offer(SourceDate.ReadLoosely(ElementText.Plain(element)), by);
                break;
            case "created" or "date":
                published.Offer(SourceDate.ReadLoosely(ElementText.Plain(element)), 4);
                break;
            case "source":
                TakeSource(element);
                break;
            case "category":
                topics.Take(element);
                break;
        }
    }

    private void TakeSource(MarkupNode source)
    {
        if (source.Child("author") is { } of)
            author.Take(of, 5);
        var named = source.HasElements ? source.Child("title") is { } name ? ElementText.Plain(name) : null : ElementText.Plain(source);
        outlet.Offer(named is { Length: > 0 } ? named : null, 0);
        outletUrl ??= FeedUri.Resolve(source.Base, source.Attribute("url") ?? source.Child("link")?.Attribute("href")
            ?? (source.Child("id") is { } id ? ElementText.Plain(id) : null));
    }

    private void TakePermanentLink(MarkupNode guid)
    {
        var isPermanent = guid.Attribute("ispermalink")?.ToLowerInvariant();
        var address = ElementText.Plain(guid);
        if (isPermanent != "false" && (FeedUri.IsWeb(address) || isPermanent == "true"))
            links.Offer(FeedUri.Resolve(guid.Base, address), 4);
    }

    protected override void TakeDublinCore(MarkupNode element)
    {
        switch (element.Name)
        {
            case "description" or "abstract":
                summary.Offer(ElementText.Markup(element), 2);
                break;
            case "identifier":
                id.Offer(ElementText.Plain(element), 2);
                break;
            case "creator" or "author":
                author.Take(element, 1);
                break;
            case "subject":
                topics.Take(element);
                break;
            case "source" or "publisher":
                var of = ElementText.Plain(element);
                publisher.Offer(FeedUri.IsWeb(of) ? null : of, element.Name == "source" ? 0 : 1);
                break;
            case "date":
                var date = SourceDate.ReadLoosely(ElementText.Plain(element));
                published.Offer(date, 3);
                updated.Offer(date, 3);
                break;
            case "issued" or "available":
                published.Offer(SourceDate.ReadLoosely(ElementText.Plain(element)), 2);
                break;
            case "created":
                published.Offer(SourceDate.ReadLoosely(ElementText.Plain(element)), 4);
                break;
            case "modified":
                updated.Offer(SourceDate.ReadLoosely(ElementText.Plain(element)), 2);
                break;
        }
    }

    private void TakeItunes(MarkupNode element)
    {
        switch (element.Name)
        {
            case "title":
                title.Offer(ElementText.Markup(element, isTitle: true), 4);
                break;
            case "summary":
                summary.Offer(ElementText.Markup(element), 3);
                break;
            case "subtitle":
                summary.Offer(ElementText.Markup(element), 5);
                break;
            case "author":
                author.Take(element, 2);
                break;
            case "keywords":
                topics.TakeList(ElementText.Plain(element));
                break;
            case "category":
                topics.Take(element);
                break;
        }
    }

    private void TakeMedia(MarkupNode element)
    {
        switch (element.Name)
        {
            case "title":
                title.Offer(ElementText.Markup(element, isTitle: true), 3);
                break;
            case "description":
                summary.Offer(ElementText.Markup(element), 4);
                break;
            case "credit" when element.Attribute("role") is "author":
                author.Take(element, 3);
                break;
            case "keywords":
                topics.TakeList(ElementText.Plain(element));
                break;
            case "category":
                topics.Take(element);
                break;
            case "group":
                foreach (var inner in element.Elements)
                {
                    if (inner.Namespace == FeedNamespace.Media && inner.Name is not "group")
                        TakeMedia(inner);
                }

                break;
        }
    }
}
