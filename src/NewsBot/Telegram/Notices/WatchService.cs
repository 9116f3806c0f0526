using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Display;
using NewsBot.Core.Questions;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Layout;
using NewsBot.Telegram.Sending;
using NewsBot.Web.Access;

namespace NewsBot.Telegram.Notices;

/// <summary>When new articles came, asks the watched questions again, and tells each person once.</summary>
internal sealed class WatchService(
    IWatchStore watches,
    IArticleStore articles,
    ArchiveIndex index,
    ArchiveSearcher search,
    IQuestionAnswerer answerer,
    IChatStore chats,
    OutboxSender sender,
    ReaderLinks links,
    TimeProvider time) : IPeriodicWork
{
    private const int PageSize = 1_000;
    private const int MaxQuestionShown = 300;

    /// <summary>The articles of which one has to be new.</summary>
    private const int Nearest = 10;

    private long looked;

    public string Name => "Asking watched questions again";

    public string? Lease => "watches";

    public TimeSpan Interval => TimeSpan.FromSeconds(30);

    /// <summary>Looks at the open watches once; nothing is done when no article came since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        // Read before the index is updated, so that no article is missed.
        var last = await articles.GetLastSequenceAsync(cancellationToken);
        if (last == looked)
            return;
        await index.FollowAsync(cancellationToken);
        var open = await watches.ReadOpenAsync(PageSize, cancellationToken);
        if (open.Count > 0)
        {
            var arrivals = await ReadArrivalsAsync(open.Min(watch => watch.AfterSequence), cancellationToken);
            foreach (var watch in open)
                await LookAsync(watch, arrivals, cancellationToken);
        }

        looked = last;
    }

    public Task StepAsync(CancellationToken cancellationToken) => LookAsync(cancellationToken);

    private async Task LookAsync(Watch watch, Dictionary<long, long> arrivals, CancellationToken cancellationToken)
    {
        // Most articles have nothing to do with most questions: only a watch whose nearest articles are new is worth an answer.
        var (_, hits) = await search.SearchAsync(watch.Question, time.GetUtcNow(), until: null, Nearest, cancellationToken);
        if (!hits.Any(hit => arrivals.GetValueOrDefault(hit.Revision.RevisionId) > watch.AfterSequence))
            return;
        var reply = await answerer.AnswerAsync(new AskedQuestion(watch.Question, time.GetUtcNow()) { WithoutModel = true }, cancellationToken);
        var isNew = reply.Answer.Citations.Any(citation => arrivals.GetValueOrDefault(citation.Revision.RevisionId) > watch.AfterSequence);
        if (!isNew || !reply.Answer.IsSupported)
            return;
        var settings = await chats.GetSettingsAsync(watch.Place.ChatId, cancellationToken);
        var texts = BotLanguages.For(watch.Language);
        var answer = AnswerLayout.Lay(reply, exchangeId: null, settings, texts, links);
        var question = TextCut.Shorten(DisplayText.Line(watch.Question), MaxQuestionShown);
        var pages = LaidOutMessage.Titled(texts.NowCovered(question)).Pages.Concat(answer.Pages);
        var messages = pages.Select(page => BotRequests.Message(watch.Place.ChatId, (int?)watch.Place.ThreadId, page).ToOutbox(MessagePurpose.Digest));
        sender.Enqueue(await watches.CloseAsync(watch, [.. messages], cancellationToken));
    }

    /// <summary>The revisions that the log has after a sequence, with theirs.</summary>
    private async Task<Dictionary<long, long>> ReadArrivalsAsync(long after, CancellationToken cancellationToken)
    {
        Dictionary<long, long> arrivals = [];
        await foreach (var entry in articles.ReadLogAsync(after, cancellationToken))
        {
            if (entry.RevisionId is { } revision)
                arrivals[revision] = entry.Sequence;
        }

        return arrivals;
    }
}
