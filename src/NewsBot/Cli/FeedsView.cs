using NewsBot.Core.Display;
using NewsBot.Sources.Feeds;
using Spectre.Console;

namespace NewsBot.Cli;

/// <summary>Shows feeds in a terminal, folder by folder: number, name, address, how they fare.</summary>
internal static class FeedsView
{
    /// <summary>Writes the feeds in the order given, and a line that counts them.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="feeds">Those of a folder together.</param>
    /// <param name="now">To tell how long ago something was.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<FollowedFeed> feeds, DateTimeOffset now)
    {
        var text = new TerminalText(console);
        if (feeds.Count == 0)
            text.Paragraph(new TerminalRun(""), new TerminalRun("No feeds are followed. Follow one with: newsbot feeds add URL"));
        string? folder = null;
        foreach (var feed in feeds)
        {
            if (feed.Settings.Folder is { } named && named != folder)
                text.Paragraph(new TerminalRun(""), new TerminalRun(named, TextRole.Mark));
            folder = feed.Settings.Folder;
            Add(text, feed, now);
        }

        if (feeds.Count > 0)
            text.Blank().Paragraph(new TerminalRun(""), new TerminalRun(Count(feeds), TextRole.Faint));
        text.Write();
    }

    private static void Add(TerminalText text, FollowedFeed feed, DateTimeOffset now)
    {
        var number = new TerminalRun($"{feed.Settings.Id}. ");
        var indent = new TerminalRun(new string(' ', number.Text.Length));
        text.Paragraph(number, new TerminalRun(DisplayText.Line(feed.Settings.Name), TextRole.Strong));
        if (feed.Settings.Title is not null)
            text.Paragraph(indent, new TerminalRun(feed.Settings.Address, TextRole.Link));
        text.Paragraph(
            indent,
            new TerminalRun(State(feed), feed.Health is FeedHealth.Ok or FeedHealth.New ? TextRole.Plain : TextRole.Strong),
            new TerminalRun($" · {Times(feed, now)}", TextRole.Faint));
        if (feed.State.Problem is { } problem && feed.Health != FeedHealth.Paused)
            text.Paragraph(indent, new TerminalRun(problem));
    }

    private static string State(FollowedFeed feed) => feed.Health switch
    {
        FeedHealth.New => "not fetched yet",
        FeedHealth.Failing => $"failing since {Minute(feed.State.FailingSince!.Value)}, {Plural(feed.State.FailuresInRow, "time", "times")}",
        FeedHealth.Paused => "paused",
        FeedHealth.Gone => "gone, not fetched any more",
        _ => "ok",
    };

    private static string Times(FollowedFeed feed, DateTimeOffset now)
    {
        List<string> parts = [Plural(feed.State.Items, "item", "items")];
        if (feed.State.LastSuccessAt is { } success)
            parts.Add($"read {Span(now - success)} ago");
        if (feed.State.NextDueAt is { } due && !feed.Settings.IsPaused)
            parts.Add(due > now ? $"next in {Span(due - now)}" : "due now");
        if (feed.Settings.FullText != FullTextMode.Auto)
            parts.Add($"full text {feed.Settings.FullText.ToString().ToLowerInvariant()}");
        if (feed.State.MovedFrom is { } moved)
            parts.Add($"moved from {moved}");
        return string.Join(" · ", parts);
    }

    private static string Count(IReadOnlyList<FollowedFeed> feeds)
    {
        var states = feeds.CountBy(feed => feed.Health).OrderBy(pair => pair.Key).Select(pair => $"{pair.Value:N0} {pair.Key.ToString().ToLowerInvariant()}");
        return $"{Plural(feeds.Count, "feed", "feeds")}: {string.Join(", ", states)}";
    }

    private static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "under a minute",
        { TotalHours: < 1 } => $"{span.TotalMinutes:0} min",
        { TotalDays: < 2 } => $"{span.TotalHours:0} h",
        _ => $"{span.TotalDays:0} days",
    };

    private static string Minute(DateTimeOffset at) => $"{DisplayText.Date(at)} {at.UtcDateTime:HH:mm} UTC";

    private static string Plural(long count, string one, string other) => $"{count:N0} {(count == 1 ? one : other)}";
}
