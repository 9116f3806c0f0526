using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Host.Answering;

public sealed class AnswerDecisionTests
{
    private const string Short = "Where did the ferry of Varna run aground?";
    private const string Long = "Which harbour did the old ferry of Varna reach after the storm?";

    private static readonly AnswerModel Model = AnswerModel.Default;

    private static readonly Composition Composed = new MadeUpArchive(MadeUpArchive.Article(
        "Bridge", "The bridge of Varna reopened on Monday. Its repair took nine months. The mayor thanked the workers.")).Ask("When did the bridge of Varna reopen?");

    private static readonly Answer NotSaid = new() { Refusal = new Refusal(RefusalKind.NotSaid) };

    [Fact]
    public void A_reply_that_is_likely_enough_is_quoted_as_unsure_with_the_reason_kept()
    {
        var answer = new AnswerDecision(Model).DecideUnsure(Composed with { Support = Model.UnsureThreshold }, NotSaid);
        Assert.Equal(AnswerTier.Unsure, answer.Tier);
        Assert.False(answer.IsSupported);
        Assert.InRange(answer.Sentences.Count, 1, 2);
        Assert.Equal(answer.Sentences.Count, answer.Citations.Count);
        Assert.Null(answer.Short);
        Assert.Equal(NotSaid.Refusal, answer.Refusal);
    }

    [Fact]
    public void A_bare_follow_up_does_not_get_the_sentence_again_that_it_asks_about()
    {
        var quoted = new AnswerDecision(Model).DecideUnsure(Composed with { Support = 0.2 }, NotSaid);
        var before = new Turn
        {
            AskedAs = "When did the bridge of Varna reopen?",
            AskedAt = MadeUpArchive.Now,
            Answer = quoted.Sentences[0].Text,
            IsSupported = true,
            Citations = [.. quoted.Citations.Select(citation => citation.ToPassage())],
            ArticleIds = ["Bridge"],
        };
        Assert.Same(NotSaid, new AnswerDecision(Model).DecideUnsure(Composed with { Support = 0.2 }, NotSaid, FollowUp.Of("how?", [before])));
        Assert.Equal(
            AnswerTier.Unsure, new AnswerDecision(Model).DecideUnsure(Composed with { Support = 0.2 }, NotSaid, FollowUp.Of("Who thanked the workers?", [before])).Tier);
    }

    [Fact]
    public void A_reply_that_is_less_likely_is_refused() =>
        Assert.Same(NotSaid, new AnswerDecision(Model).DecideUnsure(Composed with { Support = Model.UnsureThreshold - 0.001 }, NotSaid));

    [Theory]
    [InlineData(nameof(RefusalKind.NameMissing))]
    [InlineData(nameof(RefusalKind.NothingMore))]
    [InlineData(nameof(RefusalKind.NothingFound))]
    public void Sentences_about_something_else_are_not_quoted(string kind)
    {
        var refused = new Answer { Refusal = new Refusal(Enum.Parse<RefusalKind>(kind), "Atlantis") };
        Assert.Same(refused, new AnswerDecision(Model).DecideUnsure(Composed with { Support = 0.9 }, refused));
    }

    [Fact]
    public void A_reply_to_why_that_tells_no_cause_has_to_be_likelier_than_others()
    {
        var decision = new AnswerDecision(Model);
        var likely = Composed with { Support = Model.SupportThreshold + 0.01 };

        Assert.True(decision.Decide(likely, Model.SupportThreshold).IsSupported);
        Assert.False(decision.Decide(likely with { LacksCause = true }, Model.SupportThreshold).IsSupported);
        Assert.True(decision.Decide(likely with { LacksCause = true, Support = 0.95 }, Model.SupportThreshold).IsSupported);
    }

    [Fact]
    public void A_number_or_a_person_of_something_else_has_to_be_likelier_than_others()
    {
        var decision = new AnswerDecision(Model);
        var likely = Composed with { Support = Model.SupportThreshold + 0.01 };

        Assert.False(decision.Decide(likely with { StraysFromEvent = true }, Model.SupportThreshold).IsSupported);
        Assert.True(decision.Decide(likely with { StraysFromEvent = true, Support = 0.95 }, Model.SupportThreshold).IsSupported);
    }

    [Fact]
    public void Yes_or_no_is_never_sure_without_a_word_of_what_is_asked()
    {
        var decision = new AnswerDecision(Model);

        Assert.True(decision.Decide(Composed with { Support = 0.99 }, Model.SupportThreshold).IsSupported);
        Assert.False(decision.Decide(Composed with { Support = 0.99, IsBesideThePoint = true }, Model.SupportThreshold).IsSupported);
    }

    [Fact]
    public void A_reply_is_never_sure_where_its_articles_lack_a_name_that_was_asked_about()
    {
        var decision = new AnswerDecision(Model);

        Assert.False(decision.Decide(Composed with { Support = 0.99, LacksName = true }, Model.SupportThreshold).IsSupported);
    }

    [Fact]
    public void A_reply_from_an_archive_of_some_hundred_articles_has_to_be_likelier_to_be_sure()
    {
        var least = AnswerModel.WithReader.SupportThreshold;
        double[] thresholds = [.. new[] { 0, 10, 30, 100, 1_000, 3_000, 10_000, 20_000 }.Select(count => new AnswerDecision(AnswerModel.WithReader).ThresholdOver(count, Short))];

        Assert.Equal([least, least], thresholds[..2]);
        Assert.Equal([least, least], thresholds[^2..]);
        Assert.True(least < thresholds[2] && thresholds[2] < thresholds[3]);
        Assert.Equal(thresholds[3], thresholds[4]);
        Assert.True(thresholds[4] > thresholds[5] && thresholds[5] > least);
        Assert.InRange(thresholds[4], least + 0.05, 0.9);
    }

    [Fact]
    public void A_reply_to_a_long_question_may_be_less_likely_to_be_sure()
    {
        var decision = new AnswerDecision(AnswerModel.WithReader);
        var least = AnswerModel.WithReader.SupportThreshold;

        Assert.Equal(least, decision.ThresholdOver(20_000, string.Join(' ', Long.Split(' ')[..^1])));
        Assert.InRange(decision.ThresholdOver(20_000, Long), least - 0.1, least - 0.03);
        Assert.InRange(decision.ThresholdOver(300, Long), least - 0.03, decision.ThresholdOver(300, Short) - 0.03);
    }

    [Fact]
    public void By_words_alone_neither_the_size_of_the_archive_nor_the_length_of_the_question_matters()
    {
        Assert.Equal(Model.SupportThreshold, new AnswerDecision(Model).ThresholdOver(300, Short));
        Assert.Equal(Model.SupportThreshold, new AnswerDecision(Model).ThresholdOver(20_000, Long));
    }

    [Fact]
    public void A_reply_from_a_small_archive_is_likelier_right_than_the_weights_say()
    {
        double[] told = [.. new[] { 0, 13, 1_000, 3_000, 10_000, 20_000 }.Select(articles => new AnswerDecision(AnswerModel.WithReader).ProbabilityOver(0.6, articles))];

        Assert.Equal([told[2], told[2], told[2]], told[..3]);
        Assert.True(told[2] > told[3] && told[3] > 0.6);
        Assert.Equal(0.6, told[4], 9);
        Assert.Equal(0.6, told[5], 9);
        Assert.Equal(1, new AnswerDecision(AnswerModel.WithReader).ProbabilityOver(1, 13));
        Assert.Equal(0.6, new AnswerDecision(Model).ProbabilityOver(0.6, 13), 9);
    }

    [Fact]
    public void What_is_far_from_the_question_is_not_quoted() =>
        Assert.Same(NotSaid, new AnswerDecision(Model).DecideUnsure(Composed with { Support = 0.6, IsFar = true }, NotSaid));

    [Fact]
    public void A_follow_up_is_quoted_from_a_lower_probability_on()
    {
        var decision = new AnswerDecision(AnswerModel.WithReader);
        var unlikely = Composed with { Support = 0.7 * AnswerModel.WithReader.UnsureThreshold };
        var before = new Turn { AskedAs = "When did the bridge of Varna reopen?", AskedAt = MadeUpArchive.Now, Answer = "On Monday.", IsSupported = true, ArticleIds = ["Bridge"] };

        Assert.Same(NotSaid, decision.DecideUnsure(unlikely, NotSaid));
        Assert.Equal(AnswerTier.Unsure, decision.DecideUnsure(unlikely, NotSaid, FollowUp.Of("and who thanked the workers?", [before])).Tier);
    }

    [Fact]
    public void The_thresholds_are_in_order() => Assert.InRange(Model.UnsureThreshold, 0.01, Model.SupportThreshold);
}
