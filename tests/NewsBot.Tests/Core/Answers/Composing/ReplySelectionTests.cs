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

    [Theory]
    [InlineData("She paid them for the night.", 3)]
    [InlineData("Divers found the missing bolt.", 2)]
    public void A_sentence_that_only_explains_a_pronoun_is_not_quoted_without_the_one_it_explains(string second, int quoted)
    {
        const string first = "The harbour bridge in Varna reopened on Monday.";
        var revision = new ArticleRevision(1, 1, MadeUpArchive.Article("Bridge", $"{first} Rain fell. Mayor Ana Petrova thanked the workers. {second}"));

        Assert.Equal(quoted, ReplySelection.Of([Candidate(revision, first, 5), Candidate(revision, second, 4)], []).UnsureSentences);
    }

    [Theory]
    [InlineData(false, 2, 1)]
    [InlineData(false, 1, 2)]
    [InlineData(true, 2, 2)]
    public void Another_article_without_any_name_of_the_question_adds_nothing_to_one_with_a_name(bool firstLacksNames, int article, int sentences)
    {
        var body = string.Join(' ', Sentences);
        SentenceCandidate[] ordered =
        [
            Candidate(new ArticleRevision(1, 1, MadeUpArchive.Article("Bridge", body)), Sentences[0], 5, firstLacksNames),
            Candidate(new ArticleRevision(article, 1, MadeUpArchive.Article("Divers", body)), Sentences[2], 4, lacksNames: true),
        ];

        Assert.Equal(sentences, ReplySelection.Of(ordered, []).WithoutStrangers(ordered).Sentences.Count);
    }

    [Theory]
    [InlineData(1, 2, 0, 1)]
    [InlineData(1, 1, 0, 2)]
    [InlineData(0, 2, 0, 2)]
    [InlineData(1, 2, 2, 2)]
    public void Another_article_without_any_word_of_the_question_adds_nothing_to_one_with_a_word_unless_the_model_likes_it_better(
        double coverage, int article, double relevance, int sentences)
    {
        var body = string.Join(' ', Sentences);
        SentenceCandidate[] ordered =
        [
            Candidate(new ArticleRevision(1, 1, MadeUpArchive.Article("Bridge", body)), Sentences[0], 5, coverage: coverage),
            Candidate(new ArticleRevision(article, 1, MadeUpArchive.Article("Divers", body)), Sentences[2], 4, relevance: relevance),
        ];

        Assert.Equal(sentences, ReplySelection.Of(ordered, []).WithoutStrangers(ordered).Sentences.Count);
    }

    private static SentenceCandidate Candidate(ArticleRevision revision, string sentence, double score, bool lacksNames = false, double coverage = 0, double relevance = 0)
    {
        var at = revision.Article.Body.IndexOf(sentence, StringComparison.Ordinal);
        var reading = new SentenceReading(revision, new TextSpan(at, at + sentence.Length), TermAnalyzer.OfThisThread);
        var features = new double[(int)SentenceFeature.Count];
        features[(int)SentenceFeature.CoverageWithRelated] = coverage;
        features[(int)SentenceFeature.Relevance] = relevance;
        return new SentenceCandidate(reading, 0, features, []) { Score = score, LacksNames = lacksNames };
    }
}
