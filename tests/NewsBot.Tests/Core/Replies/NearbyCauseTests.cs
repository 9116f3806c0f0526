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
    [InlineData("Inspectors had found rust in eleven cables.", "Inspectors had found rust in eleven cables")]
    [InlineData("A lorry had damaged a pillar, the police said.", "A lorry had damaged a pillar")]
    [InlineData("Engineers believe that a pillar has sunk.", "a pillar has sunk")]
    [InlineData("Rust was a nuisance to many.", null)]
    [InlineData("The mayor had been at home.", null)]
    [InlineData("The police said in 1911 that a pillar had cracked.", null)]
    public void What_stands_beside_the_event_is_told_with_it_and_in_front_where_somebody_found_it(string cause, string? shortAnswer)
    {
        var composition = Arrange($"The old bridge in Hov was closed on Wednesday. {cause} Drivers take the road through Hemble.", cause);
        Assert.Equal(["The old bridge in Hov was closed on Wednesday.", cause], composition.Candidate.Sentences.Take(2).Select(sentence => sentence.Text));
        Assert.Equal(shortAnswer, composition.CandidateShort);
        Assert.Equal(shortAnswer is null, composition.LacksCause);
    }

    [Fact]
    public void Nothing_is_taken_for_the_cause_where_it_is_not_known()
    {
        const string had = "Inspectors had found rust in eleven cables.";
        Assert.True(Arrange($"The old bridge in Hov was closed on Wednesday. {had} The reason is not known.", had).LacksCause);
    }

    private static Composition Arrange(string body, string cause) => ReplyArranger.Arrange(
        QuestionAnalyzer.Analyze(Question, MadeUpArchive.Now),
        new MadeUpArchive(MadeUpArchive.Article("Bridge in Hov", body)).Ask(Question, reader: new FavouringReader(cause)));

    /// <summary>Thinks most of the event, then of one sentence.</summary>
    private sealed class FavouringReader(string favourite) : IWindowReader
    {
        public IReadOnlyList<WindowReading> Read(string question, IReadOnlyList<TextWindow> windows) => [.. windows.Select(window => new WindowReading(
            1, [.. window.Sentences.Select(sentence => new SentenceJudgement(Worth(sentence), 0, new TextSpan(0, 0)))]))];

        private double Worth(string sentence) => sentence == favourite ? 1 : sentence.StartsWith("The old", StringComparison.Ordinal) ? 3 : -4;
    }
}
