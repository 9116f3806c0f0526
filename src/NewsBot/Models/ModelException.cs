namespace NewsBot.Models;

/// <summary>A language model gave no reply, or only a part of one; the message is a sentence for the bot's owner and holds no secret.</summary>
internal sealed class ModelException : Exception
{
    /// <summary>Says what failed in one plain sentence.</summary>
    /// <param name="failure">The kind.</param>
    /// <param name="message">What failed and, where the owner can do something about it, what.</param>
    /// <param name="retryAfter">How long the service asks to be left alone; null when it does not say.</param>
    /// <param name="innerException">What the client reported; null when it was not asked.</param>
    public ModelException(ModelFailure failure, string message, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, innerException) => (Failure, RetryAfter) = (failure, retryAfter);

    /// <summary>The kind.</summary>
    public ModelFailure Failure { get; }

    /// <summary>How long the service asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>What the service replied, up to some thousand characters and as untrusted as anything from outside; empty when it replied nothing.</summary>
    public string Reply { get; init; } = "";

    /// <summary>Whether the same request may succeed a little later with nothing changed.</summary>
    public bool IsTransient => Failure is ModelFailure.TooManyRequests or ModelFailure.Unavailable;
}
