namespace NewsBot.Core.Answers.Checking;

/// <summary>Finds names and numbers that changed their places: who did it to whom, how many died and how many were hurt.</summary>
internal static class WordingOrder
{
    /// <summary>How far before a number its verb may stand, in words: 'killed at least 12'.</summary>
    private const int NumberReach = 4;

    /// <summary>The words that changed their order, briefly; null when none did.</summary>
    /// <param name="said">One sentence.</param>
    /// <param name="evidence">What it rests on.</param>
    public static string? FindFault(WordingEvidence said, IReadOnlyList<WordingEvidence> evidence) => FindSwappedNames(said, evidence) ?? FindSwappedNumbers(said, evidence);

    /// <summary>Two names around one word that have changed sides; a 'by' makes the change right.</summary>
    private static string? FindSwappedNames(WordingEvidence said, IReadOnlyList<WordingEvidence> evidence)
    {
        foreach (var (first, second) in Pairs(said))
        {
            var (one, other) = (said.Terms[first].Text, said.Terms[second].Text);
            var between = Between(said, first, second);
            if (between.Count == 0)
                continue;
            var isBy = HasBy(said, first, second);
            var turned = evidence.Any(text => Stands(text, other, one, between, isBy));
            if (turned && !evidence.Any(text => Stands(text, one, other, between, isBy)))
                return $"'{one}' and '{other}' stand the other way round in the cited passage";
        }

        return null;
    }

    private static IEnumerable<(int First, int Second)> Pairs(WordingEvidence said)
    {
        var names = Enumerable.Range(0, said.Terms.Count).Where(i => MayBeName(said, i)).ToList();
        return names.SelectMany((first, i) => names.Skip(i + 1).Select(second => (first, second))).Where(pair => said.Terms[pair.first].Text != said.Terms[pair.second].Text);
    }

    /// <summary>Whether the word has a capital; at the beginning of a sentence, where each has, any but a stop word.</summary>
    private static bool MayBeName(WordingEvidence text, int i) => !text.Terms[i].IsStopWord && char.IsUpper(text.Text[text.Terms[i].Start]);

    private static bool Stands(WordingEvidence text, string one, string other, HashSet<string> between, bool isBy)
    {
        var terms = text.Terms;
        for (var first = 0; first < terms.Count; first++)
        {
            if (terms[first].Text != one)
                continue;
            for (var second = first + 1; second < terms.Count; second++)
            {
                if (terms[second].Text == other && HasBy(text, first, second) == isBy && Between(text, first, second).Overlaps(between))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The plain words between two places.</summary>
    private static HashSet<string> Between(WordingEvidence text, int first, int second) =>
        [.. Enumerable.Range(first + 1, second - first - 1).Where(i => !text.Terms[i].IsStopWord && !MayBeName(text, i)).Select(i => text.Terms[i].Text)];

    private static bool HasBy(WordingEvidence text, int first, int second) => Enumerable.Range(first + 1, second - first - 1).Any(i => text.Terms[i].Text == "by");

    /// <summary>A number behind a word that stands before another number in the quotes, and not before this one.</summary>
    private static string? FindSwappedNumbers(WordingEvidence said, IReadOnlyList<WordingEvidence> evidence)
    {
        for (var i = 0; i < said.Terms.Count; i++)
        {
            if (!said.IsNumber(said.Terms[i]) || Before(said, i) is not { } word)
                continue;
            var number = said.Terms[i].Text;
            var told = evidence.SelectMany(text => NumbersAfter(text, word)).ToHashSet(StringComparer.Ordinal);
            if (told.Count > 0 && !told.Contains(number) && evidence.Any(text => text.Terms.Any(term => term.Text == number)))
                return $"'{word}' tells of another number than {number} in the cited passage";
        }

        return null;
    }

    private static string? Before(WordingEvidence text, int place)
    {
        for (var i = place - 1; i >= Math.Max(0, place - NumberReach); i--)
        {
            if (text.IsNumber(text.Terms[i]))
                return null;
            if (!text.Terms[i].IsStopWord && !text.IsName(i))
                return text.Terms[i].Text;
        }

        return null;
    }

    private static IEnumerable<string> NumbersAfter(WordingEvidence text, string word) =>
        from i in Enumerable.Range(0, text.Terms.Count)
        where text.Terms[i].Text == word
        from next in Enumerable.Range(i + 1, Math.Min(NumberReach, text.Terms.Count - i - 1))
        where text.IsNumber(text.Terms[next])
        select text.Terms[next].Text;
}
