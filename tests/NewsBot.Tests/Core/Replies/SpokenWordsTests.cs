using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Replies;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Replies;

public sealed class SpokenWordsTests
{
    private const string Bridge = "The mayor, Ada Lund, said that the bridge of Orvik is safe.";

    [Theory]
    [InlineData("The bridge of Orvik is safe for cars, a report of 1987 found.")]
    [InlineData("\"The bridge of Orvik is rotten,\" Pelle Anders said.")]
    [InlineData("The bridge of Orvik is closed for good.")]
    public void What_others_say_of_it_does_not_stand_beside_somebodys_words(string other)
    {
        var (before, after) = Ask($"{Bridge} It was built in 1911. {other}");
        Assert.True(before.Count > 1);
        Assert.Equal([Bridge], after);
    }

    [Theory]
    [InlineData("\"The bridge of Orvik will stand for years,\" she added.")]
    [InlineData("“Nobody needs to fear the bridge of Orvik.”")]
    [InlineData("Lund wants the bridge of Orvik to be painted.")]
    [InlineData("The Orvik council wrote that the bridge is its pride.")]
    public void What_may_be_the_persons_stays(string own) => Assert.Contains(own, Ask($"{Bridge} {own}").After);

    [Fact]
    public void Where_the_person_says_nothing_the_reply_stays()
    {
        var (before, after) = Ask("The bridge of Orvik is safe. The bridge of Orvik was painted, \"at last\", Pelle Anders said.");
        Assert.Equal(2, after.Count);
        Assert.Equal(before, after);
    }

    private static (List<string> Before, List<string> After) Ask(string body)
    {
        const string text = "What did Ada Lund say about the bridge of Orvik?";
        var reader = new FakeReader(sentence => sentence == Bridge ? 3 : sentence.Contains("bridge", StringComparison.Ordinal) ? 1 : -4);
        var composition = new MadeUpArchive(MadeUpArchive.Article("The bridge of Orvik", body)).Ask(text, reader: reader);
        return (Texts(composition), Texts(ReplyArranger.Arrange(QuestionAnalyzer.Analyze(text, MadeUpArchive.Now), composition)));
    }

    private static List<string> Texts(Composition composition) => [.. composition.Candidate.Sentences.Select(sentence => sentence.Text)];
}
