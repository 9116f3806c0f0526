using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using NewsBot.Core.Articles;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>An unchanging piece of the passage index: articles in time order, their passages, and per term its passages with impacts.</summary>
/// <remarks>Reads straight from its bytes, which may be a mapped file; safe for any number of threads.</remarks>
public sealed class PassageSegment
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly (int Start, int Length)[] sections;
    private readonly Lazy<(long[] Revisions, int[] Articles)> byRevision;

    private PassageSegment(ReadOnlyMemory<byte> bytes, (int Start, int Length)[] sections)
    {
        this.bytes = bytes;
        this.sections = sections;
        var header = bytes.Span;
        Position = new LogPosition(
            BinaryPrimitives.ReadInt64LittleEndian(header[SequenceAt..]), new Guid(header.Slice(FingerprintAt, 16)));
        ArticleCount = BinaryPrimitives.ReadInt32LittleEndian(header[CountsAt..]);
        PassageCount = BinaryPrimitives.ReadInt32LittleEndian(header[(CountsAt + 4)..]);
        TermCount = BinaryPrimitives.ReadInt32LittleEndian(header[(CountsAt + 8)..]);
        OutletCount = BinaryPrimitives.ReadInt32LittleEndian(header[(CountsAt + 12)..]);
        byRevision = new(SortByRevision);
    }

    /// <summary>The last line of the article log that the segment has seen; the default for a part that says nothing of it.</summary>
    public LogPosition Position { get; }

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
    /// <param name="problem">What is wrong, for a log line: 'too short', 'other format', 'damaged', 'inconsistent'; null when all is well.</param>
    /// <returns>Whether the bytes are a whole, undamaged segment of this version.</returns>
    public static bool TryOpen(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out PassageSegment? segment, [NotNullWhen(false)] out string? problem)
    {
        problem = SegmentCheck.Problem(bytes.Span, out var sections);
        segment = problem is null ? new PassageSegment(bytes, sections) : null;
        return segment is not null;
    }

    /// <summary>Writes the bytes of the segment, which <see cref="TryOpen"/> takes.</summary>
    public void WriteTo(Stream output)
    {
        output.Write(bytes.Span);
        GC.KeepAlive(this);
    }

    /// <summary>The revisions in the segment, in time order, undated ones first.</summary>
    public IReadOnlyList<long> RevisionIds() => ReadRevisionIds();

    /// <summary>Finds a revision's article.</summary>
    /// <returns>Its number, or -1.</returns>
    internal int FindArticle(long revisionId)
    {
        var at = Array.BinarySearch(byRevision.Value.Revisions, revisionId);
        return at < 0 ? -1 : byRevision.Value.Articles[at];
    }

    /// <summary>Finds a term.</summary>
    /// <returns>Its number, or -1.</returns>
    internal int FindTerm(string term)
    {
        Span<byte> buffer = stackalloc byte[512];
        if (!Encoding.UTF8.TryGetBytes(term, buffer, out var length))
            return -1;
        var wanted = buffer[..length];
        var number = FirstTermFrom(wanted);
        return number < TermCount && TermBytes(number).SequenceEqual(wanted) ? number : -1;
    }

    /// <summary>The number of the first term that is not before some bytes; the number of terms when all are.</summary>
    internal int FirstTermFrom(ReadOnlySpan<byte> wanted)
    {
        var (low, high) = (0, TermCount);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (TermBytes(middle).SequenceCompareTo(wanted) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Finds the last passages of a term that come before one.</summary>
    /// <param name="term">Its number.</param>
    /// <param name="before">The number of the passage.</param>
    /// <param name="found">Receives their numbers, the last one first.</param>
    /// <returns>How many there are.</returns>
    internal int LastPassagesWith(int term, int before, Span<int> found)
    {
        var postings = PostingsOf(term);
        var count = 0;
        var end = postings.Ids.Length;
        for (var block = postings.Blocks.Length - 2; block >= 0 && count < found.Length; block -= 2)
        {
            var origin = postings.Blocks[block] << BlockBits;
            var start = end - postings.Blocks[block + 1] - 1;
            for (var at = end - 1; at >= start && count < found.Length && origin < before; at--)
            {
                if (origin + postings.Ids[at] < before)
                    found[count++] = origin + postings.Ids[at];
            }

            end = start;
        }

        return count;
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
        (first == long.MinValue ? 0 : LowerBound(first), last == long.MaxValue ? ArticleCount : LowerBound(last + 1));

    private long[] ReadRevisionIds()
    {
        var result = new long[ArticleCount];
        var articles = Articles;
        for (var i = 0; i < result.Length; i++)
            result[i] = articles[i].RevisionId;
        return result;
    }

    private (long[] Revisions, int[] Articles) SortByRevision()
    {
        var revisions = ReadRevisionIds();
        var articles = new int[revisions.Length];
        for (var i = 0; i < articles.Length; i++)
            articles[i] = i;
        Array.Sort(revisions, articles);
        return (revisions, articles);
    }

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
