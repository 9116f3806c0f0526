using System.Globalization;
using NewsBot.Answering;
using NewsBot.Core.Answers;

namespace NewsBot.Cli.Evaluation;

/// <summary>Adds up replies to questions whose answer is one of a few short texts, as in a news quiz.</summary>
internal sealed class QuizTable
{
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

    /// <summary>Whether nothing was counted.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Counts one reply.</summary>
    public void Add(Reply reply, ReplyScore score)
    {
        IsEmpty = false;
        switch (score.Question.Answerable)
        {
            case false:
                unanswerable++;
                unanswerableRefused += reply.Answer.IsSupported ? 0 : 1;
                unanswerableQuoted += reply.Answer.Tier == AnswerTier.Unsure ? 1 : 0;
                break;
            case null:
                unknown++;
                unknownRefused += reply.Answer.IsSupported ? 0 : 1;
                break;
            default:
                AddAnswerable(reply, score);
                break;
        }
    }

    /// <summary>The table as lines of text.</summary>
    public IEnumerable<string> Lines()
    {
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
    }

    private void AddAnswerable(Reply reply, ReplyScore score)
    {
        var answers = score.Question.Answers;
        if (answers.Count == 0)
            return;
        scored++;
        inReply += score.WouldBeRight == true ? 1 : 0;
        var exactly = AnswerMatch.WithUnit(score.Question.Text, answers);
        exact += reply.Composition?.CandidateShort is { } text && AnswerMatch.Equals(text, exactly) ? 1 : 0;
        tokenF1 += AnswerMatch.TokenF1(reply.Composition?.CandidateShort, exactly);
        if (reply.Answer.Tier == AnswerTier.Unsure)
        {
            quoted++;
            quotedRight += score.IsRight == true ? 1 : 0;
        }

        if (!reply.Answer.IsSupported)
            return;
        answered++;
        answeredRight += score.IsRight == true ? 1 : 0;
        if (reply.Answer.Short is not { } given)
            return;
        shown++;
        shownRight += AnswerMatch.Equals(given, exactly) ? 1 : 0;
    }

    private static string Share(string name, int count, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-32}{(of == 0 ? 0 : (double)count / of),6:.000} {of,8}");
}
