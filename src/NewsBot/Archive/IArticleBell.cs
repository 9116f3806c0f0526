namespace NewsBot.Archive;

/// <summary>Tells at once that the article log has new lines, whichever process wrote them; a look at the log every few seconds finds what it did not tell.</summary>
internal interface IArticleBell
{
    /// <summary>Waits until the log may have lines that came after the last wait.</summary>
    /// <param name="patience">How long it waits at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it rang.</returns>
    Task<bool> WaitAsync(TimeSpan patience, CancellationToken cancellationToken);
}
