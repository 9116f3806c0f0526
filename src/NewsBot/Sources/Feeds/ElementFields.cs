using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Feeds;

/// <summary>Reads the elements of a feed or an item: what both have here, the rest in the classes for each.</summary>
internal abstract class ElementFields
{
    /// <summary>Addresses that the element names.</summary>
    protected ElementLinks links;

    /// <summary>People that it names.</summary>
    protected FeedAuthor author;

    /// <summary>Titles that it offers.</summary>
    protected Ranked<string> title;

    /// <summary>Times of a change that it offers.</summary>
    protected Ranked<DateTimeOffset?> updated;

    /// <summary>Takes every element of a feed or an item.</summary>
    protected void TakeAll(MarkupNode node)
    {
        // CDF has them as attributes.
        links.Offer(node.Attribute("href") is { } href ? FeedUri.Resolve(node.Base, href) : null, 0);
        updated.Offer(SourceDate.ReadLoosely(node.Attribute("lastmod")), 0);
        foreach (var element in node.Elements)
            Take(element);
    }

    /// <summary>Takes an element of RSS or Atom.</summary>
    /// <param name="by">Its rank: Atom within RSS stands in for what RSS itself says.</param>
    protected abstract void TakeOwn(MarkupNode element, int by);

    protected abstract void TakeDublinCore(MarkupNode element);

    /// <summary>Takes an element of any other vocabulary.</summary>
    protected abstract void TakeOther(MarkupNode element);

    private void Take(MarkupNode element)
    {
        switch (element.Namespace, element.Name)
        {
            case (FeedNamespace.Core or FeedNamespace.Atom, "title"):
                title.Offer(ElementText.Markup(element, isTitle: true), Rank(element), lastWins: true);
                break;
            case (FeedNamespace.Core or FeedNamespace.Atom, "link"):
                links.Take(element);
                break;
            case (FeedNamespace.Core or FeedNamespace.Atom, "author"):
                author.Take(element, 0);
                break;
            case (FeedNamespace.Core or FeedNamespace.Atom, _):
                TakeOwn(element, Rank(element));
                break;
            case (FeedNamespace.DublinCore, "title"):
                title.Offer(ElementText.Markup(element, isTitle: true), 2);
                break;
            case (FeedNamespace.DublinCore, _):
                TakeDublinCore(element);
                break;
            default:
                TakeOther(element);
                break;
        }
    }

    private static int Rank(MarkupNode element) => element.Namespace == element.Parent!.Namespace ? 0 : 1;
}
