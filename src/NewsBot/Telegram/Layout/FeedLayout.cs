using NewsBot.Core.Display;
using NewsBot.Sources.Feeds;

namespace NewsBot.Telegram.Layout;

/// <summary>Feeds in a list: number and name, and below them how they fare.</summary>
internal static class FeedLayout
{
    private const int MaxNameLength = 100;
    private const int MaxStateLength = 300;

    /// <summary>A feed of a list; its name opens it.</summary>
    public static MessageBlock Entry(FollowedFeed feed, DateTimeOffset now, FeedTexts texts) => new(
    [
        new TextRun($"{feed.Settings.Id}. "),
        new TextRun(Name(feed), TextStyle.Plain, feed.Settings.Address),
        new TextRun($"\n{TextCut.Shorten(DisplayText.Line(texts.Describe(feed, now)), MaxStateLength)}", TextStyle.Italic),
    ]);

    /// <summary>The name on one line, safe to show.</summary>
    public static string Name(FollowedFeed feed) => TextCut.Shorten(DisplayText.Line(feed.Settings.Name), MaxNameLength);
}
