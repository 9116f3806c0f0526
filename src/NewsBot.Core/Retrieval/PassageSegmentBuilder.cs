using System.Runtime.InteropServices;
using System.Text;
using NewsBot.Core.Articles;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>Makes a segment of articles that come in any order; one thread at a time.</summary>
public sealed class PassageSegmentBuilder
{
    /// <summary>How many occurrences in the text one occurrence in the title is worth, in every passage of the article.</summary>
    private const double TitleWeight = 1;

    private readonly TermAnalyzer analyzer = new();
    private readonly Dictionary<string, int> termNumbers = new(StringComparer.Ordinal);
    private readonly List<string> terms = [];
    private readonly List<(int Term, int Passage, byte Impact)> postings = [];
    private readonly Dictionary<string, int> outletNumbers = new(StringComparer.Ordinal);
    private readonly SegmentWriter writer = new();
    private readonly Dictionary<int, double> frequencies = [];
    private readonly List<Term> found = [];

    /// <summary>Articles taken so far.</summary>
    public int ArticleCount => writer.Articles.Count;

    /// <summary>Takes one revision in.</summary>
    public void Add(ArticleRevision revision)
    {
        var article = revision.Article;
        found.Clear();
        analyzer.Analyze(article.Title, found);
        var titleTokens = found.Count;
        var titleTerms = new List<int>();
        foreach (var term in found)
        {
            if (!term.IsStopWord && NumberOf(term.Text) is var number && !titleTerms.Contains(number))
                titleTerms.Add(number);
        }

        found.Clear();
        analyzer.Analyze(article.Body, found);
        var passages = PassageSplitter.Split(article.Body, SentenceSplitter.Split(article.Body));
        var row = new ArticleRow
        {
            RevisionId = revision.RevisionId,
            PublishedAt = article.PublishedAt?.ToUnixTimeSeconds() ?? long.MinValue,
            FirstPassage = writer.Passages.Count,
            FirstTitleTerm = writer.TitleTerms.Count,
            Outlet = OutletOf(article.Source),
            Tokens = found.Count,
        };
        writer.TitleTerms.AddRange(titleTerms);

        var at = 0;
        foreach (var passage in passages)
        {
            frequencies.Clear();
            foreach (var term in titleTerms)
                frequencies[term] = TitleWeight;
            while (at < found.Count && found[at].Start < passage.Start)
                at++;
            var first = at;
            for (; at < found.Count && found[at].Start < passage.End; at++)
            {
                if (!found[at].IsStopWord)
                    CollectionsMarshal.GetValueRefOrAddDefault(frequencies, NumberOf(found[at].Text), out _)++;
            }

            var tokens = at - first + titleTokens;
            foreach (var (term, frequency) in frequencies)
                postings.Add((term, writer.Passages.Count, Impact.Quantise(frequency, tokens)));
            writer.Passages.Add(new PassageRow { Start = passage.Start, End = passage.End, Article = writer.Articles.Count, Tokens = tokens });
        }

        writer.Articles.Add(row);
    }

    /// <summary>Ends the segment; the builder is not to be used afterwards.</summary>
    /// <param name="lastSequence">The last line of the article log that the segment has seen.</param>
    /// <returns>The bytes of the segment.</returns>
    public byte[] Build(long lastSequence)
    {
        var names = new byte[terms.Count][];
        for (var i = 0; i < names.Length; i++)
            names[i] = Encoding.UTF8.GetBytes(terms[i]);
        var order = new int[names.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => names[a].AsSpan().SequenceCompareTo(names[b]));
        var rank = new int[names.Length];
        for (var i = 0; i < order.Length; i++)
            rank[order[i]] = i;

        // Articles in time order: the passages get their final numbers here.
        var articles = CollectionsMarshal.AsSpan(writer.Articles).ToArray();
        var sequence = new int[articles.Length];
        for (var i = 0; i < sequence.Length; i++)
            sequence[i] = i;
        Array.Sort(sequence, (a, b) => (articles[a].PublishedAt, articles[a].RevisionId).CompareTo((articles[b].PublishedAt, articles[b].RevisionId)));
        var passages = CollectionsMarshal.AsSpan(writer.Passages).ToArray();
        var titles = CollectionsMarshal.AsSpan(writer.TitleTerms).ToArray();
        writer.Articles.Clear();
        writer.Passages.Clear();
        writer.TitleTerms.Clear();
        var passageNumbers = new int[passages.Length];
        foreach (var old in sequence)
        {
            var article = articles[old];
            var passageEnd = old + 1 < articles.Length ? articles[old + 1].FirstPassage : passages.Length;
            var titleEnd = old + 1 < articles.Length ? articles[old + 1].FirstTitleTerm : titles.Length;
            var firstPassage = writer.Passages.Count;
            for (var passage = article.FirstPassage; passage < passageEnd; passage++)
            {
                passageNumbers[passage] = writer.Passages.Count;
                writer.Passages.Add(passages[passage] with { Article = writer.Articles.Count });
            }

            var firstTitleTerm = writer.TitleTerms.Count;
            for (var title = article.FirstTitleTerm; title < titleEnd; title++)
                writer.TitleTerms.Add(rank[titles[title]]);
            article.FirstPassage = firstPassage;
            article.FirstTitleTerm = firstTitleTerm;
            writer.Articles.Add(article);
        }

        // A counting sort by term, then each term's passages in order.
        var starts = new int[terms.Count + 1];
        foreach (var posting in postings)
            starts[posting.Term + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        var next = starts.AsSpan(0, terms.Count).ToArray();
        var entries = new ulong[postings.Count];
        foreach (var (term, passage, impact) in postings)
            entries[next[term]++] = ((ulong)passageNumbers[passage] << 8) | impact;
        foreach (var term in order)
        {
            var slice = entries.AsSpan(starts[term]..starts[term + 1]);
            slice.Sort();
            writer.AddTerm(names[term], slice);
        }

        return writer.ToArray(lastSequence);
    }

    private int NumberOf(string term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(termNumbers, term, out var known);
        if (!known)
        {
            number = terms.Count;
            terms.Add(term);
        }

        return number;
    }

    private int OutletOf(string? source)
    {
        if (source is null)
            return -1;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(outletNumbers, source, out var known);
        if (!known)
        {
            number = writer.Outlets.Count;
            writer.Outlets.Add(source);
        }

        return number;
    }
}
