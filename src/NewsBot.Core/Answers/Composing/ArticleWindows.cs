using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Cuts whole articles into windows of a few sentences, and keeps those that are most likely to hold the answer.</summary>
/// <remarks>
/// The passages that the search finds hold an answering sentence for about three of four questions, the first articles as a whole for nearly all. A model reads only a
/// few windows in the time that a person waits, so a cheap look chooses them: at the words, at where the best passages stand, at how new the article is, how far from its
/// start the window is, and whether it has the kind of thing that is asked for. The windows far behind the best one are not read. The numbers are those of
/// docs/decisions/0033-eight-articles-and-what-a-probability-means.md.
/// </remarks>
internal sealed class ArticleWindows(Question question, EvidenceReader evidence, TermAnalyzer analyzer)
{
    /// <summary>How many articles are read.</summary>
    public const int MaxArticles = 8;

    /// <summary>The most windows that are kept.</summary>
    public const int MaxWindows = 14;

    /// <summary>So many windows are kept, however they score.</summary>
    public const int LeastWindows = 8;

    /// <summary>Beyond <see cref="LeastWindows"/>, a window is kept that scores at least this share of the best one.</summary>
    private const double LeastShare = 0.6;

    /// <summary>The most windows in which the kind of thing that is asked for is looked up; that takes about a millisecond a window.</summary>
    private const int MaxLookedUp = 24;

    /// <summary>UTF-16 units of the sentences in a window; about 150 word pieces, which the model was trained on.</summary>
    private const int WindowLength = 640;

    /// <summary>A window begins with the last sentence of the window before, unless that is longer than this.</summary>
    private const int MaxOverlap = 260;

    /// <summary>What the best passage that the search found is worth to the windows that it stands in; the later ones are worth less and less.</summary>
    private const double PassageWorth = 0.4;

    /// <summary>What is added for a window of the freshest article found; other articles get a part of it, by their recency.</summary>
    private const double FreshnessWorth = 0.7;

    /// <summary>What is added for a stretch of the kind that is asked for, where it fits in full; for another, a part of it.</summary>
    private const double FitWorth = 1;

    /// <summary>What is taken off for standing far behind the start of the article: this times the natural logarithm of the offset in UTF-16 units.</summary>
    private const double OffsetCost = 0.06;

    /// <summary>How much of an article is read, around its best passage, in UTF-16 units.</summary>
    private const int MaxArticleLength = 40_000;

    /// <summary>The windows that are most likely to hold the answer, best first; none that says only what a better one says already.</summary>
    /// <param name="ranked">Passages, best first; the articles are read in the order of their best passages.</param>
    /// <param name="revisions">The revisions of the first <see cref="MaxArticles"/> articles; an article whose revision is missing is passed over.</param>
    public List<ArticleWindow> Choose(IReadOnlyList<RankedPassage> ranked, IReadOnlyDictionary<long, ArticleRevision> revisions)
    {
        var windows = new List<ArticleWindow>();

        // An archive that nobody feeds any more is judged by its own newest, and one without dates not at all.
        var freshest = ranked.Count == 0 ? 0 : ranked.Max(passage => passage.Recency);
        var found = ranked.Take(EvidenceReader.MaxPassages).Index().ToLookup(
            row => row.Item.RevisionId, row => (row.Item.Span, Worth: PassageWorth * (1 - ((double)row.Index / EvidenceReader.MaxPassages))));
        foreach (var (rank, passage) in QuestionSearch.BestOfEachArticle(ranked).Take(MaxArticles).Index())
        {
            if (revisions.TryGetValue(passage.RevisionId, out var revision))
                AddWindows(passage with { Recency = freshest > 0 ? passage.Recency / freshest : 1 }, rank, revision, [.. found[passage.RevisionId]], windows);
        }

        var chosen = new List<ArticleWindow>(MaxWindows);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var window in WithFit(windows).OrderByDescending(window => window.Passage.Score))
        {
            if (chosen.Count >= LeastWindows && window.Passage.Score < LeastShare * chosen[0].Passage.Score)
                break;
            var known = seen.Count;
            seen.UnionWith(window.Sentences.Select(sentence => sentence.Text));
            if (seen.Count > known)
                chosen.Add(window);
            if (chosen.Count == MaxWindows)
                break;
        }

        return chosen;
    }

    /// <summary>The best windows, scored by what is asked for as well.</summary>
    private IEnumerable<ArticleWindow> WithFit(List<ArticleWindow> windows) =>
        windows.OrderByDescending(window => window.Passage.Score).Take(MaxLookedUp).Select(window =>
            window with { Passage = window.Passage with { Score = window.Passage.Score + (FitWorth * window.Sentences.Max(BestFit)) } });

    private double BestFit(SentenceReading sentence) => AnswerSpanFinder.Find(question, sentence).Select(span => span.Fit).DefaultIfEmpty().Max();

    private void AddWindows(RankedPassage best, int rank, ArticleRevision revision, (TextSpan Span, double Worth)[] found, List<ArticleWindow> into)
    {
        var body = revision.Article.Body;
        var sentences = SentenceReading.OfReport(revision, SplitAround(body, best.Span), analyzer);
        var matched = sentences.ConvertAll(evidence.Match);
        var title = evidence.MatchTitle(revision);
        var whole = matched.Aggregate(title, (all, one) => all | one);
        var wholeShare = evidence.Share(whole);
        for (var next = 0; next < sentences.Count;)
        {
            var first = next > 0 && sentences[next - 1].Span.Length <= MaxOverlap ? next - 1 : next;
            var length = 0;
            for (var i = first; i < next; i++)
                length += sentences[i].Span.Length;
            for (var start = next; next < sentences.Count && (next == start || length + sentences[next].Span.Length <= WindowLength); next++)
                length += sentences[next].Span.Length;
            var held = matched[first..next].Aggregate(0UL, (all, one) => all | one);
            var span = new TextSpan(sentences[first].Span.Start, sentences[next - 1].Span.End);
            var score = evidence.Share(held) + (0.5 * evidence.Share(held | title)) + (0.5 * matched[first..next].Max(evidence.Share)) + (0.6 * wholeShare) - (0.05 * rank)
                + found.Where(passage => passage.Span.Overlaps(span)).Sum(passage => passage.Worth) + (FreshnessWorth * best.Recency) - (OffsetCost * Math.Log(1 + span.Start));
            into.Add(new ArticleWindow(best with { Span = span, Score = score }, rank, sentences[first..next], whole));
        }
    }

    /// <summary>The sentences of an article, or of its part around a passage; a sentence that the limit cuts is left out.</summary>
    private static List<TextSpan> SplitAround(string body, TextSpan passage)
    {
        var start = Math.Clamp(passage.Start - (MaxArticleLength / 2), 0, Math.Max(0, body.Length - MaxArticleLength));
        var end = Math.Min(body.Length, start + MaxArticleLength);
        var sentences = SentenceSplitter.Split(body, new TextSpan(start, end));
        if (start > 0 && sentences.Count > 0)
            sentences.RemoveAt(0);
        if (end < body.Length && sentences.Count > 0)
            sentences.RemoveAt(sentences.Count - 1);
        return sentences;
    }
}

/// <summary>A few sentences of an article that follow one another.</summary>
/// <param name="Passage">
/// The article's best passage with this window's span. Its score says how likely the window is to hold the answer, its recency is a share of that of the freshest passage
/// found.
/// </param>
/// <param name="ArticleRank">The rank of the article, from 0.</param>
/// <param name="Sentences">At least one.</param>
/// <param name="MatchedInArticle">The terms of the question that the article holds, in its title or in what is read of its text; a bit each.</param>
internal sealed record ArticleWindow(RankedPassage Passage, int ArticleRank, List<SentenceReading> Sentences, ulong MatchedInArticle);
