using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Hosting;

namespace NewsBot.Answering;

/// <summary>The step 'check' of a composed answer: decides whether it is given, and compares it with what it cites.</summary>
internal sealed class AnswerDecision(AnswerModel model)
{
    /// <summary>The most sentences that are quoted when none is sure to answer; the sentences that a pronoun of the best one refers to may be more.</summary>
    public const int MaxUnsureQuotations = ExtractiveComposer.MaxUnsureSentences;

    /// <summary>The share of the weight of a conversation's words that a passage has to hold to count as more on its subject.</summary>
    private const double LeastCoverageOfMore = 0.3;

    /// <summary>
    /// How far beyond the threshold, as a share of what is left to certainty, a reply to 'why' without a cause has to be. Only every second of those beyond the threshold
    /// alone was right, questions with a false premise among them.
    /// </summary>
    private const double MoreWithoutCause = 0.4;

    /// <summary>
    /// As <see cref="MoreWithoutCause"/>, for a Ukrainian or Russian question for a place, a time or a number over sentences that have none of what is asked about. The
    /// probability was learnt from English, and says little there.
    /// </summary>
    private const double MoreWithoutValue = 0.9;

    /// <summary>As <see cref="MoreWithoutCause"/>, for a number or a person of something else than what is asked about, as far as the words tell.</summary>
    private const double MoreWhenStraying = 0.2;

    /// <summary>
    /// As <see cref="MoreWithoutCause"/>, for an archive of some hundred articles. The article that comes nearest has no others there that would come nearer, so a near miss
    /// looks like an answer.
    /// </summary>
    private const double MoreInSmallArchive = 0.17;

    /// <summary>
    /// How far below the threshold, as a share of what is left to certainty, a reply to a long question may be. It tells so much of its event that a near miss is seldom taken
    /// for it.
    /// </summary>
    private const double LessWhenLong = 0.17;

    /// <summary>
    /// How likely a reply has to be for its short answer to stand in front, unless a second sentence says it, too. What stands in bold is read alone. Below this, a third of
    /// those that one sentence says were wrong.
    /// </summary>
    private const double LeastOfShort = 0.85;

    /// <summary>From so many words on, a question is long.</summary>
    private const int LongQuestion = 12;

    /// <summary>
    /// What the log-odds that a reply is right gain in a small archive. The right article has few others beside it there, so replies are right more often than the weights
    /// say, which were made to mean what they say in a large archive. The thresholds are of the probability without it.
    /// </summary>
    private const double LogOddsOfSmallArchive = 0.6;

    /// <summary>
    /// From so many articles on, an archive takes no more than the threshold, and its probabilities stay; a tenth of them takes all of <see cref="MoreInSmallArchive"/> and
    /// <see cref="LogOddsOfSmallArchive"/>.
    /// </summary>
    private const double ManyArticles = 10_000;

    /// <summary>Up to so many articles, an archive has hardly a near miss and takes no more than the threshold; ten times as many take all.</summary>
    private const double FewArticles = 10;

    /// <summary>
    /// The share of the unsure tier's threshold from which a follow-up's sentences are quoted: they are from articles that the person was just told about.
    /// </summary>
    private const double ShareForFollowUp = 0.5;

    /// <summary>The probability from which a reply from the whole of an archive is sure.</summary>
    /// <param name="articles">How many articles the archive has.</param>
    /// <param name="question">The words of the question, without greetings.</param>
    public double ThresholdOver(int articles, string question)
    {
        var hasNearMisses = Math.Clamp(Math.Log10(Math.Max(1, articles) / FewArticles), 0, 1);
        var isLong = model.IsForReader && question.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= LongQuestion;
        var more = (MoreInSmallArchive * Math.Min(SmallnessOf(articles), hasNearMisses)) - (isLong ? LessWhenLong : 0);
        return model.SupportThreshold + (more * (1 - model.SupportThreshold));
    }

    /// <summary>How likely a reply is right in an archive of this size, 0 to 1.</summary>
    /// <param name="support">By the weights; the thresholds decide by this.</param>
    /// <param name="articles">How many articles the archive has.</param>
    public double ProbabilityOver(double support, int articles)
    {
        if (support is <= 0 or >= 1)
            return support;
        var odds = support / (1 - support) * Math.Exp(LogOddsOfSmallArchive * SmallnessOf(articles));
        return odds / (1 + odds);
    }

    /// <summary>The answer when it is likely enough to be right, else the refusal.</summary>
    public Answer Decide(Composition composition, double threshold)
    {
        using var step = Instruments.Step("decide");
        var more = composition.LacksValue ? MoreWithoutValue : composition.LacksCause ? MoreWithoutCause : composition.StraysFromEvent ? MoreWhenStraying : 0;
        var least = threshold + (more * (1 - threshold));
        return composition.Support >= least && composition is { IsBesideThePoint: false, LacksName: false }
            ? Check(composition)
            : new Answer { Refusal = composition.Refusal };
    }

    /// <summary>A sure answer, without its short answer where the reply is not that likely to be right and one sentence alone says it.</summary>
    /// <param name="answer">As decided.</param>
    /// <param name="probability">That the reply is right.</param>
    public Answer WithLikelyShort(Answer answer, double probability) =>
        answer.Short is { } shortAnswer && model.IsForReader && probability < LeastOfShort
        && answer.Sentences.Count(sentence => sentence.Text.Contains(shortAnswer, StringComparison.Ordinal)) < 2
            ? answer with { Short = null }
            : answer;

    /// <summary>The answer to 'more' when it is about the subject; there is no question that it has to answer.</summary>
    public Answer DecideMore(Composition composition) =>
        composition.Candidate.IsSupported && composition.SupportFeatures[(int)SupportFeature.PassageCoverage] >= LeastCoverageOfMore
            ? Check(composition)
            : new Answer { Refusal = new Refusal(RefusalKind.NothingMore) };

    /// <summary>As <see cref="Decide"/>; a sentence that was just said does not answer 'why?'.</summary>
    public Answer DecideNew(Composition composition, FollowUp followUp, double threshold)
    {
        var answer = Decide(composition, threshold);
        if (followUp is { HasOwnWords: true } or { LeansOn: null } || !answer.IsSupported || answer.Short is not null)
            return answer;
        var isNew = HasNews(answer, followUp.LeansOn);
        var hasKind = composition.SupportFeatures[(int)SupportFeature.HasPlainKind] > composition.SupportFeatures[(int)SupportFeature.LacksPlainKind];
        return isNew || hasKind ? answer : new Answer { Refusal = new Refusal(RefusalKind.NotSaid) };
    }

    /// <summary>The best sentences of a reply that is not sure, when it is likely enough to be of use; else the refusal.</summary>
    /// <remarks>A follow-up such as 'why?' does not get the sentence again that it asks about.</remarks>
    public Answer DecideUnsure(Composition composition, Answer refused, FollowUp? followUp = null)
    {
        var least = model.IsForReader && followUp is { Kind: not FollowUpKind.None } ? ShareForFollowUp * model.UnsureThreshold : model.UnsureThreshold;
        if (!(composition.Support >= least) || composition.IsFar || refused.Refusal?.Kind != RefusalKind.NotSaid)
            return refused;
        var candidate = composition.Candidate;
        var count = Math.Max(MaxUnsureQuotations, Math.Max(composition.LeadSentences, composition.UnsureSentences));
        var quoted = CitationCheck.Apply(candidate with { Sentences = [.. candidate.Sentences.Take(count)], IsUnsure = true, Verdict = null });
        var repeats = followUp is { HasOwnWords: false, LeansOn: { } before } && !HasNews(quoted, before);
        return quoted.Tier == AnswerTier.Unsure && !repeats ? quoted with { Refusal = refused.Refusal } : refused;
    }

    /// <summary>A sure answer as quotations that may answer, where something beside the archive makes it less sure.</summary>
    public static Answer AsUnsure(Answer answer) => !answer.IsSupported ? answer : CitationCheck.Apply(answer with
    {
        Sentences = [.. answer.Sentences.Take(MaxUnsureQuotations)],
        Short = null,
        Verdict = null,
    }) with
    { IsUnsure = true, IsOverview = false, Refusal = new Refusal(RefusalKind.NotSaid) };

    /// <summary>Whether an answer cites a passage that the turn did not.</summary>
    private static bool HasNews(Answer answer, Turn before) => answer.Citations.Any(citation => !before.Citations.Any(said =>
        said.RevisionId == citation.Revision.RevisionId && citation.Span.Overlaps(new TextSpan(said.Start, said.End))));

    /// <summary>Whether a question asks for a name, a day or a number, which can be recognised in a sentence.</summary>
    public static bool IsPlain(Question question) =>
        question.Kind is not (AnswerKind.Other or AnswerKind.Reason or AnswerKind.Manner or AnswerKind.Statement or AnswerKind.Definition or AnswerKind.Whether);

    /// <summary>0 for a large archive, 1 for a small one; by words alone always 0.</summary>
    private double SmallnessOf(int articles) => model.IsForReader ? Math.Clamp(Math.Log10(ManyArticles / Math.Max(1, articles)), 0, 1) : 0;

    private Answer Check(Composition composition)
    {
        var shown = composition.ShortConfidence >= model.ShortThreshold ? composition.CandidateShort : null;
        var answer = CitationCheck.Apply(composition.Candidate with { Short = shown });
        return answer.IsSupported ? answer : new Answer { Refusal = answer.Refusal };
    }
}
