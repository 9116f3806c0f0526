using NewsBot.Sources.Feeds;

namespace NewsBot.Telegram.Layout;

/// <summary>English.</summary>
internal sealed class EnglishFeedTexts : FeedTexts
{
    public override string None => "No feeds are followed yet. Follow one: /feeds add https://example.org/feed.xml";

    public override string How =>
        """
        Feeds

        /feeds – those that are followed
        /feeds add ADDRESS [FOLDER] – follow one; a site's address will do
        /feeds remove NUMBER – follow it no longer
        /feeds pause NUMBER and /feeds resume NUMBER
        """.ReplaceLineEndings("\n");

    public override string Title(int feeds, int failing) => Plural.English(feeds, "feed", "feeds") + (failing > 0 ? $", {failing:N0} failing" : "");

    public override string Describe(FollowedFeed feed, DateTimeOffset now)
    {
        var items = Plural.English(feed.State.Items, "item", "items");
        return feed.Health switch
        {
            FeedHealth.New => "not fetched yet",
            FeedHealth.Paused => $"paused · {items}",
            FeedHealth.Gone => $"gone: {feed.State.Problem}",
            FeedHealth.Failing => $"failing for {Span(now - feed.State.FailingSince!.Value)}: {feed.State.Problem}",
            _ => $"ok · {items} · read {Span(now - feed.State.LastSuccessAt!.Value)} ago",
        };
    }

    public override string More(int count) => $"… and {count:N0} more.";

    public override string Added(string name, long number, string? site) => $"Followed as number {number}: {name}{(site is null ? "" : $" (found on {site})")}";

    public override string Followed(string name, long number) => $"It is followed already, as number {number}: {name}";

    public override string Refused(string reason) => $"It cannot be followed. {reason}";

    public override string NotFound(string given) => $"No feed {given} is followed. /feeds shows those that are, with their numbers.";

    public override string Removed(string name) => $"No longer followed; its articles stay: {name}";

    public override string Paused(string name) => $"Paused: {name}";

    public override string Resumed(string name) => $"Followed again: {name}";

    public override string FailingTitle(int count) => count == 1 ? "⚠️ A feed has failed for a day" : $"⚠️ {count:N0} feeds have failed for a day";

    public override string BackTitle(int count) => count == 1 ? "✅ A feed is back" : $"✅ {count:N0} feeds are back";

    private static string Span(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => $"{Math.Max(1, span.TotalMinutes):0} min",
        { TotalDays: < 2 } => $"{span.TotalHours:0} h",
        _ => $"{span.TotalDays:0} days",
    };
}
