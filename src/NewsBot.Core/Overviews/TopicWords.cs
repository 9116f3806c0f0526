using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Overviews;

/// <summary>The words of a topic, each with its weight, looked for in texts; for one thread at a time.</summary>
/// <remarks>A topic has few words and an article has many: what cannot be a word of the topic is passed over by its first letter.</remarks>
public sealed class TopicWords
{
    /// <summary>How much of an article is its beginning, in UTF-16 units.</summary>
    public const int LeadChars = 700;

    private const int MaxChars = 20_000;

    private readonly Question topic;
    private readonly double[] weights;
    private readonly double total;

    // Which terms of the topic a word stands for; the first letters of all these words, where they are of ASCII.
    private readonly Dictionary<string, List<int>> termsOf = new(StringComparer.Ordinal);
    private readonly bool[] isInitial = new bool[128];

    private readonly List<TextSpan> tokens = [];

    /// <summary>Reads a topic.</summary>
    /// <param name="topic">What an overview is wanted of.</param>
    /// <param name="rarity">How rare a term is in the archive, 0 or more.</param>
    public TopicWords(Question topic, Func<string, double> rarity)
    {
        this.topic = topic;
        weights = [.. topic.Terms.Select(term => term.Weight * rarity(term.Text))];
        total = Math.Max(weights.Sum(), 1e-9);
        foreach (var (i, term) in topic.Terms.Index())
        {
            Add(term.Text, i);
            foreach (var related in term.IsName ? [] : RelatedWords.Of(term.Text))
                Add(related, i);
        }
    }

    /// <summary>How well an article covers the topic.</summary>
    public TopicCoverage CoverageIn(Article article)
    {
        var held = new Held(topic.Terms.Count);
        var words = TermsOf(article.Title);
        Mark(held, words);
        var title = ShareOf(held);
        words.AddRange(TermsOf(Start(article.Body, LeadChars)));
        Mark(held, words);
        var lead = ShareOf(held);
        if (!held.IsAll)
            MarkWhole(held, words, Start(article.Body, MaxChars));
        var missing = topic.Names.Where(name => IsMissing(name, held)).Select(name => name.In(topic.Text)).FirstOrDefault();
        return new TopicCoverage(title, lead, ShareOf(held), missing);
    }

    /// <summary>The share of the topic that a text has, 0 to 1.</summary>
    public double ShareIn(string text)
    {
        var held = new Held(topic.Terms.Count);
        Mark(held, TermsOf(text));
        return ShareOf(held);
    }

    /// <summary>Whether a text has something of the name that the topic names first; true for a topic without names.</summary>
    public bool HasSubject(string text)
    {
        if (topic.Names.Count == 0)
            return true;
        var held = new Held(topic.Terms.Count);
        Mark(held, TermsOf(text));
        return !IsMissing(topic.Names[0], held);
    }

    private void Add(string word, int term)
    {
        if (!termsOf.TryGetValue(word, out var terms))
            termsOf.Add(word, terms = []);
        terms.Add(term);
        if (char.IsAscii(word[0]))
            isInitial[word[0]] = true;
    }

    private bool IsMissing(TextSpan name, Held held)
    {
        var terms = topic.Terms.Index().Where(term => name.Overlaps(term.Item.Span)).ToList();
        return terms.Count > 0 && !terms.Exists(term => held[term.Index]);
    }

    private double ShareOf(Held held)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (held[i])
                sum += weights[i];
        }

        return sum / total;
    }

    /// <summary>Marks the words of the topic that a text has, in this form or another.</summary>
    private void Mark(Held held, List<Term> words)
    {
        foreach (var word in words)
            Mark(held, word.Text);
        foreach (var name in topic.Aliases)
        {
            if (MayAdd(name, held) && name.IsIn(words))
                Mark(held, name);
        }
    }

    /// <summary>The same for the whole text of an article, of which most words are passed over.</summary>
    /// <param name="beginning">The words of the title and of the beginning, which are marked.</param>
    private void MarkWhole(Held held, List<Term> beginning, ReadOnlySpan<char> body)
    {
        tokens.Clear();
        Tokenizer.Tokenize(body, tokens);
        foreach (var token in tokens)
        {
            // Folding and stemming keep the first letter of a word that begins with one of ASCII.
            var first = body[token.Start];
            if (char.IsAscii(first) && !isInitial[char.ToLowerInvariant(first)])
                continue;
            if (TermAnalyzer.TermOf(body[token.Start..token.End]) is { } term)
                Mark(held, term);
            if (held.IsAll)
                return;
        }

        // A name of several words is looked for in all words.
        if (topic.Aliases.Any(name => MayAdd(name, held)))
            Mark(held, [.. beginning, .. TermsOf(body)]);
    }

    private void Mark(Held held, string word)
    {
        if (!termsOf.TryGetValue(word, out var terms))
            return;
        foreach (var term in terms)
            held.Add(term);
    }

    private void Mark(Held held, AliasedName name)
    {
        foreach (var (i, term) in topic.Terms.Index())
        {
            if (name.Span.Contains(term.Span))
                held.Add(i);
        }
    }

    private bool MayAdd(AliasedName name, Held held) => topic.Terms.Index().Any(term => !held[term.Index] && name.Span.Contains(term.Item.Span));

    private static ReadOnlySpan<char> Start(string text, int length) => text.AsSpan(0, Math.Min(text.Length, length));

    private static List<Term> TermsOf(ReadOnlySpan<char> text)
    {
        var terms = new List<Term>();
        TermAnalyzer.OfThisThread.Analyze(text, terms);
        return terms;
    }

    /// <summary>Which terms of the topic were found.</summary>
    private sealed class Held(int count)
    {
        private readonly bool[] terms = new bool[count];
        private int missing = count;

        public bool IsAll => missing == 0;

        public bool this[int term] => terms[term];

        public void Add(int term)
        {
            if (terms[term])
                return;
            terms[term] = true;
            missing--;
        }
    }
}
