using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>The text of an article at a time.</summary>
/// <param name="Body">The whole text.</param>
/// <param name="Since">When it came in.</param>
public sealed record DatedText(string Body, DateTimeOffset Since);

/// <summary>A sentence that an article did not always have, or does not have any more.</summary>
/// <param name="Sentence">Where it stands in the text that is shown.</param>
/// <param name="At">When the text came in that has it and whose earlier one has not; when <paramref name="IsGone"/>, the other way round.</param>
/// <param name="Other">The sentence in whose place it came, or that came in its place; null when none is like it.</param>
/// <param name="IsGone">Whether a later text lacks it.</param>
public sealed record SentenceChange(TextSpan Sentence, DateTimeOffset At, string? Other, bool IsGone);

/// <summary>Finds which sentences of an article changed.</summary>
public static class SentenceHistory
{
    private const double LeastLikeness = 0.4;
    private const int MostCompared = 200;

    /// <summary>The sentences that changed, in the order of the text that is shown; of one that changed more often the change nearest to it.</summary>
    /// <param name="texts">Oldest first.</param>
    /// <param name="shown">The index of the text that is shown.</param>
    public static IReadOnlyList<SentenceChange> Of(IReadOnlyList<DatedText> texts, int shown)
    {
        if (texts.Count < 2)
            return [];
        var states = texts.Select(text => new State(text)).ToList();
        var found = new List<SentenceChange>();
        foreach (var span in SentenceSplitter.Split(texts[shown].Body))
        {
            var sentence = Normal(span.In(texts[shown].Body));
            var without = Enumerable.Range(0, shown).LastOrDefault(i => !states[i].Has(sentence), -1);
            if (without >= 0)
                found.Add(new SentenceChange(span, texts[without + 1].Since, FindLike(sentence, states[without], states[without + 1]), IsGone: false));
            var gone = Enumerable.Range(shown + 1, texts.Count - shown - 1).FirstOrDefault(i => !states[i].Has(sentence), -1);
            if (gone >= 0)
                found.Add(new SentenceChange(span, texts[gone].Since, FindLike(sentence, states[gone], states[gone - 1]), IsGone: true));
        }

        return found;
    }

    /// <summary>The sentence most like another one, among those that one text has and its neighbour has not.</summary>
    private static string? FindLike(string sentence, State has, State hasNot)
    {
        var terms = TermsOf(sentence);
        return has.Sentences.Where(other => !hasNot.Has(other)).Take(MostCompared)
            .Select(other => (Text: other, Likeness: Likeness(terms, TermsOf(other))))
            .Where(other => other.Likeness >= LeastLikeness)
            .OrderByDescending(other => other.Likeness)
            .Select(other => other.Text)
            .FirstOrDefault();
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    private static HashSet<string> TermsOf(string sentence)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(sentence, terms);
        return [.. terms.Select(term => term.Text)];
    }

    private static string Normal(string sentence) => string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class State
    {
        private readonly HashSet<string> set;

        public State(DatedText text)
        {
            Sentences = [.. SentenceSplitter.Split(text.Body).Select(span => Normal(span.In(text.Body)))];
            set = [.. Sentences];
        }

        public IReadOnlyList<string> Sentences { get; }

        public bool Has(string sentence) => set.Contains(sentence);
    }
}
