using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Answers.Composing;

/// <summary>What a reader gets to read, and what is made of what it says.</summary>
public sealed class ArticleWindowsTests
{
    private const string Answer = "In the end a welder from Burgas found the missing bolt.";

    /// <summary>The answer stands far from every word of the question.</summary>
    private static readonly string Long = "The harbour bridge in Varna reopened on Monday after months of repairs. "
        + string.Join(' ', Enumerable.Range(1, 40).Select(i => $"On day {i} the crew of engineers checked another long row of cables above the cold water of the bay."))
        + " " + Answer;

    [Fact]
    public void Sentences_far_from_the_passages_found_are_read_too()
    {
        var reader = new FakeReader(sentence => sentence == Answer ? 9 : -9);
        var composition = new MadeUpArchive(MadeUpArchive.Article("Harbour bridge reopens", Long)).Ask("Who found the missing bolt of the harbour bridge?", reader: reader);
        Assert.Equal(Answer, composition.Candidate.Sentences[0].Text);
    }

    [Fact]
    public void Windows_are_few_short_and_of_sentences_that_follow_one_another()
    {
        var reader = new FakeReader(_ => 0);
        var articles = Enumerable.Range(1, 9)
            .Select(i => MadeUpArchive.Article($"Harbour bridge, part {i}", Long.Replace("crew", $"crew {i}", StringComparison.Ordinal)))
            .ToArray();
        _ = new MadeUpArchive(articles).Ask("When did the harbour bridge reopen?", reader: reader);

        Assert.InRange(reader.Windows.Count, 6, ArticleWindows.MaxWindows);
        Assert.All(reader.Windows, window =>
        {
            Assert.InRange(window.Sentences.Sum(sentence => sentence.Length), 1, 900);
            var body = articles.Single(article => article.Title == window.Title).Body;
            Assert.Contains(string.Join(' ', window.Sentences), body, StringComparison.Ordinal);
        });
        Assert.InRange(reader.Windows.DistinctBy(window => window.Title).Count(), 1, 8);
    }

    [Fact]
    public void Where_some_windows_hold_much_of_the_question_few_that_hold_little_are_read()
    {
        const string told = "The harbour bridge in Varna reopened on Monday after months of repairs.";
        static string Filler(int part) => string.Join(
            ' ', Enumerable.Range(1, 60).Select(i => $"In part {part} of its report the committee of row {i} spoke about cables, costs and the weather above the cold bay."));
        RankedPassage Found(int id, double score) => new(id, new TextSpan(0, told.Length), score, TextScore: score, Share: 1, ArticleShare: 1, TitleShare: 0, Recency: 0);
        var revisions = Enumerable.Range(1, 3)
            .ToDictionary(id => (long)id, id => new ArticleRevision(id, id, MadeUpArchive.Article($"Report {id}", told.Replace("Monday", $"Monday {id}") + " " + Filler(id))));

        int Windows(string question)
        {
            var reader = new FakeReader(_ => 0);
            _ = new EvidenceReader(QuestionAnalyzer.Analyze(question, MadeUpArchive.Now), _ => 1, reader).Read([Found(1, 3), Found(2, 2), Found(3, 1)], revisions);
            return reader.Windows.Count;
        }

        Assert.Equal(ArticleWindows.LeastWindows, Windows("When was the harbour bridge in Varna reopened after repairs?"));
        Assert.Equal(ArticleWindows.MaxWindows, Windows("What did the committee say of cables and costs?"));
    }

    [Fact]
    public void Of_two_windows_with_the_same_words_the_one_that_the_search_found_comes_first()
    {
        const string told = "When did the harbour bridge reopen was the talk of the town.";
        var filler = string.Concat(Enumerable.Repeat("Somebody spoke at length about the weather of the coming season and its costs. ", 30));
        var revision = new ArticleRevision(1, 1, MadeUpArchive.Article("A long evening", filler + told + " " + filler + told + " " + filler));
        var start = filler.Length + told.Length + 1 + filler.Length;
        var second = new TextSpan(start, start + told.Length);
        var found = new RankedPassage(1, second, Score: 1, TextScore: 1, Share: 1, ArticleShare: 1, TitleShare: 0, Recency: 0);
        var evidence = new EvidenceReader(QuestionAnalyzer.Analyze("When did the harbour bridge reopen?", MadeUpArchive.Now), _ => 1, new FakeReader(_ => 0));

        _ = evidence.Read([found], new Dictionary<long, ArticleRevision> { [1] = revision });

        Assert.True(evidence.Passages[0].Span.Overlaps(second), $"{evidence.Passages[0].Span}");
    }

    [Fact]
    public void A_window_with_what_is_asked_for_is_read_before_others_with_the_same_words()
    {
        const string rest = "spoke at length about the cables and about the weather of the coming season there. ";
        static string Row(int i) => $"The crew of the harbour bridge in Varna, row {(char)('a' + i)}, {rest}";
        var before = string.Concat(Enumerable.Repeat("Somebody went home late and told the neighbours about the evening. ", 30))
            + string.Concat(Enumerable.Range(0, 15).Select(Row));
        const string told = $"The crew of the harbour bridge in Varna, which has 40 welders, {rest}";
        var revision = new ArticleRevision(1, 1, MadeUpArchive.Article("A long evening", before + told + Row(16)));

        Assert.Contains("40 welders", FirstRead("How many people are in the crew of the harbour bridge in Varna?", revision), StringComparison.Ordinal);
        Assert.DoesNotContain("40 welders", FirstRead("Why did the crew of the harbour bridge in Varna speak?", revision), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_windows_with_the_same_words_the_one_nearer_the_start_comes_first()
    {
        const string told = "The harbour bridge in Varna reopened, and the whole town was there to see it.";
        var filler = string.Concat(Enumerable.Repeat("Somebody spoke at length about the weather of the coming season and its costs. ", 30));
        var revision = new ArticleRevision(1, 1, MadeUpArchive.Article("A long evening", filler + told + " First. " + filler + told + " Second. " + filler));

        Assert.Contains("First.", FirstRead("Why did the harbour bridge reopen?", revision), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_articles_with_the_same_words_the_fresher_one_is_read_first()
    {
        const string told = "The harbour bridge in Varna reopened, and the whole town was there to see it";
        var revisions = Enumerable.Range(1, 2).ToDictionary(id => (long)id, id => new ArticleRevision(id, id, MadeUpArchive.Article("A long evening", $"{told} in year {id}.")));
        RankedPassage Found(int id, double recency) =>
            new(id, new TextSpan(0, told.Length), Score: 1, TextScore: 1, Share: 1, ArticleShare: 1, TitleShare: 0, Recency: recency);
        var evidence = new EvidenceReader(QuestionAnalyzer.Analyze("Why did the harbour bridge reopen?", MadeUpArchive.Now), _ => 1, new FakeReader(_ => 0));

        _ = evidence.Read([Found(1, 0.1), Found(2, 0.8)], revisions);

        Assert.Equal([2, 1], evidence.Passages.Select(passage => passage.RevisionId));
    }

    [Fact]
    public void A_very_long_article_is_read_around_what_was_found()
    {
        var filler = string.Concat(Enumerable.Repeat("Somebody spoke at length about the weather of the coming season and its costs. ", 1_500));
        const string told = "The harbour bridge in Varna reopened on Monday.";
        var reader = new FakeReader(sentence => sentence == told ? 5 : -5);
        var composition = new MadeUpArchive(MadeUpArchive.Article("A long evening", filler + told + " " + filler)).Ask("When did the harbour bridge reopen?", reader: reader);
        Assert.Equal(told, composition.Candidate.Sentences[0].Text);
        Assert.False(double.IsNaN(composition.Support));
    }

    [Fact]
    public void Copies_of_a_text_are_read_once()
    {
        var reader = new FakeReader(_ => 0);
        const string body = "The harbour bridge in Varna reopened on Monday. The mayor cut the ribbon.";
        _ = new MadeUpArchive(MadeUpArchive.Article("Bridge reopens", body), MadeUpArchive.Article("Bridge open again", body)).Ask("When did the bridge reopen?", reader: reader);
        Assert.Single(reader.Windows);
    }

    [Fact]
    public void An_article_without_a_letter_and_an_endless_one_are_no_trouble()
    {
        var reader = new FakeReader(_ => 0);
        var archive = new MadeUpArchive(MadeUpArchive.Article("Bridge", "."), MadeUpArchive.Article("Bridge 2", string.Concat(Enumerable.Repeat("bridge ", 100_000))));
        _ = archive.Ask("When did the bridge reopen?", reader: reader);
        Assert.NotEmpty(reader.Windows);
        Assert.All(reader.Windows, window => Assert.All(window.Sentences, sentence => Assert.InRange(sentence.Length, 1, SentenceSplitter.MaxSentenceLength)));
    }

    [Fact]
    public void What_the_reader_says_moves_the_support()
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("Harbour bridge reopens", "The harbour bridge in Varna reopened on Monday. It rained."));
        double SupportOf(double relevance) => archive.Ask("When did the harbour bridge reopen?", reader: new FakeReader(_ => relevance)).Support;
        Assert.True(SupportOf(6) > SupportOf(-6) + 0.2, $"{SupportOf(6)} {SupportOf(-6)}");
    }

    [Theory]
    [InlineData("How many workers did the mayor of Varna thank?", "The mayor of Varna thanked 40 workers.", false)]
    [InlineData("How many workers did the mayor of Varna thank?", "In Varna the repair took 40 engineers.", true)]
    [InlineData("Why did the mayor of Varna thank the workers?", "In Varna the repair took 40 engineers.", false)]
    public void A_number_of_something_else_strays(string question, string body, bool strays) =>
        Assert.Equal(strays, new MadeUpArchive(MadeUpArchive.Article("Bridge", body)).Ask(question, reader: new FakeReader(_ => 0)).StraysFromEvent);

    [Theory]
    [InlineData("Who repaired the ferry of Larnwick?", "Rosa Lindt repaired the ferry of Varna.", true)]
    [InlineData("Who repaired the ferry of Varna?", "Rosa Lindt repaired the ferry of Varna.", false)]
    [InlineData("Who repaired the ferry of Larnwick?", "Rosa Lindt repaired the ferry of Varna.\n\nIt sails to Larnwick.", false)]
    [InlineData("Who repaired the ferry of Larnwick Bay?", "Rosa Lindt repaired the ferry of Varna. It crosses the bay.", false)]
    [InlineData("Who repaired the ferry?", "Rosa Lindt repaired the ferry of Varna.", false)]
    [InlineData("Which Nordic country bought the ferry?", "Sweden bought the ferry of Varna.", false)]
    [InlineData("Which country bought the Nordic ferry?", "Sweden bought the ferry of Varna.", true)]
    public void A_name_that_the_article_does_not_have_is_missed(string question, string body, bool lacksName) =>
        Assert.Equal(lacksName, new MadeUpArchive(MadeUpArchive.Article("Ferry", body)).Ask(question, reader: new FakeReader(_ => 0)).LacksName);

    [Theory]
    [InlineData("Is Rosa Lindt married?", "Rosa Lindt is 61 years old. Rosa Lindt steers the Varna ferry.", true)]
    [InlineData("Is Rosa Lindt married?", "Rosa Lindt married a sailor in May.", false)]
    [InlineData("Is it Rosa Lindt?", "Rosa Lindt is 61 years old.", false)]
    [InlineData("How old is Rosa Lindt?", "Rosa Lindt steers the Varna ferry.", false)]
    public void Yes_or_no_without_a_word_of_what_is_asked_is_beside_the_point(string question, string body, bool isBeside) =>
        Assert.Equal(isBeside, new MadeUpArchive(MadeUpArchive.Article("Bridge", body)).Ask(question, reader: new FakeReader(_ => 0)).IsBesideThePoint);

    [Theory]
    [InlineData("Who won the chess olympiad?", true)]
    [InlineData("When does the opera season begin?", true)]
    [InlineData("Who won the prize for sculpture?", false)]
    [InlineData("Who won the Varna regatta?", false)]
    public void An_article_that_has_next_to_nothing_of_the_question_is_far(string question, bool isFar)
    {
        var archive = new MadeUpArchive(MadeUpArchive.Article("A prize", "The sculptor Elena Petrova of Varna won the prize on Sunday. The show of her sculptures begins in May."));
        Assert.Equal(isFar, archive.Ask(question, reader: new FakeReader(_ => 0)).IsFar);
    }

    [Theory]
    [InlineData("When did Elena Petrova of Varna resign?", 1)]
    [InlineData("When did the coach resign?", 2)]
    public void What_lacks_every_name_of_the_question_is_known(string question, int sentences)
    {
        var archive = new MadeUpArchive(
            MadeUpArchive.Article("A farewell in Varna", "The coach Elena Petrova resigned on Monday."),
            MadeUpArchive.Article("A farewell", "Another coach resigned on Sunday after a quarrel."));
        Assert.Equal(sentences, archive.Ask(question, reader: new FakeReader(_ => 0)).Candidate.Sentences.Count);
    }

    /// <summary>The text of the window that comes first where the search found an article as a whole.</summary>
    private static string FirstRead(string question, ArticleRevision revision)
    {
        var found = new RankedPassage(
            revision.RevisionId, new TextSpan(0, revision.Article.Body.Length), Score: 1, TextScore: 1, Share: 1, ArticleShare: 1, TitleShare: 0, Recency: 0);
        var evidence = new EvidenceReader(QuestionAnalyzer.Analyze(question, MadeUpArchive.Now), _ => 1, new FakeReader(_ => 0));
        _ = evidence.Read([found], new Dictionary<long, ArticleRevision> { [revision.RevisionId] = revision });
        return evidence.Passages[0].Span.In(revision.Article.Body);
    }
}
