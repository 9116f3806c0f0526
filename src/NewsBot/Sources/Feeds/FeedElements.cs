using System.Globalization;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Feeds;

/// <summary>Reads what a feed says of itself, in RSS, Atom or CDF.</summary>
internal sealed class FeedElements : ElementFields
{
    private Ranked<string> description;
    private Ranked<string> language;
    private TimeSpan? timeToLive;
    private TimeSpan? period;
    private double frequency = 1;
    private readonly List<int> skipHours = [];
    private readonly List<DayOfWeek> skipDays = [];

    /// <summary>The feed without its items, and its author, whom items without one have in Atom.</summary>
    /// <param name="channel">The element that holds what the feed says of itself.</param>
    public static (Feed Feed, string? Author) Read(MarkupNode channel)
    {
        var read = new FeedElements();
        read.language.Offer(ElementText.Finish(channel.Language, ElementText.MaxLineLength), 5);
        read.TakeAll(channel);
        return (read.ToFeed(), read.author.Value);
    }

    private Feed ToFeed() => new()
    {
        Title = title.Value,
        Link = links.Value,
        Description = description.Value,
        Language = language.Value,
        UpdatedAt = updated.Value,
        TimeToLive = timeToLive ?? period / frequency,
        SkipHours = skipHours,
        SkipDays = skipDays,
    };

    protected override void TakeOther(MarkupNode element)
    {
        switch (element.Namespace)
        {
            case FeedNamespace.Itunes or FeedNamespace.Media:
                TakeMedia(element);
                break;
            case FeedNamespace.Syndication:
                TakeSyndication(element);
                break;
        }
    }

    protected override void TakeOwn(MarkupNode element, int by)
    {
        switch (element.Name)
        {
            case "description" or "subtitle" or "tagline" or "abstract":
                description.Offer(ElementText.Markup(element), by, lastWins: true);
                break;
            case "language":
                language.Offer(ElementText.Plain(element), 0);
                break;
            case "lastbuilddate" or "updated" or "modified":
                updated.Offer(SourceDate.ReadLoosely(ElementText.Plain(element)), by);
                break;
            case "pubdate" or "published" or "issued" or "created" or "date":
                updated.Offer(SourceDate.ReadLoosely(ElementText.Plain(element)), 4);
                break;
            case "ttl" when Number(element) is { } minutes:
                timeToLive = TimeSpan.FromMinutes(minutes);
                break;
            case "skiphours":
                AddHours(element);
                break;
            case "skipdays":
                AddDays(element);
                break;
        }
    }

    protected override void TakeDublinCore(MarkupNode element)
    {
        switch (element.Name)
        {
            case "description" or "abstract":
                description.Offer(ElementText.Markup(element), 2);
                break;
            case "language":
                language.Offer(ElementText.Plain(element), 1);
                break;
            case "date" or "modified":
                updated.Offer(SourceDate.ReadLoosely(ElementText.Plain(element)), 2);
                break;
            case "issued" or "created":
                updated.Offer(SourceDate.ReadLoosely(ElementText.Plain(element)), 5);
                break;
        }
    }

    private void TakeMedia(MarkupNode element)
    {
        switch (element.Name)
        {
            case "title":
                title.Offer(ElementText.Markup(element, isTitle: true), 4);
                break;
            case "summary" or "description":
                description.Offer(ElementText.Markup(element), 3);
                break;
            case "subtitle":
                description.Offer(ElementText.Markup(element), 4);
                break;
        }
    }

    private void TakeSyndication(MarkupNode element)
    {
        if (element.Name == "updatefrequency" && Number(element) is { } times and > 0)
            frequency = times;
        if (element.Name != "updateperiod")
            return;
        period = ElementText.Plain(element)?.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => null,
        };
    }

    private void AddHours(MarkupNode element)
    {
        foreach (var hour in element.Elements)
        {
            // RSS 0.91 counts to 24, which is midnight.
            if (hour.Name == "hour" && Number(hour) is <= 24 and var number && !skipHours.Contains(number % 24))
                skipHours.Add(number % 24);
        }
    }

    private void AddDays(MarkupNode element)
    {
        foreach (var day in element.Elements)
        {
            if (day.Name == "day" && ElementText.Plain(day) is { } name && char.IsAsciiLetter(name[0])
                && Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var found) && !skipDays.Contains(found))
                skipDays.Add(found);
        }
    }

    /// <summary>A whole number up to a million; null when the element has none.</summary>
    private static int? Number(MarkupNode element) =>
        int.TryParse(ElementText.Plain(element), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000 ? number : null;
}
