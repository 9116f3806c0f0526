using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Ingest;

/// <summary>The unread bytes of a window, then those that follow in its stream.</summary>
internal sealed class WindowStream(ByteWindow window) : ReadOnlyStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (window.Unread.IsEmpty && !await window.FillAsync(cancellationToken))
            return 0;
        var bytes = Math.Min(buffer.Length, window.Unread.Length);
        window.Unread[..bytes].CopyTo(buffer);
        window.Consume(bytes);
        return bytes;
    }
}
