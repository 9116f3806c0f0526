using NewsBot.Core.Articles;

namespace NewsBot.Sources;

/// <summary>Articles that are handed over as text.</summary>
internal sealed class TextIntake(IArticleStore store) : IArticleIntake
{
    /// <inheritdoc/>
    public async Task<(Article Article, IngestOutcome Outcome)?> TakeAsync(string text, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (new ArticleDraft { Body = text, PublishedAt = receivedAt }.Finish("", line: null) is not ReadResult.Found found)
            return null;
        var outcomes = await store.AddAsync([found.Article], cancellationToken);
        return (found.Article, outcomes[0]);
    }
}
