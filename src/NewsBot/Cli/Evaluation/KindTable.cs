using System.Globalization;
using NewsBot.Core.Answers;
using NewsBot.Core.Display;

namespace NewsBot.Cli.Evaluation;

/// <summary>Adds up replies to people's questions, by kind of question and by how sure the reply is.</summary>
internal sealed class KindTable
{
    private const int MaxKindLength = 14;

    private readonly List<ReplyScore> scores = [];

    /// <summary>Whether nothing was counted.</summary>
    public bool IsEmpty => scores.Count == 0;

    /// <summary>Counts a reply; one to a question of which nothing is known does not count.</summary>
    public void Add(ReplyScore score)
    {
        if (score.WouldBeRight is not null)
            scores.Add(score);
    }

    /// <summary>The tables as lines of text of at most 110 characters.</summary>
    public IEnumerable<string> Lines()
    {
        var answerable = scores.Where(score => score.Question.Answerable == true).ToList();
        var absent = scores.Where(score => score.Question.Answerable == false).ToList();
        if (answerable.Count > 0)
        {
            yield return $"{"with an answer",-16}{"n",7}{"Hits@1",9}{"Hits@4",9}{"Hits@10",9}{"would",9} |{"sure",7}{"right",9}{"useful",9} |{"+unsure",9}";
            foreach (var (kind, of) in ByKind(answerable))
                yield return Row(kind, of);
            yield return Row("all", answerable);
            yield return "";
        }

        if (absent.Count > 0)
        {
            yield return $"{"without an answer",-16}{"n",6}{"sure",9}{"quoted",9}";
            foreach (var (kind, of) in ByKind(absent))
                yield return string.Create(CultureInfo.InvariantCulture, $"  {kind,-14}{of.Count,7}{Share(of, Sure),9}{Share(of, Quoted),9}");
            yield return "";
        }

        yield return $"{"of all",-32}{"share",7}   95% over articles";
        if (answerable.Count > 0)
        {
            var bootstrap = new ArticleBootstrap(answerable);
            yield return Total(bootstrap, "would be right", answerable, Would, All);
            yield return Total(bootstrap, "sure: answered", answerable, Sure, All);
            yield return Total(bootstrap, "sure: right among answered", answerable, score => score.IsSurelyRight, Sure);
            yield return Total(bootstrap, "sure: useful", answerable, score => score.IsSurelyRight, All);
            yield return Total(bootstrap, "useful with the unsure tier", answerable, Useful, All);
        }

        if (absent.Count > 0)
        {
            var bootstrap = new ArticleBootstrap(absent);
            yield return Total(bootstrap, "without an answer: sure", absent, Sure, All);
            yield return Total(bootstrap, "without an answer: quoted", absent, Quoted, All);
        }
    }

    private static IEnumerable<(string Kind, List<ReplyScore> Of)> ByKind(IEnumerable<ReplyScore> scores) => scores
        .GroupBy(score => DisplayText.Line(score.Question.Kind) is { Length: > 0 } kind ? kind[..Math.Min(kind.Length, MaxKindLength)] : "-")
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, group.ToList()));

    private static string Row(string kind, List<ReplyScore> of) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {kind,-14}{of.Count,7}{Within(of, 1),9}{Within(of, 4),9}{Within(of, 10),9}{Share(of, Would),9} |{Share(of, Sure),7}"
        + $"{Share([.. of.Where(Sure)], score => score.IsSurelyRight),9}{Share(of, score => score.IsSurelyRight),9} |{Share(of, Useful),9}");

    private static string Total(ArticleBootstrap bootstrap, string name, List<ReplyScore> scores, Func<ReplyScore, bool> part, Func<ReplyScore, bool> whole)
    {
        List<ReplyScore> of = [.. scores.Where(whole)];
        var (low, high) = bootstrap.Interval(part, whole);
        return string.Create(CultureInfo.InvariantCulture, $"{"  " + name,-32}{Share(of, part),7}   {low:.000} to {high:.000} {of.Count,8}");
    }

    private static string Within(List<ReplyScore> of, int depth) => Share(of, score => score.ArticleRank >= 0 && score.ArticleRank < depth);

    private static string Share(List<ReplyScore> of, Func<ReplyScore, bool> part) =>
        of.Count == 0 ? "-" : ((double)of.Count(part) / of.Count).ToString(".000", CultureInfo.InvariantCulture);

    private static bool All(ReplyScore score) => true;

    private static bool Would(ReplyScore score) => score.WouldBeRight == true;

    private static bool Sure(ReplyScore score) => score.Tier == AnswerTier.Sure;

    private static bool Quoted(ReplyScore score) => score.Tier == AnswerTier.Unsure;

    private static bool Useful(ReplyScore score) => score.IsRight == true;
}
