namespace NewsBot.Core.Articles;

/// <summary>Takes an article out of a text that somebody handed over.</summary>
public interface IArticleIntake
{
    /// <summary>Stores a text as an article; its first line is the title.</summary>
    /// <param name="text">Not blank.</param>
    /// <param name="receivedAt">Taken for the time of publication.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The article, and whether it was new; null when the text is none.</returns>
    /// <exception cref="ArchiveException">The store failed.</exception>
    Task<(Article Article, IngestOutcome Outcome)?> TakeAsync(string text, DateTimeOffset receivedAt, CancellationToken cancellationToken);
}
