using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsBot.Core.Retrieval;

/// <summary>The checksum of <see cref="SegmentFormat.Checksum"/> over bytes that come in pieces.</summary>
internal sealed class SegmentChecksum
{
    /// <summary>Every piece except the last has a multiple of so many bytes.</summary>
    public const int PieceLength = 4 * sizeof(ulong);

    private uint a = 1;
    private uint b = 2;
    private uint c = 3;
    private uint d = 4;

    /// <summary>The checksum of what was appended.</summary>
    public ulong Value => ((ulong)BitOperations.Crc32C(a, (ulong)c << 32 | d) << 32) | BitOperations.Crc32C(b, (ulong)d << 32 | c);

    /// <summary>Counts a piece in.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var (first, second, third, fourth) = (a, b, c, d);
        var i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            first = BitOperations.Crc32C(first, words[i]);
            second = BitOperations.Crc32C(second, words[i + 1]);
            third = BitOperations.Crc32C(third, words[i + 2]);
            fourth = BitOperations.Crc32C(fourth, words[i + 3]);
        }

        for (; i < words.Length; i++)
            first = BitOperations.Crc32C(first, words[i]);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            second = BitOperations.Crc32C(second, rest);
        (a, b, c, d) = (first, second, third, fourth);
    }
}
