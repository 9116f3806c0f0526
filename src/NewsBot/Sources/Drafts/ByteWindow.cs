using System.Buffers;

namespace NewsBot.Sources.Drafts;

/// <summary>A stretch of a stream in a pooled buffer that slides forward and grows as far as one record needs.</summary>
internal sealed class ByteWindow(Stream stream) : IDisposable
{
    private const int FirstBytes = 1 << 18;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int start;
    private int end;

    /// <summary>The bytes that were read and not yet consumed; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Unread => buffer.AsMemory(start, end - start);

    /// <summary>Moves past the first <paramref name="bytes"/> of <see cref="Unread"/>.</summary>
    public void Consume(int bytes) => start += bytes;

    /// <summary>Reads on; <see cref="Unread"/> grows.</summary>
    /// <returns>False at the stream's end.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (start == end)
            start = end = 0;
        if (end == buffer.Length)
        {
            // More than half is consumed: slide. Otherwise one record fills the buffer: grow.
            var target = start > buffer.Length / 2 ? buffer : ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(start, end - start).CopyTo(target);
            if (target != buffer)
                ArrayPool<byte>.Shared.Return(buffer);
            buffer = target;
            end -= start;
            start = 0;
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
        end += read;
        return read > 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        start = end = 0;
    }
}
