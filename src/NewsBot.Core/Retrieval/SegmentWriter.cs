using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
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
    /// <param name="entries">Passage number times 256 plus impact, ascending, at least one.</param>
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

        var size = 4 + (blocks * 4) + (entries.Length * 3);
        if (buffer.Length < size)
            buffer = new byte[size * 2];
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

    public byte[] ToArray(long lastSequence)
    {
        var outletText = new ArrayBufferWriter<byte>();
        var outletOffsets = new List<uint> { 0 };
        foreach (var outlet in Outlets)
        {
            outletText.Write(Encoding.UTF8.GetBytes(outlet));
            outletOffsets.Add((uint)outletText.WrittenCount);
        }

        var parts = new ReadOnlyMemory<byte>[(int)Section.Count];
        parts[(int)Section.Articles] = AsBytes(Articles);
        parts[(int)Section.Passages] = AsBytes(Passages);
        parts[(int)Section.TitleTerms] = AsBytes(TitleTerms);
        parts[(int)Section.OutletOffsets] = AsBytes(outletOffsets);
        parts[(int)Section.Outlets] = outletText.WrittenMemory;
        parts[(int)Section.TermOffsets] = AsBytes(termOffsets);
        parts[(int)Section.Terms] = terms.WrittenMemory;
        parts[(int)Section.Dictionary] = AsBytes(dictionary);
        parts[(int)Section.Postings] = postings.WrittenMemory;

        long total = HeaderLength;
        foreach (var part in parts)
            total += Padded(part.Length);
        var result = new byte[checked((int)total)];
        var span = result.AsSpan();
        BinaryPrimitives.WriteUInt64LittleEndian(span, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(span[16..], total);
        BinaryPrimitives.WriteInt64LittleEndian(span[24..], lastSequence);
        BinaryPrimitives.WriteInt32LittleEndian(span[32..], Articles.Count);
        BinaryPrimitives.WriteInt32LittleEndian(span[36..], Passages.Count);
        BinaryPrimitives.WriteInt32LittleEndian(span[40..], dictionary.Count);
        BinaryPrimitives.WriteInt32LittleEndian(span[44..], Outlets.Count);
        var start = HeaderLength;
        for (var i = 0; i < parts.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(span[(48 + (i * 16))..], start);
            BinaryPrimitives.WriteInt64LittleEndian(span[(56 + (i * 16))..], parts[i].Length);
            parts[i].Span.CopyTo(span[start..]);
            start += Padded(parts[i].Length);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(span[8..], Checksum(span[16..]));
        return result;
    }

    private static int Padded(int length) => (length + 7) & ~7;

    private static byte[] AsBytes<T>(List<T> rows)
        where T : unmanaged => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(rows)).ToArray();
}
