using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>A whole file, mapped read-only; the system keeps or drops its pages.</summary>
/// <remarks>
/// Reading a mapped file that somebody cuts ends the process, so a copy is mapped that nobody else can reach: its name is gone as soon as it is open, and the system frees it
/// with the mapping. Windows lets nobody change a mapped file. Where there is no room for a copy, the file itself is mapped. The finalizers of the handles unmap it when nothing
/// refers to this object or a segment over it.
/// </remarks>
internal sealed unsafe class MappedBytes : MemoryManager<byte>
{
    private const int DontNeed = 4;

    private static readonly delegate* unmanaged<void*, nuint, int, int> Advise = (delegate* unmanaged<void*, nuint, int, int>)SystemLibrary.Find("madvise");
    private static readonly ConditionalWeakTable<MappedBytes, object> All = [];

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly int length;
    private readonly byte* pointer;

    /// <summary>Maps a file that is not empty and has at most 2 GB.</summary>
    /// <exception cref="IOException">It is empty or larger, or cannot be mapped.</exception>
    public MappedBytes(string path)
    {
#pragma warning disable CA2000 // The mapping owns the stream and closes it.
        var stream = OpenCopy(path) ?? OwnerOnly.Open(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
#pragma warning restore CA2000
        try
        {
            length = stream.Length switch
            {
                0 => throw new IOException("it is empty"),
                > int.MaxValue => throw new IOException("it has more than 2 GB"),
                var whole => (int)whole,
            };
            file = MemoryMappedFile.CreateFromFile(stream, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        }
        catch
        {
            stream.Dispose();
            throw;
        }

        view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        pointer = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset;
        All.Add(this, view);
    }

    /// <summary>Lets go of the pages of every file that is mapped; those that are read again come back from the system's cache of files.</summary>
    public static void LetGoOfAll()
    {
        foreach (var (mapped, _) in All)
            mapped.LetGo();
    }

    /// <summary>Lets go of the pages that were read so far, as by a look at all of the file.</summary>
    public void LetGo()
    {
        var handle = view.SafeMemoryMappedViewHandle;
        var isHeld = false;
        try
        {
            // Where the file is no longer mapped, something else may lie there.
            handle.DangerousAddRef(ref isHeld);
            if (Advise is not null)
                Advise((void*)handle.DangerousGetHandle(), (nuint)handle.ByteLength, DontNeed);
        }
        catch (ObjectDisposedException)
        {
            // Nothing is left to let go of.
        }
        finally
        {
            if (isHeld)
                handle.DangerousRelease();
        }
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

    /// <summary>Opens a copy without a name; null where none can be made.</summary>
    private static FileStream? OpenCopy(string path)
    {
        if (OperatingSystem.IsWindows())
            return null;
        var copy = IndexFile.Aside(path);
        try
        {
            File.Copy(path, copy);
            return OwnerOnly.Open(copy, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            IndexFile.TryDelete(copy);
        }
    }
}
