using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Answers.Composing;

public sealed class ReplySelectionTests
{
    private static readonly string[] Sentences =
        ["The harbour bridge in Varna reopened on Monday.", "The mayor cut a ribbon near the old town.", "Divers found the missing bolt."];

    [Theory]
    [InlineData(0, 0, 0, "0 1 2")]
    [InlineData(0, 0, 5, "0 2 1")]
    [InlineData(0, 9, 9, "0 1 2")]
    public void After_the_best_sentence_the_reader_has_a_say_in_what_comes_next(double first, double second, double third, string order)
    {
        var revision = new ArticleRevision(1, 1, MadeUpArchive.Article("Bridge", string.Join(' ', Sentences)));
        double[] relevance = [first, second, third];
        var ordered = relevance.Select((value, i) =>
        {
            var features = new double[(int)SentenceFeature.Count];
            features[(int)SentenceFeature.Relevance] = value;
            var at = revision.Article.Body.IndexOf(Sentences[i], StringComparison.Ordinal);
            var reading = new SentenceReading(revision, new TextSpan(at, at + Sentences[i].Length), TermAnalyzer.OfThisThread);
            return new SentenceCandidate(reading, 0, features, []) { Score = 5 - (0.5 * i) };
        });

        var chosen = ReplySelection.Of([.. ordered], []).Sentences.Select(sentence => Array.IndexOf(Sentences, sentence.Text));
        Assert.Equal(order, string.Join(' ', chosen));
    }
}
