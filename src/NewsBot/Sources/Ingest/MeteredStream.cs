using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Ingest;

/// <summary>A stream that adds what is read of it to a meter.</summary>
internal sealed class MeteredStream(Stream inner, ReadMeter meter) : ReadOnlyStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        meter.Add(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
