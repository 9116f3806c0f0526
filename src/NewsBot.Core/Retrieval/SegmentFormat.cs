using System.Runtime.InteropServices;

namespace NewsBot.Core.Retrieval;

/// <summary>The layout of a segment's bytes: a header, then sections in any order, each padded to eight bytes; little-endian throughout.</summary>
/// <remarks>
/// Header: magic (8 bytes), checksum of all that follows it (8), total length (8), position in the article log (sequence, 8; fingerprint, 16), counts
/// (articles, passages, terms, outlets; 4 each), then start and length of every section (8 each). Postings of a term: number of blocks (4), per block its
/// number and its count less one (2 each), all low halves of passage numbers (2 each), all impacts (1 each). A block is 65,536 passages.
/// </remarks>
internal static class SegmentFormat
{
    /// <summary>'NEWSIDX' and the version of the layout; another version is rebuilt, never read.</summary>
    public const ulong Magic = 0x06_58_44_49_53_57_45_4EUL;

    public const int ChecksumAt = 8;

    public const int TotalLengthAt = 16;

    public const int SequenceAt = 24;

    public const int FingerprintAt = 32;

    public const int CountsAt = 48;

    public const int SectionsAt = 64;

    public const int HeaderLength = SectionsAt + ((int)Section.Count * 16);

    public const int BlockBits = 16;

    public const int BlockLength = 1 << BlockBits;

    /// <summary>The most bytes of a segment: an array's, which a mapped file is held to as well.</summary>
    public const int MaxLength = 0x7FFF_FFC7;

    public enum Section
    {
        Articles,
        Passages,
        TitleTerms,
        OutletOffsets,
        Outlets,
        TermOffsets,
        Terms,
        Dictionary,
        Postings,
        Count,
    }

    /// <summary>CRC-32C over the bytes in four interleaved lanes, folded into 64 bits; detects damage, not forgery.</summary>
    public static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = new SegmentChecksum();
        checksum.Append(bytes);
        return checksum.Value;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct ArticleRow
    {
        public long RevisionId;

        /// <summary>Seconds since 1970; <see cref="long.MinValue"/> when undated.</summary>
        public long PublishedAt;
        public int FirstPassage;
        public int FirstTitleTerm;

        /// <summary>Number of the outlet in this segment; -1 when unknown.</summary>
        public int Outlet;

        /// <summary>Words of the text, stop words included.</summary>
        public int Tokens;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct PassageRow
    {
        public int Start;
        public int End;
        public int Article;

        /// <summary>The number of indexed words, with those of the title; <see cref="Impact"/> normalises by it.</summary>
        public int Tokens;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct TermRow
    {
        public uint PostingsStart;
        public int PassageCount;
    }
}
