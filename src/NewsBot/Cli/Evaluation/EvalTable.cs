using System.Globalization;
using NewsBot.Answering;
using NewsBot.Core.Retrieval;

namespace NewsBot.Cli.Evaluation;

/// <summary>Adds up what replies to known questions were worth: to quiz questions in one table, to people's questions in another.</summary>
internal sealed class EvalTable
{
    private const int Depth = 10;

    private readonly List<double> milliseconds = [];
    private readonly Ranks byArticle = new();
    private readonly Ranks byPassage = new();
    private readonly QuizTable quiz = new();
    private readonly KindTable people = new();
    private readonly WrittenTable written = new();
    private int answerable;
    private int unanswerable;
    private int unknown;

    /// <summary>How well the probabilities of the replies hold.</summary>
    public Reliability Reliability { get; } = new();

    /// <summary>Counts one reply.</summary>
    /// <param name="reply">What came of the question.</param>
    /// <param name="retrieved">The articles found, best first, each with its best passage.</param>
    /// <param name="score">What the reply is worth.</param>
    public void Add(Reply reply, IReadOnlyList<SearchHit> retrieved, ReplyScore score)
    {
        var question = score.Question;
        milliseconds.Add(reply.Elapsed.TotalMilliseconds);
        answerable += question.Answerable == true ? 1 : 0;
        unanswerable += question.Answerable == false ? 1 : 0;
        unknown += question.Answerable is null ? 1 : 0;
        if (question is { Answerable: true, Articles.Count: > 0 })
        {
            byArticle.Add(score.ArticleRank);
            if (question.Answers.Count > 0)
                byPassage.Add(retrieved.Index().FirstOrDefault(hit => AnswerMatch.Holds(hit.Item.Passage.In(hit.Item.Revision.Article.Body), question.Answers), (-1, null!)).Index);
        }

        if (question.IsFromPeople)
            people.Add(score);
        else
            quiz.Add(reply, score);
        written.Add(reply, score);
        Reliability.Add(score);
    }

    /// <summary>The tables as lines of text.</summary>
    public IEnumerable<string> Lines()
    {
        yield return string.Create(
            CultureInfo.InvariantCulture, $"questions {milliseconds.Count}: answerable {answerable}, unanswerable {unanswerable}, unknown {unknown}");
        yield return "";
        yield return "retrieval                     Hits@1  Hits@4 Hits@10  MRR@10      of";
        yield return byArticle.Line("  article");
        yield return byPassage.Line("  passage holding the answer");
        yield return "";
        IEnumerable<string> blocks =
        [
            .. quiz.IsEmpty ? [] : quiz.Lines().Append(""),
            .. people.IsEmpty ? [] : people.Lines().Append(""),
            .. written.IsEmpty ? [] : written.Lines().Append(""),
            .. Reliability.Count == 0 ? [] : Reliability.Lines().Append(""),
        ];
        foreach (var line in blocks)
            yield return line;
        milliseconds.Sort();
        yield return string.Create(CultureInfo.InvariantCulture, $"latency ms  p50 {Percentile(0.50):0.00}  p95 {Percentile(0.95):0.00}  p99 {Percentile(0.99):0.00}");
    }

    private double Percentile(double share) =>
        milliseconds.Count == 0 ? 0 : milliseconds[(int)Math.Min(milliseconds.Count - 1, share * milliseconds.Count)];

    private sealed class Ranks
    {
        private readonly int[] hits = new int[Depth];
        private int count;

        /// <summary>Counts a rank from 0; negative when nothing was found.</summary>
        public void Add(int rank)
        {
            count++;
            if (rank is >= 0 and < Depth)
                hits[rank]++;
        }

        public string Line(string name)
        {
            var reciprocal = hits.Index().Sum(hit => hit.Item / (hit.Index + 1.0));
            return string.Create(
                CultureInfo.InvariantCulture, $"{name,-30}{Within(1),6:.000}  {Within(4),6:.000}  {Within(10),6:.000}  {(count == 0 ? 0 : reciprocal / count),6:.000} {count,7}");
        }

        private double Within(int depth) => count == 0 ? 0 : (double)hits.Take(depth).Sum() / count;
    }
}
