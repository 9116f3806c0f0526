using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using NewsBot.Core.Articles;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>Writes a segment: postings as they come, terms in byte order, and the smaller sections at the end.</summary>
/// <remarks>The postings are most of a segment and are never held in memory.</remarks>
internal sealed class SegmentWriter
{
    private const int ChecksumBuffer = SegmentChecksum.PieceLength * 4096;

    private readonly Stream output;
    private readonly ArrayBufferWriter<byte> terms = new();
    private readonly List<uint> termOffsets = [0];
    private readonly List<TermRow> dictionary = [];
    private byte[] buffer = new byte[1024];
    private long postingsLength;

    /// <summary>Begins a segment.</summary>
    /// <param name="output">Empty; it can be read and sought.</param>
    public SegmentWriter(Stream output)
    {
        this.output = output;
        output.Write(new byte[HeaderLength]);
    }

    public List<ArticleRow> Articles { get; } = [];

    public List<PassageRow> Passages { get; } = [];

    public List<int> TitleTerms { get; } = [];

    public List<string> Outlets { get; } = [];

    public int TermCount => dictionary.Count;

    /// <summary>Makes room for what several segments have together, so that nothing grows by copies of itself.</summary>
    public void Reserve(IReadOnlyList<PassageSegment> segments)
    {
        Articles.EnsureCapacity(segments.Sum(segment => segment.ArticleCount));
        Passages.EnsureCapacity(segments.Sum(segment => segment.PassageCount));
        TitleTerms.EnsureCapacity(segments.Sum(segment => segment.AllTitleTerms.Length));
    }

    /// <summary>Appends a term; terms must come in the order of their UTF-8 bytes.</summary>
    /// <param name="term">UTF-8.</param>
    /// <param name="entries">Passage number times 256 plus impact, ascending, none of them twice.</param>
    public void AddTerm(ReadOnlySpan<byte> term, ReadOnlySpan<ulong> entries)
    {
        terms.Write(term);
        termOffsets.Add(checked((uint)terms.WrittenCount));
        dictionary.Add(new TermRow { PostingsStart = checked((uint)postingsLength), PassageCount = entries.Length });

        var blocks = 0;
        var previous = -1;
        foreach (var entry in entries)
        {
            var block = (int)(entry >> (8 + BlockBits));
            if (block != previous)
                blocks++;
            previous = block;
        }

        var wanted = 4 + (blocks * 4L) + (entries.Length * 3L);
        if (postingsLength + wanted > MaxLength)
            throw new SegmentTooLargeException(postingsLength + wanted);
        var size = (int)wanted;
        if (buffer.Length < size)
            buffer = new byte[wanted * 2];
        var target = buffer.AsSpan(0, size);
        BinaryPrimitives.WriteInt32LittleEndian(target, blocks);
        var blockRows = MemoryMarshal.Cast<byte, ushort>(target.Slice(4, blocks * 4));
        var ids = MemoryMarshal.Cast<byte, ushort>(target.Slice(4 + (blocks * 4), entries.Length * 2));
        var impacts = target[(4 + (blocks * 4) + (entries.Length * 2))..];
        var at = -1;
        previous = -1;
        for (var i = 0; i < entries.Length; i++)
        {
            var block = (int)(entries[i] >> (8 + BlockBits));
            if (block != previous)
            {
                at++;
                blockRows[at * 2] = (ushort)block;
                blockRows[(at * 2) + 1] = ushort.MaxValue;
            }

            blockRows[(at * 2) + 1]++;
            previous = block;
            ids[i] = (ushort)(entries[i] >> 8);
            impacts[i] = (byte)entries[i];
        }

        output.Write(target);
        postingsLength += size;
    }

    /// <summary>Writes the sections that are left and the header.</summary>
    /// <exception cref="SegmentTooLargeException">The segment has more than 2 GB.</exception>
    public void Complete(LogPosition position)
    {
        var outletText = new ArrayBufferWriter<byte>();
        var outletOffsets = new List<uint> { 0 };
        foreach (var outlet in Outlets)
        {
            outletText.Write(Encoding.UTF8.GetBytes(outlet));
            outletOffsets.Add((uint)outletText.WrittenCount);
        }

        var header = new byte[HeaderLength];
        long end = HeaderLength;
        Place(Section.Postings, postingsLength);
        Put(Section.Articles, AsBytes(Articles));
        Put(Section.Passages, AsBytes(Passages));
        Put(Section.TitleTerms, AsBytes(TitleTerms));
        Put(Section.OutletOffsets, AsBytes(outletOffsets));
        Put(Section.Outlets, outletText.WrittenSpan);
        Put(Section.TermOffsets, AsBytes(termOffsets));
        Put(Section.Terms, terms.WrittenSpan);
        Put(Section.Dictionary, AsBytes(dictionary));

        BinaryPrimitives.WriteUInt64LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(TotalLengthAt), end);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(SequenceAt), position.Sequence);
        position.Fingerprint.TryWriteBytes(header.AsSpan(FingerprintAt));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(CountsAt), Articles.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(CountsAt + 4), Passages.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(CountsAt + 8), dictionary.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(CountsAt + 12), Outlets.Count);
        output.Position = 0;
        output.Write(header);
        BinaryPrimitives.WriteUInt64LittleEndian(header, Checksum());
        output.Position = ChecksumAt;
        output.Write(header, 0, sizeof(ulong));
        output.Flush();

        void Put(Section section, ReadOnlySpan<byte> part)
        {
            Place(section, part.Length);
            output.Write(part);
            Pad(part.Length);
        }

        void Place(Section section, long length)
        {
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(SectionsAt + ((int)section * 16)), end);
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(SectionsAt + 8 + ((int)section * 16)), length);
            end += Padded(length);
            if (end > MaxLength)
                throw new SegmentTooLargeException(end);
            if (section == Section.Postings)
                Pad(length);
        }
    }

    /// <summary>The whole segment, once it is complete.</summary>
    public byte[] ReadBack()
    {
        var bytes = new byte[output.Length];
        output.Position = 0;
        output.ReadExactly(bytes);
        return bytes;
    }

    private void Pad(long length)
    {
        ReadOnlySpan<byte> zeros = stackalloc byte[sizeof(ulong)];
        output.Write(zeros[..(int)(Padded(length) - length)]);
    }

    /// <summary>Reads back what is written: the header, which is known last, is counted first.</summary>
    private ulong Checksum()
    {
        var checksum = new SegmentChecksum();
        var piece = new byte[ChecksumBuffer];
        output.Position = TotalLengthAt;
        while (output.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false) is > 0 and var length)
            checksum.Append(piece.AsSpan(0, length));
        return checksum.Value;
    }

    private static long Padded(long length) => (length + 7L) & ~7L;

    private static ReadOnlySpan<byte> AsBytes<T>(List<T> rows)
        where T : unmanaged => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(rows));
}

/// <summary>A segment would have more bytes than can be mapped as one piece.</summary>
/// <param name="wantedBytes">What it would need.</param>
public sealed class SegmentTooLargeException(long wantedBytes)
    : InvalidOperationException($"The passage index would take {wantedBytes / 1e9:f1} GB in one file; the most is 2 GB, about 800,000 articles.");
