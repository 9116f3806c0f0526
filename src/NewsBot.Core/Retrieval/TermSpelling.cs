using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>Finds the terms of the archive that somebody may have meant who misspelt a word.</summary>
/// <remarks>
/// Only a word that the archive does not have is looked at, and that news in general does not have either: a word that a small archive happens to lack is no
/// misspelling. What is known of news in general is English, so only words in Latin letters are looked at. Edits are insertions, deletions, replacements and
/// transpositions of neighbours (Damerau 1964, in the restricted form); the first letter stays.
/// </remarks>
public static class TermSpelling
{
    /// <summary>The most terms that may be meant.</summary>
    public const int MaxCandidates = 3;

    private const int MinLength = 4;
    private const int LengthOfTwoEdits = 8;

    /// <summary>A term has to be in one passage of so many to be meant, and in at least one.</summary>
    private const int PassagesPerHolding = 20_000;

    /// <summary>The most terms of one first letter that are looked at in a segment; more than news of years has.</summary>
    private const int MaxTerms = 200_000;

    // Letters take one byte or two; the rare longer ones are not worth more work.
    private const int MaxBytesOfAnEdit = 2;

    private const char LatinEnd = '\u0250';
    private const char LatinAdditional = '\u1E00';
    private const char LatinAdditionalEnd = '\u1F00';

    /// <summary>The most edits that a word may be away from the one that is meant.</summary>
    public static int MostEdits(string word) => word.Length >= LengthOfTwoEdits ? 2 : 1;

    /// <summary>Whether a word may be a misspelling: neither the archive nor news in general has it, and it is long enough and of Latin letters alone.</summary>
    /// <param name="index">The archive's.</param>
    /// <param name="word">As it was typed.</param>
    /// <param name="term">Its term.</param>
    public static bool IsUnknown(PassageIndex index, string word, string term) =>
        word.Length is >= MinLength and <= TermAnalyzer.MaxTermLength && term.Length is >= MinLength - 1 and <= TermAnalyzer.MaxTermLength
        && word.All(unit => IsLatin(unit) || unit is '\'' or '’') && !TermRarity.Knows(term) && Gazetteer.Find(word) == GazetteerKind.None && index.PassagesWith(term) == 0;

    /// <summary>The terms that may be meant: the fewest edits away first, then those with the same letters, then those in the most passages.</summary>
    /// <param name="index">The archive's.</param>
    /// <param name="word">As it was typed.</param>
    /// <param name="term">Its term.</param>
    /// <returns>At most <see cref="MaxCandidates"/>; none for a word that <see cref="IsUnknown"/> denies.</returns>
    public static IReadOnlyList<string> Near(PassageIndex index, string word, string term)
    {
        if (!IsUnknown(index, word, term))
            return [];
        List<Candidate> found = [];
        foreach (var segment in index.Segments)
            Look(index, segment, term, MostEdits(word), found);
        return [.. found.DistinctBy(candidate => candidate.Term).OrderBy(candidate => candidate.Edits).ThenByDescending(candidate => candidate.IsSwapped)
            .ThenByDescending(candidate => candidate.Holding).ThenBy(candidate => candidate.Term, StringComparer.Ordinal).Take(MaxCandidates).Select(candidate => candidate.Term)];
    }

    private static bool IsLatin(char unit) => char.IsLetter(unit) && unit is < LatinEnd or (>= LatinAdditional and < LatinAdditionalEnd);

    private static void Look(PassageIndex index, PassageSegment segment, string term, int mostEdits, List<Candidate> found)
    {
        Span<byte> first = stackalloc byte[8];
        first = first[..Encoding.UTF8.GetBytes(term.AsSpan(0, char.IsHighSurrogate(term[0]) ? 2 : 1), first)];
        var wantedBytes = Encoding.UTF8.GetByteCount(term);
        var least = Math.Max(1, index.PassageCount / PassagesPerHolding);
        Span<char> units = stackalloc char[4 * TermAnalyzer.MaxTermLength];
        var from = segment.FirstTermFrom(first);
        var end = Math.Min(segment.TermCount, from + MaxTerms);
        for (var number = from; number < end; number++)
        {
            var bytes = segment.TermBytes(number);
            if (!bytes.StartsWith(first))
                break;

            // Most terms are rare, so the count shuts most of them out before a letter is compared; a term may be spread over all segments.
            if (Math.Abs(bytes.Length - wantedBytes) > MaxBytesOfAnEdit * mostEdits || segment.PassagesWith(number) * index.Segments.Count < least
                || !Encoding.UTF8.TryGetChars(bytes, units, out var length))
                continue;
            var edits = Edits(term, units[..length], mostEdits);
            if (edits == 0 || edits > mostEdits)
                continue;
            var text = new string(units[..length]);
            var candidate = new Candidate(text, edits, IsSwapped: text.Length == term.Length && text.Order().SequenceEqual(term.Order()), index.PassagesWith(text));
            if (candidate.Holding >= least)
                found.Add(candidate);
        }

        GC.KeepAlive(segment);
    }

    /// <summary>How many edits lie between two words; any number above <paramref name="most"/> when there are more than that.</summary>
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var edits = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    edits = Math.Min(edits, before[j - 2] + 1);
                row[j] = edits;
                least = Math.Min(least, edits);
            }

            if (least > most)
                return most + 1;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[b.Length];
    }

    private readonly record struct Candidate(string Term, int Edits, bool IsSwapped, int Holding);
}
