using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>Checks that a segment's bytes fit together, so that no later read leaves them; takes some milliseconds per 50 MB.</summary>
internal readonly ref struct SegmentCheck
{
    private readonly ReadOnlySpan<byte> bytes;
    private readonly ReadOnlySpan<(int Start, int Length)> sections;
    private readonly int articleCount;
    private readonly int passageCount;
    private readonly int termCount;
    private readonly int outletCount;

    private SegmentCheck(ReadOnlySpan<byte> bytes, ReadOnlySpan<(int Start, int Length)> sections)
    {
        this.bytes = bytes;
        this.sections = sections;
        articleCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[CountsAt..]);
        passageCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[(CountsAt + 4)..]);
        termCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[(CountsAt + 8)..]);
        outletCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[(CountsAt + 12)..]);
    }

    /// <summary>Finds out what is wrong.</summary>
    /// <param name="bytes">What may be a segment.</param>
    /// <param name="sections">Where its sections are; empty when something is wrong.</param>
    /// <returns>Null when all is well.</returns>
    public static string? Problem(ReadOnlySpan<byte> bytes, out (int Start, int Length)[] sections)
    {
        sections = [];
        if (bytes.Length < HeaderLength)
            return "too short";
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic)
            return "other format";
        if (BinaryPrimitives.ReadInt64LittleEndian(bytes[TotalLengthAt..]) != bytes.Length
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) != Checksum(bytes[TotalLengthAt..]))
            return "damaged";

        var found = new (int Start, int Length)[(int)Section.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var start = BinaryPrimitives.ReadInt64LittleEndian(bytes[(SectionsAt + (i * 16))..]);
            var length = BinaryPrimitives.ReadInt64LittleEndian(bytes[(SectionsAt + 8 + (i * 16))..]);
            if (start < HeaderLength || start > bytes.Length || length < 0 || length > bytes.Length - start)
                return "inconsistent";
            found[i] = ((int)start, (int)length);
        }

        var check = new SegmentCheck(bytes, found);
        if (!check.CountsFit() || !check.TextsFit() || !check.ArticlesFit() || !check.PassagesFit() || !check.PostingsFit())
            return "inconsistent";
        sections = found;
        return null;
    }

    private bool CountsFit() =>
        articleCount >= 0 && passageCount >= 0 && termCount >= 0 && outletCount >= 0
        && Has<ArticleRow>(Section.Articles, articleCount)
        && Has<PassageRow>(Section.Passages, passageCount)
        && Has<TermRow>(Section.Dictionary, termCount)
        && Has<uint>(Section.TermOffsets, termCount + 1L)
        && Has<uint>(Section.OutletOffsets, outletCount + 1L)
        && sections[(int)Section.TitleTerms].Length % sizeof(int) == 0;

    private bool TextsFit() =>
        Ascend(Rows<uint>(Section.TermOffsets), sections[(int)Section.Terms].Length)
        && Ascend(Rows<uint>(Section.OutletOffsets), sections[(int)Section.Outlets].Length);

    private bool ArticlesFit()
    {
        var titleTerms = Rows<int>(Section.TitleTerms);
        var previous = new ArticleRow { PublishedAt = long.MinValue };
        foreach (ref readonly var article in Rows<ArticleRow>(Section.Articles))
        {
            if (article.PublishedAt < previous.PublishedAt
                || article.FirstPassage < previous.FirstPassage || article.FirstPassage > passageCount
                || article.FirstTitleTerm < previous.FirstTitleTerm || article.FirstTitleTerm > titleTerms.Length
                || article.Outlet < -1 || article.Outlet >= outletCount || article.Tokens < 0)
                return false;
            previous = article;
        }

        foreach (var term in titleTerms)
        {
            if ((uint)term >= (uint)termCount)
                return false;
        }

        return true;
    }

    private bool PassagesFit()
    {
        var articles = Rows<ArticleRow>(Section.Articles);
        var passages = Rows<PassageRow>(Section.Passages);
        var at = 0;
        for (var article = 0; article < articles.Length; article++)
        {
            if (articles[article].FirstPassage != at)
                return false;
            var end = article + 1 < articles.Length ? articles[article + 1].FirstPassage : passages.Length;
            for (; at < end; at++)
            {
                ref readonly var passage = ref passages[at];
                if (passage.Article != article || passage.Start < 0 || passage.End < passage.Start || passage.Tokens < 0)
                    return false;
            }
        }

        return at == passages.Length;
    }

    private bool PostingsFit()
    {
        var postings = Bytes(Section.Postings);
        long at = 0;
        foreach (ref readonly var term in Rows<TermRow>(Section.Dictionary))
        {
            if (term.PostingsStart != at || term.PassageCount < 0 || at + sizeof(int) > postings.Length)
                return false;
            var blockCount = BinaryPrimitives.ReadInt32LittleEndian(postings[(int)at..]);
            var end = at + sizeof(int) + (blockCount * 4L) + (term.PassageCount * 3L);
            if (blockCount < 0 || end > postings.Length)
                return false;
            var blocks = MemoryMarshal.Cast<byte, ushort>(postings.Slice((int)at + sizeof(int), blockCount * 4));
            var ids = MemoryMarshal.Cast<byte, ushort>(postings.Slice((int)at + sizeof(int) + (blockCount * 4), term.PassageCount * 2));
            if (!BlocksFit(blocks, ids))
                return false;
            at = end;
        }

        return at == postings.Length;
    }

    /// <summary>Blocks come in order and hold all ids; only the segment's last block has numbers that no passage has.</summary>
    private bool BlocksFit(ReadOnlySpan<ushort> blocks, ReadOnlySpan<ushort> ids)
    {
        var held = 0L;
        var previous = -1;
        for (var i = 0; i < blocks.Length; i += 2)
        {
            if (blocks[i] <= previous)
                return false;
            previous = blocks[i];
            held += blocks[i + 1] + 1;
        }

        if (held != ids.Length)
            return false;
        if (blocks.IsEmpty)
            return true;
        var inLastBlock = passageCount - ((long)previous << BlockBits);
        if (inLastBlock >= BlockLength)
            return true;
        foreach (var id in ids[^(blocks[^1] + 1)..])
        {
            if (id >= inLastBlock)
                return false;
        }

        return true;
    }

    private static bool Ascend(ReadOnlySpan<uint> offsets, int end)
    {
        if (offsets[0] != 0 || offsets[^1] != end)
            return false;
        for (var i = 1; i < offsets.Length; i++)
        {
            if (offsets[i] < offsets[i - 1])
                return false;
        }

        return true;
    }

    private bool Has<T>(Section section, long rows)
        where T : unmanaged => sections[(int)section].Length == rows * Unsafe.SizeOf<T>();

    private ReadOnlySpan<byte> Bytes(Section section) => bytes.Slice(sections[(int)section].Start, sections[(int)section].Length);

    private ReadOnlySpan<T> Rows<T>(Section section)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(section));
}
