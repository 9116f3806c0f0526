using System.Diagnostics;
using NewsBot.Core.Answers;
using NewsBot.Core.Questions;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Answers.Composing;

/// <summary>Strictly, a sentence answers only when it has what is asked for, of what is asked about.</summary>
public sealed class AnswerFitTests
{
    [Theory]
    [InlineData("Why did the bridge close?", "The bridge closed in July because engineers found cracks.", true)]
    [InlineData("Why did the bridge close?", "The bridge was closed due to cracks in two pillars.", true)]
    [InlineData("Why did the bridge close?", "Because of cracks in two pillars, the bridge closed in July.", true)]
    [InlineData("Why did the bridge close?", "Engineers blamed cracks for the closing of the bridge.", true)]
    [InlineData("Why did the bridge close?", "The bridge closed in July after a storm.", false)]
    [InlineData("Why did the bridge close?", "The bridge was not painted, because the budget was small.", false)]
    [InlineData("Why did the bridge close?", "The bridge closed in July, and ferries were full because of the holidays.", false)]
    [InlineData("What did Petrova say?", "“The bridge is safe,” Elena Petrova said.", true)]
    [InlineData("What did Petrova say?", "Elena Petrova, the mayor of the town, said the bridge is safe.", true)]
    [InlineData("What did Petrova say?", "“The bridge is safe,” Ivan Dimov told Petrova.", false)]
    [InlineData("What did Petrova say?", "Dimov, who works for Petrova, said the bridge is safe.", false)]
    [InlineData("What did Petrova say about the ferries?", "Petrova said the bridge is safe.", false)]
    [InlineData("What did Petrova say?", "Elena Petrova came at noon. She said the bridge is safe.", true)]
    [InlineData("Where did the bridge open?", "The bridge opened in Lisbon on Monday.", true)]
    [InlineData("Where did the bridge open?", "The bridge opened on Monday.", false)]
    [InlineData("Where is Petrova now?", "Petrova opened the bridge in Lisbon.", false)]
    [InlineData("When did the bridge open?", "The bridge opened on Monday.", true)]
    [InlineData("When did the bridge open?", "The bridge was painted on Monday.", false)]
    [InlineData("Who will succeed Petrova?", "Ivan Dimov will succeed Petrova.", true)]
    [InlineData("Who will succeed Petrova?", "Petrova was born in Lisbon to Ivan Dimov.", false)]
    [InlineData("How many people did Petrova fire?", "Petrova fired 40 people in the town hall.", true)]
    [InlineData("How many people did Petrova fire?", "Petrova fired her deputy, according to two people in the town hall.", false)]
    [InlineData("How old was Petrova?", "Petrova, 61, opened the bridge.", true)]
    [InlineData("How old was Petrova?", "Petrova opened 61 bridges.", false)]
    public void A_sentence_has_to_fit(string question, string body, bool fits) =>
        Assert.Equal(fits, new MadeUpArchive(MadeUpArchive.Article("The bridge of Petrova", body)).Ask(question, isStrict: true).Candidate.IsSupported);

    [Fact]
    public void A_question_of_any_length_is_compared_with_many_sentences_in_a_moment()
    {
        var question = string.Concat(Enumerable.Repeat("what did Petrova ", 115));
        var body = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"Petrova opened bridge {i} of the town on a Monday in July."));
        var started = Stopwatch.GetTimestamp();
        new MadeUpArchive(MadeUpArchive.Article("The bridges of Petrova", body)).Ask(question, isStrict: true);

        // Each sentence took a second once.
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 20);
    }

    [Fact]
    public void What_does_not_fit_is_refused_as_not_said() =>
        Assert.Equal(
            new Refusal(RefusalKind.NotSaid),
            new MadeUpArchive(MadeUpArchive.Article("Bridge", "The bridge closed in July after a storm.")).Ask("Why did the bridge close?", isStrict: true).Refusal);
}
