using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using static NewsBot.Core.Retrieval.VectorSegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>An unchanging piece of the vector index: passages with their vectors, in codes to search and exact to rank.</summary>
/// <remarks>Reads straight from its bytes, which may be a mapped file; safe for any number of threads.</remarks>
public sealed class VectorSegment
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly int codesAt;
    private readonly int exactAt;

    private VectorSegment(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        var header = bytes.Span;
        FirstSequence = BinaryPrimitives.ReadInt64LittleEndian(header[FirstSequenceAt..]);
        LastSequence = BinaryPrimitives.ReadInt64LittleEndian(header[LastSequenceAt..]);
        Stamp = new Guid(header.Slice(StampAt, 16));
        Dimensions = BinaryPrimitives.ReadInt32LittleEndian(header[DimensionsAt..]);
        Count = BinaryPrimitives.ReadInt32LittleEndian(header[CountAt..]);
        var (codes, exact, _) = Layout(Count, Dimensions);
        (codesAt, exactAt) = ((int)codes, (int)exact);
    }

    /// <summary>The sequence that it begins after: 0, or the last of the segment before it.</summary>
    public long FirstSequence { get; }

    /// <summary>The last sequence of the store that it has seen.</summary>
    public long LastSequence { get; }

    /// <summary>The model's stamp.</summary>
    public Guid Stamp { get; }

    /// <summary>Numbers in each vector.</summary>
    public int Dimensions { get; }

    /// <summary>The number of passages.</summary>
    public int Count { get; }

    /// <summary>Length of the segment in bytes.</summary>
    public int ByteCount => bytes.Length;

    internal ReadOnlySpan<PassageVectorRow> Rows => MemoryMarshal.Cast<byte, PassageVectorRow>(bytes.Span.Slice(HeaderLength, Count * RowLength));

    internal ReadOnlySpan<sbyte> Codes => MemoryMarshal.Cast<byte, sbyte>(bytes.Span.Slice(codesAt, Count * Dimensions));

    internal ReadOnlySpan<Half> AllExact => MemoryMarshal.Cast<byte, Half>(bytes.Span.Slice(exactAt, Count * Dimensions * sizeof(ushort)));

    /// <summary>Opens a segment over bytes that <see cref="VectorSegmentBuilder"/> wrote.</summary>
    /// <param name="bytes">Must stay unchanged as long as the segment is used.</param>
    /// <param name="segment">The segment; null when the bytes are none.</param>
    /// <param name="problem">What is wrong, for a log line: 'too short', 'other format', 'damaged', 'inconsistent'; null when all is well.</param>
    /// <returns>Whether the bytes are a whole, undamaged segment of this version.</returns>
    public static bool TryOpen(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out VectorSegment? segment, [NotNullWhen(false)] out string? problem)
    {
        problem = Problem(bytes.Span);
        segment = problem is null ? new VectorSegment(bytes) : null;
        return segment is not null;
    }

    internal ReadOnlySpan<Half> Exact(int passage) =>
        AllExact.Slice(passage * Dimensions, Dimensions);

    private static string? Problem(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
            return "too short";
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic)
            return "other format";
        if (BinaryPrimitives.ReadInt64LittleEndian(bytes[TotalLengthAt..]) != bytes.Length
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes[ChecksumAt..]) != SegmentFormat.Checksum(bytes[TotalLengthAt..]))
            return "damaged";
        var dimensions = BinaryPrimitives.ReadInt32LittleEndian(bytes[DimensionsAt..]);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[CountAt..]);
        if (dimensions is < 1 or > VectorIndex.MaxDimensions || count < 0 || Layout(count, dimensions).End != bytes.Length)
            return "inconsistent";
        foreach (ref readonly var row in MemoryMarshal.Cast<byte, PassageVectorRow>(bytes.Slice(HeaderLength, count * RowLength)))
        {
            if (row.Start < 0 || row.End < row.Start || !(row.Scale >= 0 && float.IsFinite(row.Scale)))
                return "inconsistent";
        }

        return null;
    }
}
