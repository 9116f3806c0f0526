using NewsBot.Hosting;

namespace NewsBot.Sources.Ingest;

/// <summary>Takes an article out of a text that somebody handed over.</summary>
internal interface IArticleIntake
{
    /// <summary>Stores a text as an article; its first line is the title. Of a text that is an address, the page there is stored.</summary>
    /// <param name="text">Not blank.</param>
    /// <param name="receivedAt">Taken for the time of publication where there is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<IntakeResult> TakeAsync(string text, DateTimeOffset receivedAt, CancellationToken cancellationToken);
}
