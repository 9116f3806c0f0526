namespace NewsBot.Core.Retrieval;

/// <summary>A segment would have more bytes than can be mapped as one piece.</summary>
/// <param name="wantedBytes">What it would need.</param>
public sealed class SegmentTooLargeException(long wantedBytes)
    : InvalidOperationException($"The passage index would take {wantedBytes / 1e9:f1} GB in one file; the most is 2 GB, about 800,000 articles.")
{
    /// <summary>The size that the segment would need, in bytes.</summary>
    public long WantedBytes => wantedBytes;
}
