namespace NewsBot.Sources.Ingest;

/// <summary>How far a reader has come; written by one thread, read by any.</summary>
internal sealed class ReadMeter
{
    private long totalBytes;
    private long readBytes;

    /// <summary>Size of every file that is to be read, as they lie on the disk; 0 until they are listed.</summary>
    public long TotalBytes => Interlocked.Read(ref totalBytes);

    /// <summary>Bytes read so far.</summary>
    public long ReadBytes => Interlocked.Read(ref readBytes);

    /// <summary>Notes what is to be read.</summary>
    public void Expect(long bytes) => Interlocked.Add(ref totalBytes, bytes);

    /// <summary>Notes what was read.</summary>
    public void Add(long bytes) => Interlocked.Add(ref readBytes, bytes);
}
