namespace NewsBot.Telegram.Sending;

/// <summary>How long the service's last replies took, and how long a request is therefore waited for before the next one starts.</summary>
/// <remarks>
/// The quickest of the last replies tells how far away the service is; the others also tell how busy this machine is. A busy machine must not have several requests on their
/// way: if it is stopped, each of them may be sent once more. Requests to a service far away have to overlap, or it would get fewer messages than its limits allow. Not safe for
/// concurrent use.
/// </remarks>
internal sealed class ReplyTimes
{
    private const int Count = 64;

    private static readonly TimeSpan Near = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan OverlapOfNear = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan OverlapOfFar = TimeSpan.FromMilliseconds(20);

    private readonly Queue<TimeSpan> last = new(Count);

    /// <summary>How long the next request waits for the reply to the one before it.</summary>
    public TimeSpan Overlap => last.Count == 0 || last.Min() <= Near ? OverlapOfNear : OverlapOfFar;

    /// <summary>Notes how long a reply took, with what was stored before and after.</summary>
    public void Add(TimeSpan taken)
    {
        if (last.Count == Count)
            last.Dequeue();
        last.Enqueue(taken);
    }
}
