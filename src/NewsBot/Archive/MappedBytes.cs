using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace NewsBot.Archive;

/// <summary>A whole file, mapped read-only; the system keeps or drops its pages.</summary>
/// <remarks>The finalizers of its handles unmap it when nothing refers to this object or a segment over it.</remarks>
internal sealed unsafe class MappedBytes : MemoryManager<byte>
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly int length;
    private readonly byte* pointer;

    /// <summary>Maps a file that is not empty and has at most 2 GB.</summary>
    /// <exception cref="IOException">It is empty or larger, or cannot be mapped.</exception>
    public MappedBytes(string path)
    {
        length = new FileInfo(path).Length switch
        {
            0 => throw new IOException("it is empty"),
            > int.MaxValue => throw new IOException("it has more than 2 GB"),
            var whole => (int)whole,
        };
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.Read);
        view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        pointer = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset;
    }

    public override Span<byte> GetSpan() => new(pointer, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(pointer + elementIndex);

    public override void Unpin()
    {
        // The bytes never move.
    }

    protected override void Dispose(bool disposing)
    {
        view.Dispose();
        file.Dispose();
    }
}
