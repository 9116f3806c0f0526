using NewsBot.Core.Answers.Checking;

namespace NewsBot.Tests.Core.Answers.Checking;

public sealed class VerdictsTests
{
    private const string Passage = "The pier of Velmora opened on Monday, the mayor said. It cost “four million” crowns.";

    [Theory]
    [InlineData("1 | yes | opened on Monday")]
    [InlineData("1. Yes: \"opened on Monday\"")]
    [InlineData("**1** - yes - The pier of Velmora … the mayor said")]
    [InlineData("Here are my verdicts:\n1 | YES | It cost \"four million\" crowns")]
    public void What_is_stated_with_words_of_the_passage_passes(string reply) => Assert.Null(Assert.Single(Read(reply)));

    [Theory]
    [InlineData("1 | yes |")]
    [InlineData("1 | yes | it opened on Tuesday")]
    [InlineData("1 | yes | opened on Monday … by the king")]
    [InlineData("1 | no | the day differs")]
    [InlineData("1 | yes | opened on Monday\n1 | no | the mayor only said so")]
    public void Everything_else_does_not(string reply) => Assert.Equal(FaultKind.NotStated, Assert.Single(Read(reply))!.Kind);

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("All sentences are correct.")]
    [InlineData("2 | yes | opened on Monday")]
    public void A_reply_without_a_verdict_is_none(string reply) => Assert.Null(Verdicts.Read(reply, [[Passage]]));

    [Fact]
    public void Each_sentence_has_its_own_verdict()
    {
        var faults = Verdicts.Read("2 | no | it was Tuesday\n1 | yes | opened on Monday", [[Passage], [Passage], [Passage]]);
        Assert.NotNull(faults);
        Assert.Equal([true, false, false], faults.Select(fault => fault is null));
        Assert.Contains("it was Tuesday", faults[1]!.Why, StringComparison.Ordinal);
    }

    private static IReadOnlyList<SentenceFault?> Read(string reply) => Verdicts.Read(reply, [[Passage]])!;
}
