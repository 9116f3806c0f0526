using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Wording;

/// <summary>Finds the stretch of a passage that a written sentence rests on.</summary>
internal static class QuoteFinder
{
    /// <summary>The most sentences of a passage that one sentence of an answer rests on.</summary>
    private const int MaxQuoted = 3;

    /// <summary>
    /// Each sentence of a passage beyond the first takes so many words of the sentence that rests on it; words gathered from here and there say nothing together.
    /// </summary>
    private const int WordsPerQuoted = 4;

    /// <summary>The stretch of up to three reporting sentences that holds most of what a sentence says; the shortest of equals. Null when none holds a word of it.</summary>
    public static TextSpan? Find(string sentence, SheetPassage passage)
    {
        var body = passage.Revision.Article.Body;
        var said = Stems(sentence).Select(stem => (string[])[stem, .. RelatedWords.Of(stem)]).ToList();
        var evidence = passage.Evidence;
        var held = passage.Stems.Select(words => said.ConvertAll(forms => Array.Exists(forms, words.Contains))).ToList();
        (TextSpan? Span, int Held) best = (null, 0);
        var most = Math.Min(Math.Min(MaxQuoted, evidence.Count), 1 + (said.Count / WordsPerQuoted));
        for (var count = 1; count <= most; count++)
        {
            for (var first = 0; first + count <= evidence.Count; first++)
            {
                // A question or an order between two sentences must not come into the quote.
                if (count > 1 && !IsWhole(body, evidence, first, count))
                    continue;
                var found = CountHeld(held, first, count);
                if (found > best.Held)
                    best = (new TextSpan(evidence[first].Start, evidence[first + count - 1].End), found);
            }
        }

        return best.Span;
    }

    /// <summary>The stems of a text, each once, without stop words.</summary>
    public static HashSet<string> Stems(string text)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(text, terms);
        return terms.Where(term => !term.IsStopWord).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>How many words some neighbouring sentences have together.</summary>
    /// <param name="held">For each sentence, of each word whether it is there.</param>
    /// <param name="first">The first sentence.</param>
    /// <param name="count">How many.</param>
    private static int CountHeld(List<List<bool>> held, int first, int count)
    {
        var found = 0;
        for (var i = 0; i < held[first].Count; i++)
        {
            var isHeld = false;
            for (var at = first; at < first + count; at++)
                isHeld |= held[at][i];
            found += isHeld ? 1 : 0;
        }

        return found;
    }

    private static bool IsWhole(string body, IReadOnlyList<TextSpan> evidence, int first, int count) =>
        Enumerable.Range(first, count - 1).All(i => string.IsNullOrWhiteSpace(body[evidence[i].End..evidence[i + 1].Start]));
}
