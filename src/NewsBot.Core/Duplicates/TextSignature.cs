using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Duplicates;

/// <summary>What is kept of a text to tell its near duplicates by, whatever its length: a MinHash of its three-word shingles.</summary>
/// <remarks>
/// Immutable, and the same in every run and on every machine, so that it can be stored. Broder, "On the resemblance and containment of
/// documents", 1997; 16 bits of each minimum are kept (Li and König, "b-Bit Minwise Hashing", 2010), of which 1 in 65,536 agrees by chance.
/// </remarks>
public sealed class TextSignature
{
    /// <summary>How many minima it has; the standard deviation of a resemblance of a half is 0.044.</summary>
    public const int Size = 128;

    /// <summary>Words of a body below which it is a teaser: its title counts as a part of it, and it resembles other teasers only.</summary>
    /// <remarks>So much may be what an outlet says under every title: that the page asks for consent, or what the paper stands for.</remarks>
    public const int LeastWords = 60;

    // Of fewer, what two teasers share may be what a feed says of every item.
    private const int LeastTeaserShingles = 8;

    private const byte Version = 1;
    private const int HeaderBytes = 6;
    private const int StoredBytes = HeaderBytes + (Size * sizeof(ushort));

    private readonly ushort[] minima;

    private TextSignature(ushort[] minima, int shingles, bool isTeaser)
    {
        this.minima = minima;
        Shingles = shingles;
        IsTeaser = isTeaser;
    }

    /// <summary>How many different shingles the text has, above 0.</summary>
    public int Shingles { get; }

    /// <summary>Whether the body is shorter than <see cref="LeastWords"/>.</summary>
    public bool IsTeaser { get; }

    /// <summary>The minima, always <see cref="Size"/>.</summary>
    internal ReadOnlySpan<ushort> Minima => minima;

    /// <summary>The signature of what an article says.</summary>
    /// <returns>Null when it says too little to tell a copy from what a feed says of every item.</returns>
    public static TextSignature? Of(Article article)
    {
        var shingler = Shingler.OfThisThread;
        var shingles = shingler.Read(article.Body);
        var isTeaser = shingler.Words < LeastWords;
        if (isTeaser)
            shingles = shingler.Read($"{article.Title}\n{article.Body}");
        return shingles.Length < (isTeaser ? LeastTeaserShingles : 1) ? null : new TextSignature(MinHash.Of(shingles), shingles.Length, isTeaser);
    }

    /// <summary>How much of two texts is the same.</summary>
    public Likeness To(TextSignature other)
    {
        var equal = Vector<ushort>.Zero;
        var first = MemoryMarshal.Cast<ushort, Vector<ushort>>(minima.AsSpan());
        var second = MemoryMarshal.Cast<ushort, Vector<ushort>>(other.minima.AsSpan());
        for (var i = 0; i < first.Length; i++)
            equal -= Vector.Equals(first[i], second[i]);
        return Likeness.Of((double)Vector.Sum(equal) / Size, Shingles, other.Shingles);
    }

    /// <summary>The signature as bytes, of one length for all.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[StoredBytes];
        bytes[0] = Version;
        bytes[1] = IsTeaser ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(2), Shingles);
        for (var i = 0; i < Size; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(HeaderBytes + (i * sizeof(ushort))), minima[i]);
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; false when another version of the program wrote it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out TextSignature? signature)
    {
        signature = null;
        if (bytes.Length != StoredBytes || bytes[0] != Version || BinaryPrimitives.ReadInt32LittleEndian(bytes[2..]) is var shingles && shingles <= 0)
            return false;
        var read = new ushort[Size];
        for (var i = 0; i < Size; i++)
            read[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(HeaderBytes + (i * sizeof(ushort)))..]);
        signature = new TextSignature(read, shingles, bytes[1] == 1);
        return true;
    }
}
