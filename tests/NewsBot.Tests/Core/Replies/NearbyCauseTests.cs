using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Replies;
using NewsBot.Core.Text;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Replies;

public sealed class NearbyCauseTests
{
    private const string Question = "What caused the closing of the bridge in Hov?";

    [Theory]
    [InlineData("Inspectors had found rust in eleven cables.")]
    [InlineData("The police said that all drivers had been warned.")]
    [InlineData("Rust was a nuisance to many.")]
    public void What_stands_beside_the_event_is_told_with_it_but_never_in_front_as_its_cause(string cause)
    {
        var composition = Arrange($"The old bridge in Hov was closed on Wednesday. {cause} Drivers take the road through Hemble.", cause);
        Assert.Equal(["The old bridge in Hov was closed on Wednesday.", cause], composition.Candidate.Sentences.Take(2).Select(sentence => sentence.Text));
        Assert.Null(composition.CandidateShort);
        Assert.True(composition.LacksCause);
    }

    [Fact]
    public void Nothing_is_put_behind_the_event_where_its_cause_is_not_known()
    {
        const string had = "Inspectors had found rust in eleven cables.";
        var composition = new MadeUpArchive(MadeUpArchive.Article("Bridge in Hov", $"The old bridge in Hov was closed on Wednesday. {had} The reason is not known."))
            .Ask(Question, reader: Favouring(had));
        Assert.Null(NearbyCause.Of(QuestionAnalyzer.Analyze(Question, MadeUpArchive.Now), composition));
    }

    private static Composition Arrange(string body, string cause) => ReplyArranger.Arrange(
        QuestionAnalyzer.Analyze(Question, MadeUpArchive.Now),
        new MadeUpArchive(MadeUpArchive.Article("Bridge in Hov", body)).Ask(Question, reader: Favouring(cause)));

    /// <summary>Thinks most of the event, then of one sentence.</summary>
    private static FakeReader Favouring(string favourite) => new(sentence => sentence == favourite ? 1 : sentence.StartsWith("The old", StringComparison.Ordinal) ? 3 : -4);
}
