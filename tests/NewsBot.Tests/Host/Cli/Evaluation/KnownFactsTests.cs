using NewsBot.Cli.Evaluation;

namespace NewsBot.Tests.Host.Cli.Evaluation;

public sealed class KnownFactsTests
{
    private static readonly EvalQuestion Plain = new("1", "Who?", null, [], [], true);

    [Theory]
    [InlineData("The prize went to Zoë Müller’s team.", "Zoe Muller", true)]
    [InlineData("It begins at 8:15 p.m. on Monday.", "8:15 p.m.", true)]
    [InlineData("It costs $1,000 a month.", "about $100", false)]
    [InlineData("He left the Riverside hall.", "river", false)]
    [InlineData("A man walked by.", "the", false)]
    [InlineData("", "Monday", false)]
    public void An_answer_counts_in_whole_words(string text, string answer, bool isTold) =>
        Assert.Equal(isTold, KnownFacts.IsTold(Plain with { Answers = [answer] }, text, []));

    [Theory]
    [InlineData("GPS devices report to the firm.", true)]
    [InlineData("Traffic reports and GPS devices are used.", true)]
    [InlineData("Nobody knows.", false)]
    public void Half_of_the_facts_are_enough(string text, bool isTold) =>
        Assert.Equal(isTold, KnownFacts.IsTold(Plain with { Nuggets = [["GPS tracking", "GPS devices"], ["traffic reports"]] }, text, []));

    [Fact]
    public void Facts_do_not_count_where_there_are_answers() =>
        Assert.False(KnownFacts.IsTold(Plain with { Answers = ["Monday"], Nuggets = [["GPS"]] }, "GPS is used.", []));

    [Theory]
    [InlineData("The bank raised its rate to four per cent.", true)]
    [InlineData("The bank raised its rate in June.", true)]
    [InlineData("The bank did nothing.", false)]
    public void A_quotation_that_shares_most_words_of_a_known_sentence_is_right(string quote, bool isTold) =>
        Assert.Equal(isTold, KnownFacts.IsTold(Plain with { Answers = ["elsewhere"], Gold = ["The bank raised its rate on Friday."] }, "", [quote]));

    [Fact]
    public void For_yes_or_no_only_a_known_sentence_counts()
    {
        var question = Plain with { Kind = "yesno", Answers = ["yes"], Gold = ["The bank raised its rate on Friday."] };
        Assert.False(KnownFacts.IsTold(question, "Yes, it did.", ["Yes, it did."]));
        Assert.True(KnownFacts.IsTold(question, "", ["The bank raised its rate."]));
    }

    [Fact]
    public void Strange_letters_are_only_letters() =>
        Assert.False(KnownFacts.IsTold(Plain with { Answers = ["\ud800", "😀", new string('x', 5_000)] }, "\udc00 and 'quotes'", []));
}
