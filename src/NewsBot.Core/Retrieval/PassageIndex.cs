using System.Collections.Frozen;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Retrieval;

/// <summary>An unchanging view of the whole passage index: segments, and the revisions in them that a newer one has replaced.</summary>
/// <remarks>Immutable and safe for any number of threads; a change makes a new one.</remarks>
public sealed class PassageIndex
{
    private readonly PassageSegment[] segments;
    private readonly FrozenSet<long> removed;
    private readonly bool[]?[] removedRows;

    /// <summary>Joins segments to an index.</summary>
    /// <param name="segments">None of them twice, no revision in two of them.</param>
    /// <param name="removedRevisionIds">Revisions that are never found.</param>
    public PassageIndex(IReadOnlyList<PassageSegment> segments, IReadOnlySet<long> removedRevisionIds)
    {
        this.segments = [.. segments];
        removed = removedRevisionIds.ToFrozenSet();
        removedRows = new bool[]?[this.segments.Length];
        for (var i = 0; i < this.segments.Length; i++)
        {
            if (removed.Count > 0)
                removedRows[i] = RemovedRows(this.segments[i]);
            PassageCount += this.segments[i].PassageCount;
            ArticleCount += this.segments[i].ArticleCount;
        }
    }

    /// <summary>The index of an empty archive.</summary>
    public static PassageIndex Empty { get; } = new([], new HashSet<long>());

    /// <summary>Passages in all segments, removed ones included.</summary>
    public int PassageCount { get; }

    /// <summary>Articles in all segments, removed ones included.</summary>
    public int ArticleCount { get; }

    /// <summary>Whether nothing was ever put in.</summary>
    public bool IsEmpty => PassageCount == 0;

    /// <summary>The segments.</summary>
    public IReadOnlyList<PassageSegment> Segments => segments;

    /// <summary>Finds the passages with the highest scores.</summary>
    /// <returns>Best first; ties in the order of segment and passage; only passages that hold at least one of the terms.</returns>
    /// <exception cref="ArgumentException">A weight is not above 0, or a count or a prior's worth is negative.</exception>
    public IReadOnlyList<PassageCandidate> Search(PassageQuery query) => new SearchPlan(this, query).Search();

    /// <summary>In how many passages a term occurs.</summary>
    public int PassagesWith(string term)
    {
        var count = 0;
        foreach (var segment in segments)
        {
            var number = segment.FindTerm(term);
            if (number >= 0)
                count += segment.PassagesWith(number);
        }

        return count;
    }

    /// <summary>A few articles that hold a term: segment by segment until there are enough, of each segment from the newest.</summary>
    /// <param name="term">Folded and stemmed.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="until">The last instant of what is found, undated articles beside it; null for no bound.</param>
    /// <returns>Their current revisions; fewer or none when the newest passages are replaced ones.</returns>
    public IReadOnlyList<long> RevisionsWith(string term, int count, DateTimeOffset? until = null)
    {
        var result = new HashSet<long>();
        Span<int> passages = new int[2 * count];
        foreach (var segment in segments)
        {
            var number = segment.FindTerm(term);
            var end = segment.ArticlesBetween(long.MinValue, until?.ToUnixTimeSeconds() ?? long.MaxValue).End;
            var found = number < 0 || end == 0 ? 0 : segment.LastPassagesWith(number, segment.PassageEnd(end - 1), passages);
            foreach (var passage in passages[..found])
            {
                var revision = segment.Articles[segment.Passages[passage].Article].RevisionId;
                if (result.Count < count && !removed.Contains(revision))
                    result.Add(revision);
            }

            GC.KeepAlive(segment);
        }

        return [.. result];
    }

    /// <summary>How rare a term is: the inverse passage frequency, 0 or more.</summary>
    /// <remarks>
    /// ln(1 + (N − n + ½)/(n + ½)), Robertson's form kept above 0. A small archive cannot tell what is rare, so the rarity of a term in news in general
    /// (<see cref="TermRarity"/>) is counted in with the weight of some thousand passages.
    /// </remarks>
    public double InversePassageFrequency(string term) => InversePassageFrequency(term, PassagesWith(term));

    internal double InversePassageFrequency(string term, int passagesWith)
    {
        var total = PassageCount + TermRarity.PriorPassages;
        var holding = passagesWith + (TermRarity.PriorPassages * TermRarity.ShareOfPassages(term));
        return Math.Log(1 + ((total - holding + 0.5) / (holding + 0.5)));
    }

    internal PassageSegment Segment(int number) => segments[number];

    /// <summary>Finds the article of a revision that is current.</summary>
    /// <returns>The numbers of its segment and in there; null when it is not current, or not in the index yet.</returns>
    internal (int Segment, int Article)? FindArticle(long revisionId)
    {
        for (var i = 0; i < segments.Length && !removed.Contains(revisionId); i++)
        {
            if (segments[i].FindArticle(revisionId) is >= 0 and var article)
                return (i, article);
        }

        return null;
    }

    /// <summary>Per article of a segment, whether a newer revision has replaced it; null when none is replaced.</summary>
    internal bool[]? RemovedArticles(int segment) => removedRows[segment];

    private bool[]? RemovedRows(PassageSegment segment)
    {
        bool[]? rows = null;
        var articles = segment.Articles;
        for (var i = 0; i < articles.Length; i++)
        {
            if (removed.Contains(articles[i].RevisionId))
                (rows ??= new bool[articles.Length])[i] = true;
        }

        return rows;
    }
}
