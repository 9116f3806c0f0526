namespace NewsBot.Cli.Evaluation;

/// <summary>How far a share may be from what other articles would give: questions over one article are drawn together.</summary>
/// <remarks>Efron and Tibshirani, 'An Introduction to the Bootstrap', 1993: percentiles of shares over articles drawn with replacement.</remarks>
internal sealed class ArticleBootstrap
{
    private const int Draws = 2_000;
    private const int Seed = 13;

    private readonly IReadOnlyList<IReadOnlyList<ReplyScore>> byArticle;

    /// <summary>Takes the scores apart by the first article of their questions; a question without one stands for itself.</summary>
    public ArticleBootstrap(IEnumerable<ReplyScore> scores) => byArticle = [.. scores
        .GroupBy(score => score.Question.Articles is [var article, ..] ? article : score.Question.Id)
        .Select(IReadOnlyList<ReplyScore> (group) => [.. group])];

    /// <summary>The 95% interval of the share of <paramref name="part"/> in <paramref name="whole"/>; the same for the same scores.</summary>
    public (double Low, double High) Interval(Func<ReplyScore, bool> part, Func<ReplyScore, bool> whole)
    {
        var counts = byArticle.Select(scores => (Part: scores.Count(score => whole(score) && part(score)), Whole: scores.Count(whole))).ToArray();
        if (counts.Length == 0)
            return (0, 0);
        var shares = new double[Draws];
#pragma warning disable CA5394 // The same draws each time are wanted.
        var random = new Random(Seed);
        for (var draw = 0; draw < Draws; draw++)
        {
            var (parts, wholes) = (0, 0);
            for (var i = 0; i < counts.Length; i++)
            {
                var drawn = counts[random.Next(counts.Length)];
                parts += drawn.Part;
                wholes += drawn.Whole;
            }

            shares[draw] = wholes == 0 ? 0 : (double)parts / wholes;
        }
#pragma warning restore CA5394

        Array.Sort(shares);
        return (shares[(int)(Draws * 0.025)], shares[(int)(Draws * 0.975)]);
    }
}
