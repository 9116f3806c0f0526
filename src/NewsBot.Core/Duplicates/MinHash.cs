using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsBot.Core.Duplicates;

/// <summary>The least value of a set under each of many fixed permutations.</summary>
internal static class MinHash
{
    private static readonly uint[] Factors = Draw(seed: 1, isOdd: true);
    private static readonly uint[] Terms = Draw(seed: 2, isOdd: false);

    /// <summary>16 bits of each minimum; two sets agree in a place as often as they resemble each other.</summary>
    /// <param name="values">Well mixed, at least one; repeats change nothing.</param>
    public static ushort[] Of(ReadOnlySpan<uint> values)
    {
        Span<uint> minima = stackalloc uint[TextSignature.Size];
        minima.Fill(uint.MaxValue);
        var lanes = MemoryMarshal.Cast<uint, Vector<uint>>(minima);
        var factors = MemoryMarshal.Cast<uint, Vector<uint>>(Factors.AsSpan());
        var terms = MemoryMarshal.Cast<uint, Vector<uint>>(Terms.AsSpan());
        // A permutation at a time keeps its minimum in a register.
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            var (factor, term, least) = (factors[lane], terms[lane], lanes[lane]);
            foreach (var value in values)
                least = Vector.Min(least, (factor * value) + term);
            lanes[lane] = least;
        }

        var result = new ushort[TextSignature.Size];
        for (var i = 0; i < result.Length; i++)
            // The minima of large sets are all small: mixed first, or the bits kept would agree by chance.
            result[i] = (ushort)((minima[i] * 0x9E3779B1) >> 16);
        return result;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) from a fixed seed: part of the stored format.</summary>
    private static uint[] Draw(ulong seed, bool isOdd)
    {
        var drawn = new uint[TextSignature.Size];
        for (var i = 0; i < drawn.Length; i++)
        {
            seed += 0x9E3779B97F4A7C15;
            drawn[i] = (uint)(Shingler.Mix(seed) >> 32) | (isOdd ? 1u : 0u);
        }

        return drawn;
    }
}
