using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>Groups the sentences of a text into passages, the units that are indexed and ranked.</summary>
public static class PassageSplitter
{
    /// <summary>Passages of consecutive whole sentences, as even in words as the sentences allow.</summary>
    /// <param name="text">The text that the sentences lie in.</param>
    /// <param name="sentences">In order, not overlapping, as <see cref="SentenceSplitter"/> finds them.</param>
    /// <param name="targetTokens">Words a passage should have; more than 0.</param>
    /// <returns>
    /// Each from the start of its first sentence to the end of its last; together they cover all sentences, so there
    /// are none only when there is no sentence. A sentence of more than twice the target is a passage by itself.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is not positive, or a sentence is not in the text.</exception>
    public static List<TextSpan> Split(string text, IReadOnlyList<TextSpan> sentences, int targetTokens = 128)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(targetTokens);
        var passages = new List<TextSpan>();
        var counts = new int[sentences.Count];
        var tokens = new List<TextSpan>();
        for (var i = 0; i < counts.Length; i++)
        {
            tokens.Clear();
            Tokenizer.Tokenize(text.AsSpan(sentences[i].Start, sentences[i].Length), tokens);
            counts[i] = tokens.Count;
        }

        var first = 0;
        for (var i = 0; i <= counts.Length; i++)
        {
            if (i < counts.Length && counts[i] <= 2L * targetTokens)
                continue;
            Balance(sentences, counts, first, i, targetTokens, passages);
            if (i < counts.Length)
                passages.Add(sentences[i]);
            first = i + 1;
        }

        return passages;
    }

    /// <summary>Cuts sentences <paramref name="first"/> to <paramref name="end"/> where each passage's even share is nearest.</summary>
    private static void Balance(
        IReadOnlyList<TextSpan> sentences, int[] counts, int first, int end, int targetTokens, List<TextSpan> passages)
    {
        if (first >= end)
            return;
        var total = 0L;
        for (var i = first; i < end; i++)
            total += counts[i];
        var wanted = Math.Max(1, (total + (targetTokens / 2)) / targetTokens);

        var start = first;
        var made = 1L;
        var sum = 0L;
        for (var i = first; i < end - 1 && made < wanted; i++)
        {
            sum += counts[i];
            // The share ends nearer to the end of this sentence than to the end of the next.
            var share = total * made / wanted;
            if (share - sum > sum + counts[i + 1] - share)
                continue;
            passages.Add(new TextSpan(sentences[start].Start, sentences[i].End));
            start = i + 1;
            made++;
        }

        passages.Add(new TextSpan(sentences[start].Start, sentences[end - 1].End));
    }
}
