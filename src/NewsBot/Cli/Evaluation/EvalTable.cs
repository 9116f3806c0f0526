using System.Globalization;
using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Retrieval;

namespace NewsBot.Cli.Evaluation;

/// <summary>Adds up what answers to known questions were worth.</summary>
internal sealed class EvalTable
{
    private const int Depth = 10;

    private readonly List<double> milliseconds = [];
    private readonly Ranks byArticle = new();
    private readonly Ranks byPassage = new();
    private int questions;
    private int answerable;
    private int scored;
    private int inReply;
    private int exact;
    private double tokenF1;
    private int answered;
    private int answeredRight;
    private int shown;
    private int shownRight;
    private int quoted;
    private int quotedRight;
    private int unanswerable;
    private int unanswerableQuoted;
    private int unanswerableRefused;
    private int unknown;
    private int unknownRefused;

    /// <summary>Counts one reply.</summary>
    /// <param name="reply">What came of it.</param>
    /// <param name="retrieved">The articles found, best first, each with its best passage.</param>
    public void Add(EvalQuestion question, Reply reply, IReadOnlyList<SearchHit> retrieved)
    {
        questions++;
        milliseconds.Add(reply.Elapsed.TotalMilliseconds);
        switch (question.Answerable)
        {
            case false:
                unanswerable++;
                unanswerableRefused += reply.Answer.IsSupported ? 0 : 1;
                unanswerableQuoted += reply.Answer.Tier == AnswerTier.Unsure ? 1 : 0;
                return;
            case null:
                unknown++;
                unknownRefused += reply.Answer.IsSupported ? 0 : 1;
                return;
        }

        answerable++;
        if (question.Articles.Count > 0)
        {
            byArticle.Add(retrieved.Index().FirstOrDefault(hit => question.IsHeldBy(hit.Item.Revision.Article), (-1, null!)).Index);
            if (question.Answers.Count > 0)
                byPassage.Add(retrieved.Index().FirstOrDefault(hit => AnswerMatch.Holds(hit.Item.Passage.In(hit.Item.Revision.Article.Body), question.Answers), (-1, null!)).Index);
        }

        if (question.Answers.Count == 0)
            return;
        scored++;
        var candidate = reply.Composition is { } composition ? string.Join(' ', composition.Candidate.Sentences.Select(sentence => sentence.Text)) : "";
        inReply += AnswerMatch.Holds(candidate, question.Answers) ? 1 : 0;
        exact += reply.Composition?.CandidateShort is { } text && AnswerMatch.Equals(text, question.Answers) ? 1 : 0;
        tokenF1 += AnswerMatch.TokenF1(reply.Composition?.CandidateShort, question.Answers);
        if (reply.Answer.Tier == AnswerTier.Unsure)
        {
            quoted++;
            quotedRight += AnswerMatch.Holds(string.Join(' ', reply.Answer.Sentences.Select(sentence => sentence.Text)), question.Answers) ? 1 : 0;
        }

        if (!reply.Answer.IsSupported)
            return;
        answered++;
        answeredRight += AnswerMatch.Holds(string.Join(' ', reply.Answer.Sentences.Select(sentence => sentence.Text)), question.Answers) ? 1 : 0;
        if (reply.Answer.Short is not { } given)
            return;
        shown++;
        shownRight += AnswerMatch.Equals(given, question.Answers) ? 1 : 0;
    }

    /// <summary>The table as lines of text.</summary>
    public IEnumerable<string> Lines()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"questions {questions}: answerable {answerable}, unanswerable {unanswerable}, unknown {unknown}");
        yield return "";
        yield return "retrieval                     Hits@1  Hits@4 Hits@10  MRR@10      of";
        yield return byArticle.Line("  article");
        yield return byPassage.Line("  passage holding the answer");
        yield return "";
        yield return "before refusal, of answerable questions";
        yield return Share("  answer in reply", inReply, scored);
        yield return Share("  short answer, exact match", exact, scored);
        yield return string.Create(CultureInfo.InvariantCulture, $"{"  short answer, token F1",-32}{(scored == 0 ? 0 : tokenF1 / scored),6:.000} {scored,8}");
        yield return "";
        yield return "after refusal";
        yield return Share("  answerable: answered", answered, scored);
        yield return Share("  answered: right", answeredRight, answered);
        yield return Share("  answered: short answer shown", shown, answered);
        yield return Share("  shown: exactly right", shownRight, shown);
        yield return Share("  unanswerable: refused", unanswerableRefused, unanswerable);
        yield return Share("  unknown: refused", unknownRefused, unknown);
        yield return "";
        yield return "quoted as 'not sure', of what is refused above";
        yield return Share("  answerable: quoted", quoted, scored);
        yield return Share("  quoted: right", quotedRight, quoted);
        yield return Share("  answered or quoted, and right", answeredRight + quotedRight, scored);
        yield return Share("  unanswerable: quoted", unanswerableQuoted, unanswerable);
        yield return "";
        milliseconds.Sort();
        yield return string.Create(CultureInfo.InvariantCulture, $"latency ms  p50 {Percentile(0.50):0.00}  p95 {Percentile(0.95):0.00}  p99 {Percentile(0.99):0.00}");
    }

    private static string Share(string name, int count, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-32}{(of == 0 ? 0 : (double)count / of),6:.000} {of,8}");

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
