using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Digests;
using NewsBot.Core.Display;
using NewsBot.Hosting;
using NewsBot.Summaries;
using NewsBot.Telegram.Layout;
using NewsBot.Web.Access;

namespace NewsBot.Telegram.Subscriptions;

/// <summary>Makes digests and lays them out, once for all subscriptions that ask for the same.</summary>
/// <remarks>Safe for concurrent use; one is made at a time, since each may read days of articles.</remarks>
internal sealed class SharedDigests(IDigestMaker maker, ISubscriptionStore subscriptions, ReaderLinks links) : IDisposable
{
    private const int MostKept = 64;

    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<string, MadeDigest> kept = new(StringComparer.Ordinal);
    private readonly Queue<string> order = [];

    /// <summary>The digest for a subscription.</summary>
    /// <param name="subscription">Its choices, and its last digests.</param>
    /// <param name="from">The start of the window, exclusive.</param>
    /// <param name="to">Its end, inclusive.</param>
    /// <param name="date">The local date above it; null for a digest of the last day.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<MadeDigest> MakeAsync(Subscription subscription, DateTimeOffset from, DateTimeOffset to, DateOnly? date, CancellationToken cancellationToken)
    {
        var key = string.Join('\n', [
            $"{from:O} {to:O} {date:O} {subscription.MaxStories} {subscription.ArticleLanguage} {subscription.Language} {string.Join(' ', subscription.LastDigests)}",
            .. subscription.Topics, "", .. subscription.Mutes,
        ]);
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (kept.TryGetValue(key, out var found))
                return found;
            var texts = BotLanguages.For(subscription.Language).Digests;
            var request = await RequestAsync(subscription, from, to, cancellationToken);
            var made = await MakeAsync(request, date is { } day ? texts.Title(day) : texts.LastDayTitle, texts, cancellationToken);
            if (order.Count == MostKept)
                kept.Remove(order.Dequeue());
            kept.Add(key, made);
            order.Enqueue(key);
            return made;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<DigestRequest> RequestAsync(Subscription subscription, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in subscription.LastDigests)
            told.UnionWith((await subscriptions.FindDigestAsync(id, cancellationToken))?.ArticleIds ?? []);
        return new DigestRequest(from, to)
        {
            MaxStories = subscription.MaxStories,
            Topics = subscription.Topics,
            Mutes = subscription.Mutes,
            Language = subscription.ArticleLanguage,
            Told = told,
        };
    }

    private async Task<MadeDigest> MakeAsync(DigestRequest request, string title, DigestTexts texts, CancellationToken cancellationToken)
    {
        var digest = await maker.MakeAsync(request, cancellationToken);
        long? id = digest.Stories.Count == 0
            ? null
            : await subscriptions.KeepDigestAsync(new SentDigest(request.To, [.. digest.Stories.Select(story => Kept(digest, story))]), cancellationToken);
        return new MadeDigest(id, DigestLayout.Lay(digest, title, texts, links));
    }

    private static SentStory Kept(Digest digest, DigestStory story)
    {
        var numbers = story.Sentences.SelectMany(sentence => sentence.Citations).Distinct();
        return new SentStory(DisplayText.Line(story.Headline), string.Join(' ', story.Sentences.Select(sentence => sentence.Text)))
        {
            Citations = [.. numbers.Select(number => digest.Citations[number - 1].ToPassage())],
            ArticleIds = story.ArticleIds,
            Outlets = story.Outlets,
        };
    }
}

/// <summary>A digest that was made, laid out and kept.</summary>
/// <param name="Id">In the store; null when it has no story.</param>
/// <param name="Message">As it is sent.</param>
internal sealed record MadeDigest(long? Id, LaidOutMessage Message);
