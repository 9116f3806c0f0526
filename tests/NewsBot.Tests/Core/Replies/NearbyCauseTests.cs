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

    [Theory]
    [InlineData("What was the reason for the delays on the bridge in Hov?")]
    [InlineData("What made the bridge in Hov fail?")]
    [InlineData("How did the accident on the bridge in Hov happen?")]
    public void An_accident_is_asked_for_in_other_words_too(string question)
    {
        const string cause = "Inspectors had found rust in eleven cables.";
        var archive = new MadeUpArchive(MadeUpArchive.Article(
            "Bridge in Hov", $"The old bridge in Hov had an accident with delays on Wednesday, when a pier would fail. {cause} Drivers take the road through Hemble."));
        var analyzed = QuestionAnalyzer.Analyze(question, MadeUpArchive.Now);
        Assert.Equal(cause, NearbyCause.Of(analyzed, archive.Ask(question, reader: Favouring(cause)))?.Cause.Reading.Text);
    }

    [Theory]
    [InlineData("Inspectors had found rust in eleven cables.")]
    [InlineData("A cable had snapped in the night, the county said.")]
    [InlineData("This time engineers found a crack in its pier.")]
    public void What_says_itself_that_it_is_a_cause_stands_in_front_of_the_event_though_not_in_bold(string cause)
    {
        var composition = Arrange($"The old bridge in Hov was closed on Wednesday. {cause} Drivers take the road through Hemble.", cause);
        Assert.Equal([cause, "The old bridge in Hov was closed on Wednesday."], composition.Candidate.Sentences.Take(2).Select(sentence => sentence.Text));
        Assert.Null(composition.CandidateShort);
        Assert.True(composition.LacksCause);
    }

    [Theory]
    [InlineData("Last year a bridge in Elst was closed because of rust.")]
    [InlineData("A closure in Elst in March was caused by rust.")]
    public void The_cause_of_another_event_is_no_cause_of_this_one(string other)
    {
        var composition = Arrange($"The old bridge in Hov was closed on Wednesday. {other} Drivers take the road through Hemble.", other);
        Assert.Null(composition.CandidateShort);
        Assert.NotEqual(other, composition.Candidate.Sentences[0].Text);
    }

    [Fact]
    public void A_sentence_of_the_event_with_a_word_for_a_cause_is_not_pushed_aside_by_marks_of_one()
    {
        const string marked = "Inspectors had found rust in eleven cables.";
        const string told = "The old bridge in Hov was closed due to a parade.";
        Assert.Equal(told, Arrange($"{told} {marked} Drivers take the road through Hemble.", marked).Candidate.Sentences[0].Text);
    }

    [Fact]
    public void What_had_come_before_without_any_fault_is_no_cause()
    {
        const string before = "The town had evolved from a harbour for herring.";
        Assert.NotEqual(before, Arrange($"The old bridge in Hov was closed on Wednesday. {before} Drivers take the road through Hemble.", before).Candidate.Sentences[0].Text);
    }

    [Theory]
    [InlineData("The cause is not yet known.", true)]
    [InlineData("A report did not say what caused the siege of July 12, 2004.", false)]
    public void That_nobody_knows_the_cause_is_told_first_unless_it_is_said_of_an_earlier_year(string unknown, bool isFirst)
    {
        var composition = Arrange($"The old bridge in Hov was closed on Wednesday. Drivers take the road through Hemble. {unknown}", "Drivers take the road through Hemble.");
        Assert.Equal(isFirst, composition.Candidate.Sentences[0].Text == unknown);
        Assert.Null(composition.CandidateShort);
    }

    private static Composition Arrange(string body, string cause) => ReplyArranger.Arrange(
        QuestionAnalyzer.Analyze(Question, MadeUpArchive.Now),
        new MadeUpArchive(MadeUpArchive.Article("Bridge in Hov", body)).Ask(Question, reader: Favouring(cause)));

    /// <summary>Thinks most of the event, then of one sentence.</summary>
    private static FakeReader Favouring(string favourite) => new(sentence => sentence == favourite ? 1 : sentence.StartsWith("The old", StringComparison.Ordinal) ? 3 : -4);
}
