using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>The terms of an index that begin with a letter, so that those near to a word can be found among them.</summary>
internal static class TermsOfLetter
{
    /// <summary>A term has to be in one passage of so many to be looked at, and in at least one.</summary>
    private const int PassagesPerHolding = 20_000;

    /// <summary>The most terms of one first letter that are looked at in a segment; more than news of years has.</summary>
    private const int MaxTerms = 200_000;

    /// <summary>In so many passages a term is that somebody may mean who wrote another one.</summary>
    public static int LeastHolding(PassageIndex index) => Math.Max(1, index.PassageCount / PassagesPerHolding);

    /// <summary>Shows the terms one after the other; those of several segments are shown several times.</summary>
    /// <param name="index">The archive's.</param>
    /// <param name="letter">What they begin with: one letter.</param>
    /// <param name="leastBytes">Terms of fewer bytes are left out.</param>
    /// <param name="mostBytes">Terms of more bytes are left out.</param>
    /// <param name="look">Gets each term; the letters are not to be kept.</param>
    /// <remarks>Most terms are rare, so the count shuts most of them out before a letter is compared; a term may be spread over all segments.</remarks>
    public static void Walk(PassageIndex index, string letter, int leastBytes, int mostBytes, Action<ReadOnlySpan<char>> look)
    {
        Span<byte> first = stackalloc byte[8];
        first = first[..Encoding.UTF8.GetBytes(letter, first)];
        Span<char> units = stackalloc char[4 * TermAnalyzer.MaxTermLength];
        var least = LeastHolding(index);
        foreach (var segment in index.Segments)
        {
            var from = segment.FirstTermFrom(first);
            var end = Math.Min(segment.TermCount, from + MaxTerms);
            for (var number = from; number < end; number++)
            {
                var bytes = segment.TermBytes(number);
                if (!bytes.StartsWith(first))
                    break;
                if (bytes.Length < leastBytes || bytes.Length > mostBytes || segment.PassagesWith(number) * index.Segments.Count < least
                    || !Encoding.UTF8.TryGetChars(bytes, units, out var length))
                    continue;
                look(units[..length]);
            }

            GC.KeepAlive(segment);
        }
    }
}
