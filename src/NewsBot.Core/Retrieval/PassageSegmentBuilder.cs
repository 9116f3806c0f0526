using System.Runtime.InteropServices;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>Makes a segment of articles that come in any order; one thread at a time.</summary>
public sealed class PassageSegmentBuilder
{
    /// <summary>How many occurrences in the text one occurrence in the title is worth, in every passage of the article.</summary>
    private const double TitleWeight = 1;

    private readonly Dictionary<string, int> termNumbers = new(StringComparer.Ordinal);
    private readonly List<string> terms = [];

    // The postings passage by passage: terms, their impacts beside them, and per passage where they end.
    private readonly List<int> postingTerms = [];
    private readonly List<byte> postingImpacts = [];
    private readonly List<int> postingEnds = [];
    private readonly Dictionary<string, int> outletNumbers = new(StringComparer.Ordinal);
    private readonly SegmentWriter writer = new(new MemoryStream());

    // Of the present passage: per term its frequency, and the terms whose frequency is not 0.
    private readonly List<int> passageTerms = [];
    private double[] frequencies = new double[1024];
    private readonly List<Term> found = [];

    /// <summary>Articles taken so far.</summary>
    public int ArticleCount => writer.Articles.Count;

    /// <summary>Takes one revision in.</summary>
    public void Add(ArticleRevision revision)
    {
        var article = revision.Article;
        var analyzer = TermAnalyzer.OfThisThread;
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
            passageTerms.Clear();
            foreach (var term in titleTerms)
                Count(term, TitleWeight);
            while (at < found.Count && found[at].Start < passage.Start)
                at++;
            var first = at;
            for (; at < found.Count && found[at].Start < passage.End; at++)
            {
                if (!found[at].IsStopWord)
                    Count(NumberOf(found[at].Text), 1);
            }

            var tokens = at - first + titleTokens;
            foreach (var term in passageTerms)
            {
                postingTerms.Add(term);
                postingImpacts.Add(Impact.Quantise(frequencies[term], tokens));
                frequencies[term] = 0;
            }

            postingEnds.Add(postingTerms.Count);
            writer.Passages.Add(new PassageRow { Start = passage.Start, End = passage.End, Article = writer.Articles.Count, Tokens = tokens });
        }

        writer.Articles.Add(row);
    }

    /// <summary>Ends the segment; do not use the builder afterwards.</summary>
    /// <param name="position">The last line of the article log that the segment has seen; the default for a part that says nothing of it.</param>
    /// <returns>The bytes of the segment.</returns>
    /// <exception cref="SegmentTooLargeException">They would be more than 2 GB.</exception>
    public byte[] Build(LogPosition position = default)
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
        // A counting sort by term: passages are taken in their final order, so those of a term come out in order too.
        var starts = new int[terms.Count + 1];
        foreach (var term in postingTerms)
            starts[term + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        var next = starts.AsSpan(0, terms.Count).ToArray();
        var entries = new ulong[postingTerms.Count];
        foreach (var old in sequence)
        {
            var article = articles[old];
            var passageEnd = old + 1 < articles.Length ? articles[old + 1].FirstPassage : passages.Length;
            var titleEnd = old + 1 < articles.Length ? articles[old + 1].FirstTitleTerm : titles.Length;
            var firstPassage = writer.Passages.Count;
            for (var passage = article.FirstPassage; passage < passageEnd; passage++)
            {
                for (var at = passage == 0 ? 0 : postingEnds[passage - 1]; at < postingEnds[passage]; at++)
                    entries[next[postingTerms[at]]++] = ((ulong)writer.Passages.Count << 8) | postingImpacts[at];
                writer.Passages.Add(passages[passage] with { Article = writer.Articles.Count });
            }

            var firstTitleTerm = writer.TitleTerms.Count;
            for (var title = article.FirstTitleTerm; title < titleEnd; title++)
                writer.TitleTerms.Add(rank[titles[title]]);
            article.FirstPassage = firstPassage;
            article.FirstTitleTerm = firstTitleTerm;
            writer.Articles.Add(article);
        }

        foreach (var term in order)
            writer.AddTerm(names[term], entries.AsSpan(starts[term]..starts[term + 1]));
        writer.Complete(position);
        return writer.ReadBack();
    }

    private void Count(int term, double frequency)
    {
        if (term >= frequencies.Length)
            Array.Resize(ref frequencies, Math.Max(term + 1, frequencies.Length * 2));
        if (frequencies[term] == 0)
            passageTerms.Add(term);
        frequencies[term] += frequency;
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
