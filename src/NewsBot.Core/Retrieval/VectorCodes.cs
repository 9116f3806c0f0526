using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsBot.Core.Retrieval;

/// <summary>Vectors in a byte a dimension: each number is its code times the vector's scale.</summary>
/// <remarks>
/// Not with System.Numerics.Tensors: its Dot over bytes adds up in a byte and overflows; over floats it reads four times the memory, and a scan waits
/// for the memory (docs/decisions/0008).
/// </remarks>
internal static class VectorCodes
{
    /// <summary>The largest code; -128 is never written, so that two products fit into 16 bits.</summary>
    public const int Largest = sbyte.MaxValue;

    /// <summary>Writes the codes of a vector.</summary>
    /// <param name="values">Any finite numbers.</param>
    /// <param name="codes">As many; each is the number divided by the scale, rounded, so no number is off by more than half the scale.</param>
    /// <returns>The scale: the largest number's magnitude over <see cref="Largest"/>; 0 when all are 0.</returns>
    public static float Quantise(ReadOnlySpan<float> values, Span<sbyte> codes)
    {
        float most = 0;
        foreach (var value in values)
            most = Math.Max(most, Math.Abs(value));
        if (most == 0)
        {
            codes.Clear();
            return 0;
        }

        var scale = most / Largest;
        for (var i = 0; i < values.Length; i++)
            codes[i] = (sbyte)Math.Clamp(Math.Round(values[i] / scale), -Largest, Largest);
        return scale;
    }

    /// <summary>The sum of the products of codes.</summary>
    /// <param name="codes">Of one vector.</param>
    /// <param name="wide">Of the other, each in 16 bits, from -127 to 127; as many, 100,000 at most.</param>
    public static int Dot(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> wide)
    {
        ref var code = ref MemoryMarshal.GetReference(codes);
        ref var other = ref MemoryMarshal.GetReference(wide[..codes.Length]);
        var sums = Vector<int>.Zero;
        var at = 0;
        for (; at <= codes.Length - Vector<sbyte>.Count; at += Vector<sbyte>.Count)
        {
            Vector.Widen(Vector.LoadUnsafe(ref code, (nuint)at), out var low, out var high);
            var products = (low * Vector.LoadUnsafe(ref other, (nuint)at)) + (high * Vector.LoadUnsafe(ref other, (nuint)(at + Vector<short>.Count)));
            Vector.Widen(products, out var first, out var second);
            sums += first + second;
        }

        var sum = Vector.Sum(sums);
        for (; at < codes.Length; at++)
            sum += codes[at] * wide[at];
        return sum;
    }

    /// <summary>The sum of the products of a stored vector and a question's.</summary>
    public static double Dot(ReadOnlySpan<Half> stored, ReadOnlySpan<float> vector)
    {
        double sum = 0;
        for (var i = 0; i < stored.Length; i++)
            sum += (float)stored[i] * vector[i];
        return sum;
    }
}
