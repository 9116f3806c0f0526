using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Answers.Composing;

/// <summary>Which stretches of a sentence are of the kind that a question asks for.</summary>
public sealed class AnswerSpanFinderTests
{
    [Theory]
    [InlineData("Which museum stands on the Varna quay?", "On the Varna quay in Germany stands the Hecht Museum.", "Hecht Museum")]
    [InlineData("Which hurricane struck Varna?", "Varna in Germany was struck by Hurricane Ernesto.", "Hurricane Ernesto")]
    [InlineData("Which bird lives on the Varna quay?", "On the Varna quay lives a pheasant-pigeon.", "pheasant-pigeon")]
    public void A_name_with_the_noun_that_is_asked_for_fits_fully_and_a_compound_is_whole(string asked, string told, string stretch)
    {
        var revision = new ArticleRevision(1, 1, MadeUpArchive.Article("News of the day", told));
        var reading = new SentenceReading(revision, new TextSpan(0, told.Length), TermAnalyzer.OfThisThread);

        var found = AnswerSpanFinder.Find(QuestionAnalyzer.Analyze(asked, DateTimeOffset.UnixEpoch), reading);

        Assert.Equal([stretch], found.Where(span => span.Fit >= 1).Select(span => span.Span.In(told)));
    }
}
