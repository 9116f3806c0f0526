using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using NewsBot.Core.Articles;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>Collects the sections of a segment, terms in byte order, and puts them together.</summary>
internal sealed class SegmentWriter
{
    private readonly ArrayBufferWriter<byte> terms = new();
    private readonly ArrayBufferWriter<byte> postings = new();
    private readonly List<uint> termOffsets = [0];
    private readonly List<TermRow> dictionary = [];
    private byte[] buffer = new byte[1024];

    public List<ArticleRow> Articles { get; } = [];

    public List<PassageRow> Passages { get; } = [];

    public List<int> TitleTerms { get; } = [];

    public List<string> Outlets { get; } = [];

    public int TermCount => dictionary.Count;

    /// <summary>Appends a term; terms must come in the order of their UTF-8 bytes.</summary>
    /// <param name="term">UTF-8.</param>
    /// <param name="entries">Passage number times 256 plus impact, ascending, none of them twice.</param>
    public void AddTerm(ReadOnlySpan<byte> term, ReadOnlySpan<ulong> entries)
    {
        terms.Write(term);
        termOffsets.Add(checked((uint)terms.WrittenCount));
        dictionary.Add(new TermRow { PostingsStart = checked((uint)postings.WrittenCount), PassageCount = entries.Length });

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
        if (postings.WrittenCount + wanted > MaxLength)
            throw new SegmentTooLargeException(postings.WrittenCount + wanted);
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

        postings.Write(target);
    }

    /// <summary>Puts the sections together.</summary>
    /// <exception cref="SegmentTooLargeException">They have more than 2 GB.</exception>
    public byte[] ToArray(LogPosition position)
    {
        var outletText = new ArrayBufferWriter<byte>();
        var outletOffsets = new List<uint> { 0 };
        foreach (var outlet in Outlets)
        {
            outletText.Write(Encoding.UTF8.GetBytes(outlet));
            outletOffsets.Add((uint)outletText.WrittenCount);
        }

        ReadOnlySpan<byte> Part(int section) => (Section)section switch
        {
            Section.Articles => AsBytes(Articles),
            Section.Passages => AsBytes(Passages),
            Section.TitleTerms => AsBytes(TitleTerms),
            Section.OutletOffsets => AsBytes(outletOffsets),
            Section.Outlets => outletText.WrittenSpan,
            Section.TermOffsets => AsBytes(termOffsets),
            Section.Terms => terms.WrittenSpan,
            Section.Dictionary => AsBytes(dictionary),
            _ => postings.WrittenSpan,
        };

        long total = HeaderLength;
        for (var i = 0; i < (int)Section.Count; i++)
            total += Padded(Part(i).Length);
        if (total > MaxLength)
            throw new SegmentTooLargeException(total);
        var result = new byte[total];
        var span = result.AsSpan();
        BinaryPrimitives.WriteUInt64LittleEndian(span, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(span[TotalLengthAt..], total);
        BinaryPrimitives.WriteInt64LittleEndian(span[SequenceAt..], position.Sequence);
        position.Fingerprint.TryWriteBytes(span[FingerprintAt..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[CountsAt..], Articles.Count);
        BinaryPrimitives.WriteInt32LittleEndian(span[(CountsAt + 4)..], Passages.Count);
        BinaryPrimitives.WriteInt32LittleEndian(span[(CountsAt + 8)..], dictionary.Count);
        BinaryPrimitives.WriteInt32LittleEndian(span[(CountsAt + 12)..], Outlets.Count);
        var start = HeaderLength;
        for (var i = 0; i < (int)Section.Count; i++)
        {
            var part = Part(i);
            BinaryPrimitives.WriteInt64LittleEndian(span[(SectionsAt + (i * 16))..], start);
            BinaryPrimitives.WriteInt64LittleEndian(span[(SectionsAt + 8 + (i * 16))..], part.Length);
            part.CopyTo(span[start..]);
            start += (int)Padded(part.Length);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(span[8..], Checksum(span[16..]));
        return result;
    }

    private static long Padded(int length) => (length + 7L) & ~7L;

    private static ReadOnlySpan<byte> AsBytes<T>(List<T> rows)
        where T : unmanaged => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(rows));
}

/// <summary>A segment would have more bytes than can be mapped as one piece.</summary>
/// <param name="wantedBytes">What it would need.</param>
public sealed class SegmentTooLargeException(long wantedBytes)
    : InvalidOperationException($"The passage index would take {wantedBytes / 1e9:f1} GB in one file; the most is 2 GB, about 800,000 articles.");
