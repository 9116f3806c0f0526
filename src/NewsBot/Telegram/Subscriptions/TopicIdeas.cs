using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Display;
using NewsBot.Core.Text;
using NewsBot.Summaries;

namespace NewsBot.Telegram.Subscriptions;

/// <summary>What somebody may want to read about, or not any more.</summary>
internal sealed class TopicIdeas(LatestStories latest, IArchiveOverview overview)
{
    private const int MostNames = 9;
    private const int MostOutlets = 6;

    /// <summary>The names in the headlines of the latest stories, and the largest outlets.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stories = await latest.ReadAsync(now, cancellationToken);
        var outlets = await overview.ReadOutletsAsync(MostOutlets, cancellationToken);
        return Ideas(stories.Select(story => story.Headline), outlets.Select(outlet => outlet.Name));
    }

    /// <summary>The names and the outlets of a digest.</summary>
    public static IReadOnlyList<string> Of(SentDigest digest) =>
        Ideas(digest.Stories.Select(story => story.Headline), digest.Stories.SelectMany(story => story.Outlets).Distinct(StringComparer.OrdinalIgnoreCase));

    private static List<string> Ideas(IEnumerable<string> headlines, IEnumerable<string> outlets)
    {
        var names = headlines.SelectMany(headline => NameFinder.Find(headline, new TextSpan(0, headline.Length)).Select(name => name.Span.In(headline)));
        return
        [
            .. Clean(names).Take(MostNames)
                .Concat(Clean(outlets).Take(MostOutlets))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static IEnumerable<string> Clean(IEnumerable<string> texts) => texts
        .Select(DisplayText.Line)
        .Where(text => text.Length > 1 && SubscriptionMenu.FitsButton(text))
        .Distinct(StringComparer.OrdinalIgnoreCase);
}
