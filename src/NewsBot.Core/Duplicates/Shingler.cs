using System.Numerics;
using NewsBot.Core.Text;

namespace NewsBot.Core.Duplicates;

/// <summary>Finds the runs of three words of a text, as hashes that do not differ from run to run; one thread at a time.</summary>
internal sealed class Shingler
{
    /// <summary>Words of a shingle.</summary>
    public const int Width = 3;

    // A book; what follows tells no more of whether two texts are one.
    private const int MaxWords = 1 << 15;
    private const int MaxChars = MaxWords * 16;

    [ThreadStatic]
    private static Shingler? ofThisThread;

    private readonly List<TextSpan> tokens = [];
    private readonly List<ulong> words = [];
    private uint[] table = new uint[1 << 12];
    private uint[] found = new uint[1 << 11];

    /// <summary>The calling thread's own instance.</summary>
    public static Shingler OfThisThread => ofThisThread ??= new Shingler();

    /// <summary>How many words the last text has, of those that are read.</summary>
    public int Words => words.Count;

    /// <summary>The text's shingles, each once; a text of fewer words is one shingle, and one without words has none.</summary>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<uint> Read(string text)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, MaxChars));
        tokens.Clear();
        words.Clear();
        Tokenizer.Tokenize(read, tokens);
        foreach (var token in tokens)
        {
            if (words.Count == MaxWords)
                break;
            words.Add(Hash(read[token.Start..token.End]));
        }

        var places = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, words.Count * 2));
        if (table.Length < places)
            (table, found) = (new uint[places], new uint[places / 2]);
        Array.Clear(table, 0, places);
        var count = 0;
        for (var first = 0; first < Math.Max(words.Count - Width + 1, Math.Min(words.Count, 1)); first++)
        {
            var hash = 0UL;
            for (var i = first; i < Math.Min(first + Width, words.Count); i++)
                hash = Mix(hash + words[i]);
            // 0 marks a free place.
            var shingle = Math.Max(1, (uint)(hash >> 32));
            if (Insert(shingle, places - 1))
                found[count++] = shingle;
        }

        return found.AsSpan(0, count);
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private bool Insert(uint shingle, int mask)
    {
        for (var place = (int)(shingle & (uint)mask); ; place = (place + 1) & mask)
        {
            if (table[place] == shingle)
                return false;
            if (table[place] != 0)
                continue;
            table[place] = shingle;
            return true;
        }
    }

    /// <summary>FNV-1a over the lower-case units; apostrophes are left out, which outlets write in many ways.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037;
        foreach (var c in word)
        {
            if (c is not ('\'' or '’'))
                hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
        }

        return hash;
    }
}
