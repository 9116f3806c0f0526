using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Summaries;

/// <summary>The top stories among the newest articles; made again when the archive has changed.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class LatestStories(IArticleStore articles, IArchiveOverview overview) : IDisposable
{
    private const int NewestCount = 300;
    private const int LeastCount = 60;

    // An archive that gets few new articles, or none, still has latest stories: the span ends at its newest article, and a number of articles counts too.
    private static readonly TimeSpan Span = TimeSpan.FromDays(2);

    private readonly SemaphoreSlim gate = new(1);
    private (long Sequence, DateOnly Day) madeAt;
    private IReadOnlyList<Story> stories = [];

    /// <summary>The stories, most important first; empty when no article has a date.</summary>
    public async Task<IReadOnlyList<Story>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = (await articles.GetLastSequenceAsync(cancellationToken), DateOnly.FromDateTime(now.UtcDateTime));
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (madeAt != key)
                (madeAt, stories) = (key, await MakeAsync(now, cancellationToken));
            return stories;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<IReadOnlyList<Story>> MakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var newest = (await overview.ReadNewestAsync(now + IArchiveOverview.Ahead, NewestCount, cancellationToken)).Select(revision => revision.Article).ToList();
        if (newest.Count == 0)
            return [];
        var last = newest[0].PublishedAt!.Value;
        return StoryRanking.Order(StoryGrouper.Group(newest.Where((article, i) => i < LeastCount || article.PublishedAt > last - Span)), last);
    }
}
