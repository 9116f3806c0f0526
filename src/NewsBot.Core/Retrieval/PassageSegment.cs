using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>An unchanging piece of the passage index: articles in time order, their passages, and per term its passages with impacts.</summary>
/// <remarks>Reads straight from its bytes, which may be a mapped file; safe for any number of threads.</remarks>
public sealed class PassageSegment
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly (int Start, int Length)[] sections;

    private PassageSegment(ReadOnlyMemory<byte> bytes, (int Start, int Length)[] sections)
    {
        this.bytes = bytes;
        this.sections = sections;
        var header = bytes.Span;
        LastSequence = BinaryPrimitives.ReadInt64LittleEndian(header[24..]);
        ArticleCount = BinaryPrimitives.ReadInt32LittleEndian(header[32..]);
        PassageCount = BinaryPrimitives.ReadInt32LittleEndian(header[36..]);
        TermCount = BinaryPrimitives.ReadInt32LittleEndian(header[40..]);
        OutletCount = BinaryPrimitives.ReadInt32LittleEndian(header[44..]);
    }

    /// <summary>The last line of the article log that the segment has seen.</summary>
    public long LastSequence { get; }

    /// <summary>Articles in the segment, removed ones included.</summary>
    public int ArticleCount { get; }

    /// <summary>Passages in the segment, removed ones included.</summary>
    public int PassageCount { get; }

    /// <summary>Distinct terms.</summary>
    public int TermCount { get; }

    /// <summary>Distinct outlets.</summary>
    public int OutletCount { get; }

    /// <summary>Length of the segment in bytes.</summary>
    public int ByteCount => bytes.Length;

    internal ReadOnlySpan<ArticleRow> Articles => Rows<ArticleRow>(Section.Articles);

    internal ReadOnlySpan<PassageRow> Passages => Rows<PassageRow>(Section.Passages);

    internal ReadOnlySpan<int> AllTitleTerms => Rows<int>(Section.TitleTerms);

    /// <summary>Opens a segment over bytes that <see cref="PassageSegmentBuilder"/> or <see cref="PassageSegmentMerger"/> wrote.</summary>
    /// <param name="bytes">Must stay unchanged as long as the segment is used.</param>
    /// <param name="segment">The segment; null when the bytes are none.</param>
    /// <param name="problem">What is wrong, for a log line: 'too short', 'other format', 'damaged'; null when all is well.</param>
    /// <returns>Whether the bytes are a whole, undamaged segment of this version.</returns>
    public static bool TryOpen(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out PassageSegment? segment, [NotNullWhen(false)] out string? problem)
    {
        segment = null;
        var span = bytes.Span;
        if (span.Length < HeaderLength)
        {
            problem = "too short";
            return false;
        }

        if (BinaryPrimitives.ReadUInt64LittleEndian(span) != Magic)
        {
            problem = "other format";
            return false;
        }

        if (BinaryPrimitives.ReadInt64LittleEndian(span[16..]) != span.Length || BinaryPrimitives.ReadUInt64LittleEndian(span[8..]) != Checksum(span[16..]))
        {
            problem = "damaged";
            return false;
        }

        var found = new (int Start, int Length)[(int)Section.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var at = 48 + (i * 16);
            found[i] = ((int)BinaryPrimitives.ReadInt64LittleEndian(span[at..]), (int)BinaryPrimitives.ReadInt64LittleEndian(span[(at + 8)..]));
        }

        problem = null;
        segment = new PassageSegment(bytes, found);
        return true;
    }

    /// <summary>The revisions in the segment, in time order, undated ones first.</summary>
    public IReadOnlyList<long> RevisionIds()
    {
        var result = new long[ArticleCount];
        var articles = Articles;
        for (var i = 0; i < result.Length; i++)
            result[i] = articles[i].RevisionId;
        return result;
    }

    /// <summary>Finds a term.</summary>
    /// <returns>Its number, or -1.</returns>
    internal int FindTerm(string term)
    {
        Span<byte> buffer = stackalloc byte[512];
        if (!Encoding.UTF8.TryGetBytes(term, buffer, out var length))
            return -1;
        var wanted = buffer[..length];
        var (low, high) = (0, TermCount - 1);
        while (low <= high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            var order = TermBytes(middle).SequenceCompareTo(wanted);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    internal ReadOnlySpan<byte> TermBytes(int term) => Text(Section.TermOffsets, Section.Terms, term);

    internal string Outlet(int outlet) => Encoding.UTF8.GetString(Text(Section.OutletOffsets, Section.Outlets, outlet));

    internal int PassagesWith(int term) => Rows<TermRow>(Section.Dictionary)[term].PassageCount;

    internal Postings PostingsOf(int term)
    {
        var row = Rows<TermRow>(Section.Dictionary)[term];
        var all = Bytes(Section.Postings)[(int)row.PostingsStart..];
        var blockCount = BinaryPrimitives.ReadInt32LittleEndian(all);
        var blocks = MemoryMarshal.Cast<byte, ushort>(all.Slice(4, blockCount * 4));
        var ids = MemoryMarshal.Cast<byte, ushort>(all.Slice(4 + (blockCount * 4), row.PassageCount * 2));
        var impacts = all.Slice(4 + (blockCount * 4) + (row.PassageCount * 2), row.PassageCount);
        return new Postings(blocks, ids, impacts);
    }

    internal ReadOnlySpan<int> TitleTerms(int article)
    {
        var articles = Articles;
        var all = AllTitleTerms;
        var end = article + 1 < articles.Length ? articles[article + 1].FirstTitleTerm : all.Length;
        return all[articles[article].FirstTitleTerm..end];
    }

    internal int PassageEnd(int article) =>
        article + 1 < ArticleCount ? Articles[article + 1].FirstPassage : PassageCount;

    /// <summary>The articles published from <paramref name="first"/> to <paramref name="last"/>, seconds since 1970, both included.</summary>
    internal (int Start, int End) ArticlesBetween(long first, long last) =>
        (LowerBound(first), last == long.MaxValue ? ArticleCount : LowerBound(last + 1));

    private int LowerBound(long published)
    {
        var articles = Articles;
        var (low, high) = (0, articles.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (articles[middle].PublishedAt < published)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private ReadOnlySpan<byte> Text(Section offsets, Section text, int number)
    {
        var starts = Rows<uint>(offsets);
        return Bytes(text)[(int)starts[number]..(int)starts[number + 1]];
    }

    private ReadOnlySpan<byte> Bytes(Section section) => bytes.Span.Slice(sections[(int)section].Start, sections[(int)section].Length);

    private ReadOnlySpan<T> Rows<T>(Section section)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(section));

    /// <summary>A term's passages in order: per block its number and its count less one, then low halves of numbers, then impacts.</summary>
    internal readonly ref struct Postings(ReadOnlySpan<ushort> blocks, ReadOnlySpan<ushort> ids, ReadOnlySpan<byte> impacts)
    {
        public ReadOnlySpan<ushort> Blocks { get; } = blocks;

        public ReadOnlySpan<ushort> Ids { get; } = ids;

        public ReadOnlySpan<byte> Impacts { get; } = impacts;
    }
}
