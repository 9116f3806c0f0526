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
        return [.. Look(index, term, MostEdits(word)).DistinctBy(candidate => candidate.Term).OrderBy(candidate => candidate.Edits)
            .ThenByDescending(candidate => candidate.IsSwapped)
            .ThenByDescending(candidate => candidate.Holding).ThenBy(candidate => candidate.Term, StringComparer.Ordinal).Take(MaxCandidates).Select(candidate => candidate.Term)];
    }

    private static bool IsLatin(char unit) => char.IsLetter(unit) && unit is < LatinEnd or (>= LatinAdditional and < LatinAdditionalEnd);

    private static List<Candidate> Look(PassageIndex index, string term, int mostEdits)
    {
        List<Candidate> found = [];
        var bytes = Encoding.UTF8.GetByteCount(term);
        var letter = term[..(char.IsHighSurrogate(term[0]) ? 2 : 1)];
        TermsOfLetter.Walk(index, letter, bytes - (MaxBytesOfAnEdit * mostEdits), bytes + (MaxBytesOfAnEdit * mostEdits), units =>
        {
            var edits = Edits(term, units, mostEdits);
            if (edits == 0 || edits > mostEdits)
                return;
            var text = new string(units);
            var candidate = new Candidate(text, edits, IsSwapped: text.Length == term.Length && text.Order().SequenceEqual(term.Order()), index.PassagesWith(text));
            if (candidate.Holding >= TermsOfLetter.LeastHolding(index))
                found.Add(candidate);
        });
        return found;
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
