using System.Runtime.InteropServices;

namespace NewsBot.Core.Retrieval;

/// <summary>The layout of a vector segment's bytes: a header, a row a passage, all codes, all exact vectors; each padded to 64 bytes, little-endian.</summary>
/// <remarks>
/// Header: magic (8 bytes), checksum of all that follows it (8), total length (8), first and last sequence (8 each), the model's stamp (16), dimensions and count (4 each). The
/// stamp stands for the model's name: the store drew it for that name and those dimensions.
/// </remarks>
internal static class VectorSegmentFormat
{
    /// <summary>'NEWSVEC' and the version of the layout; another version is made again, never read.</summary>
    public const ulong Magic = 0x01_43_45_56_53_57_45_4EUL;

    public const int ChecksumAt = 8;

    public const int TotalLengthAt = 16;

    public const int FirstSequenceAt = 24;

    public const int LastSequenceAt = 32;

    public const int StampAt = 40;

    public const int DimensionsAt = 56;

    public const int CountAt = 60;

    public const int HeaderLength = 64;

    public const int RowLength = 24;

    /// <summary>Where codes and exact vectors start, and where all ends.</summary>
    public static (long Codes, long Exact, long End) Layout(long count, int dimensions)
    {
        var codes = Padded(HeaderLength + (count * RowLength));
        var exact = Padded(codes + (count * dimensions));
        return (codes, exact, Padded(exact + (count * dimensions * 2)));
    }

    private static long Padded(long length) => (length + 63) & ~63L;

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct PassageVectorRow
    {
        public long RevisionId;
        public int Start;
        public int End;
        public float Scale;
        public int Reserved;
    }
}
