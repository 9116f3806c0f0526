using System.Buffers.Binary;
using System.Runtime.InteropServices;
using static NewsBot.Core.Retrieval.VectorSegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>Makes vector segments, of vectors or of smaller segments.</summary>
public static class VectorSegmentBuilder
{
    /// <summary>The bytes of a segment grow to this and not further: an archive has several, and each is made in memory.</summary>
    public const int MaxLength = 256 << 20;

    /// <summary>Makes a segment.</summary>
    /// <param name="model">Whose vectors they are.</param>
    /// <param name="firstSequence">The sequence that it begins after.</param>
    /// <param name="lastSequence">The last sequence that it has seen.</param>
    /// <param name="revisions">In the order of their sequences.</param>
    /// <returns>The bytes of the segment.</returns>
    /// <exception cref="ArgumentException">A revision's vectors are not as many as its passages, or not of the model's dimensions.</exception>
    public static byte[] Build(VectorModel model, long firstSequence, long lastSequence, IReadOnlyList<RevisionVectors> revisions)
    {
        var dimensions = model.Dimensions;
        var (bytes, codesAt, exactAt) = Begin(model.Stamp, dimensions, firstSequence, lastSequence, revisions.Sum(revision => revision.Passages.Count));
        var rows = MemoryMarshal.Cast<byte, PassageVectorRow>(bytes.AsSpan(HeaderLength));
        var values = new float[dimensions];
        var at = 0;
        foreach (var revision in revisions)
        {
            if (revision.Values.Length != revision.Passages.Count * dimensions)
                throw new ArgumentException($"Revision {revision.RevisionId} has {revision.Values.Length} numbers for {revision.Passages.Count} passages.", nameof(revisions));
            for (var passage = 0; passage < revision.Passages.Count; passage++)
            {
                var exact = revision.Values.AsSpan(passage * dimensions, dimensions);
                for (var i = 0; i < dimensions; i++)
                    values[i] = (float)exact[i];
                var scale = VectorCodes.Quantise(values, MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(codesAt + (at * dimensions), dimensions)));
                MemoryMarshal.AsBytes(exact).CopyTo(bytes.AsSpan(exactAt + (at * dimensions * sizeof(ushort))));
                var span = revision.Passages[passage];
                rows[at++] = new PassageVectorRow { RevisionId = revision.RevisionId, Start = span.Start, End = span.End, Scale = scale };
            }
        }

        return End(bytes);
    }

    /// <summary>Makes one segment of several.</summary>
    /// <param name="segments">Of one model, each beginning where the one before it ends; one at least.</param>
    /// <returns>The bytes of the segment.</returns>
    public static byte[] Merge(IReadOnlyList<VectorSegment> segments)
    {
        var first = segments[0];
        var dimensions = first.Dimensions;
        var (bytes, codesAt, exactAt) = Begin(first.Stamp, dimensions, first.FirstSequence, segments[^1].LastSequence, segments.Sum(segment => segment.Count));
        var at = 0;
        foreach (var segment in segments)
        {
            MemoryMarshal.AsBytes(segment.Rows).CopyTo(bytes.AsSpan(HeaderLength + (at * RowLength)));
            MemoryMarshal.AsBytes(segment.Codes).CopyTo(bytes.AsSpan(codesAt + (at * dimensions)));
            MemoryMarshal.AsBytes(segment.AllExact).CopyTo(bytes.AsSpan(exactAt + (at * dimensions * sizeof(ushort))));
            at += segment.Count;
            // The spans above may point into a mapped file that lives as long as its segment.
            GC.KeepAlive(segment);
        }

        return End(bytes);
    }

    private static (byte[] Bytes, int Codes, int Exact) Begin(Guid stamp, int dimensions, long firstSequence, long lastSequence, int count)
    {
        var (codes, exact, end) = Layout(count, dimensions);
        var bytes = new byte[checked((int)end)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(TotalLengthAt), end);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(FirstSequenceAt), firstSequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(LastSequenceAt), lastSequence);
        stamp.TryWriteBytes(bytes.AsSpan(StampAt));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(DimensionsAt), dimensions);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(CountAt), count);
        return (bytes, (int)codes, (int)exact);
    }

    private static byte[] End(byte[] bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(ChecksumAt), SegmentFormat.Checksum(bytes.AsSpan(TotalLengthAt)));
        return bytes;
    }
}
