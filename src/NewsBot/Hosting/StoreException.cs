namespace NewsBot.Hosting;

/// <summary>The archive could not be read or written for a reason outside the program; the message is a sentence for people.</summary>
internal sealed class StoreException : Exception
{
    /// <summary>Says what failed in one plain sentence.</summary>
    /// <param name="message">What failed and what to do about it.</param>
    /// <param name="isTransient">Whether the same call may succeed later with nothing changed.</param>
    /// <param name="innerException">What the database or the file system reported; null when the archive itself was refused.</param>
    public StoreException(string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>Whether the same call may succeed later with nothing changed: another process holds the archive.</summary>
    public bool IsTransient { get; }

    /// <summary>Whether the data itself is damaged: what lies elsewhere may still be read.</summary>
    public bool IsDamage { get; init; }
}
