using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Fetching;

/// <summary>A stream that ends after so many bytes, and says whether there were more.</summary>
internal sealed class BoundedStream(Stream inner, long maxBytes) : ReadOnlyStream
{
    private long left = maxBytes;

    /// <summary>Whether there was more.</summary>
    public bool IsCut { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsCut)
            return 0;
        var read = await inner.ReadAsync(buffer, cancellationToken);
        IsCut = read > left;
        read = (int)Math.Min(read, left);
        left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
