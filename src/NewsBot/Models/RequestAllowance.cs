namespace NewsBot.Models;

/// <summary>How many requests may be made for one question, all of its prompts together: repeats, searches of the model and refused parameters included.</summary>
/// <remarks>Safe for concurrent use.</remarks>
/// <param name="most">The number.</param>
internal sealed class RequestAllowance(int most)
{
    private static readonly AsyncLocal<RequestAllowance?> Ambient = new();

    private int left = most;

    /// <summary>What the requests of this flow of control are taken from; null for any number. No package between a prompt and its requests hands anything on.</summary>
    public static RequestAllowance? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Takes one request.</summary>
    /// <exception cref="ModelException">All are made.</exception>
    public void Take()
    {
        if (Interlocked.Decrement(ref left) < 0)
            throw new ModelException(ModelFailure.RequestsSpent, "As many requests as one question may have are made.");
    }
}
