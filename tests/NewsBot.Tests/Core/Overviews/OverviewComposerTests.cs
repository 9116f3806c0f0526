using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Articles;
using NewsBot.Core.Overviews;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Tests.Core.Digests;

namespace NewsBot.Tests.Core.Overviews;

public sealed class OverviewComposerTests
{
    private static readonly ArticleRevision Talks = Revision(1, "Delegations meet in Istanbul",
        "Delegations of both sides met in Istanbul on Wednesday. They agreed on a further exchange of prisoners. The next round of the talks is planned for August. "
        + "A glide bomb hit a block of flats in Kramatorsk and killed a child, officials said. Based on: reports of July 2024.", 0);

    private static readonly ArticleRevision Later = Revision(2, "Istanbul talks: prisoners come home",
        "The first 250 prisoners came home on Friday after the talks in Istanbul. The exchange took place at the border.", 30);

    private static readonly ArticleRevision Bridge = Revision(3, "Bridge of Varna reopens",
        "The bridge of Varna reopened on Monday after nine months of repair. Istanbul sent engineers.", 5);

    [Fact]
    public void A_summary_has_the_lead_and_what_other_articles_of_the_story_add()
    {
        var overview = Compose("istanbul talks", OverviewKind.Summary, Talks, Later, Bridge)!;

        Assert.InRange(overview.Support, 0.8, 1);
        Assert.InRange(overview.Sentences.Count, 2, OverviewComposer.MaxSentences);
        Assert.DoesNotContain(overview.Sentences, citation => citation.Revision == Bridge);
        Assert.DoesNotContain(overview.Sentences, sentence => sentence.Quote.StartsWith("Based on", StringComparison.Ordinal));
        Assert.Empty(CitationCheck.Run(overview.Tell(4)).Dropped);
    }

    [Fact]
    public void What_happened_keeps_the_sentences_that_were_found_for_the_question()
    {
        var found = new Citation(1, Talks, SpanOf(Talks, "The next round of the talks is planned for August."));
        var overview = new OverviewComposer(Topic("the Istanbul delegations"), OverviewKind.Happened, _ => 1).Compose([(Talks, 2)], [found])!;
        Assert.Equal("Delegations of both sides met in Istanbul on Wednesday.", overview.Sentences[0].Quote);
        Assert.Equal(found.Span, overview.Sentences[1].Span);
    }

    [Fact]
    public void A_sentence_inside_an_article_on_something_else_tells_what_happened()
    {
        var before = string.Concat(Enumerable.Repeat("Delegations of both sides met in Istanbul on Wednesday, and said little. ", 12));
        var whole = Revision(5, Talks.Article.Title, before + Talks.Article.Body, 0);
        var overview = Compose("Kramatorsk", OverviewKind.Happened, whole)!;
        Assert.StartsWith("A glide bomb hit", overview.Sentences[0].Quote, StringComparison.Ordinal);
        Assert.InRange(overview.Support, 0.64, 0.7);
        Assert.True(Compose("Kramatorsk", OverviewKind.LatestOn, whole)!.Support < 0.64);
    }

    [Theory]
    [InlineData("Varna", "The bridge was drawn by an engineer who lives in Varna and used to work on ships.", false)]
    [InlineData("Varna", "Another bridge fell in Varna in March 2021.", false)]
    [InlineData("Varna", "Two hours later a second bridge fell in Varna.", true)]
    public void What_only_tells_of_a_life_or_of_earlier_days_did_not_happen_now(string topic, string mention, bool isSure)
    {
        var article = Revision(
            6, "Bridge reopens",
            "The old bridge of the town reopened on Monday after repairs. Hundreds of people came to the opening with their children. " + mention, 0);
        Assert.Equal(isSure, Compose(topic, OverviewKind.Happened, article)!.Support >= 0.64);
    }

    [Fact]
    public void The_newest_on_a_topic_comes_first_a_sentence_a_story()
    {
        var old = Revision(4, "Varna plans a new bridge", "The council of Varna voted for a second bridge.", -2_000);
        var overview = Compose("Varna", OverviewKind.LatestOn, old, Bridge)!;
        Assert.Equal([Bridge, old], overview.Sentences.Select(citation => citation.Revision));
    }

    [Fact]
    public void What_happened_is_told_from_the_articles_of_these_days()
    {
        var old = Revision(4, "Fighting in Varna", "Rival groups fought in Varna on Monday, and an oil depot burned. The fighting in Varna lasted two days.", -40_000);
        var now = Revision(5, "Quiet returns after fighting in the port", "Two groups fought in Varna on Saturday, and 32 people died. Police closed the port.", -10);
        var overview = Compose("Varna", OverviewKind.Happened, old, now)!;
        Assert.NotEmpty(overview.Sentences);
        Assert.All(overview.Sentences, citation => Assert.Equal(now, citation.Revision));
    }

    [Fact]
    public void What_happened_to_somebody_is_told_by_the_sentences_that_name_them()
    {
        var article = Revision(
            6, "The Larks say goodbye",
            "Singer Tom Hall speaks of the end of the Larks of Varna. The Larks of Varna sold nine million records. Ann Smith, the band's drummer, broke her arm in May.", 0);
        var overview = Compose("Ann Smith of the Larks of Varna", OverviewKind.Happened, article)!;
        Assert.StartsWith("Ann Smith, the band's drummer", overview.Sentences[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_a_page_are_not_told()
    {
        var article = Revision(
            6, "Strike in the port of Varna",
            "Ann Smith and Tom Hall\n\nPurchases you make through our links in Varna may earn us a commission.\n\nFerries:Crews in Varna say that night shifts are too long\n\n"
            + "Dockers began a strike in Varna on Monday.\n\nWhat comes next in Varna\n\nThe harbour master of Varna expects no ship before Friday.",
            0);
        var overview = Compose("Varna", OverviewKind.Happened, article)!;
        Assert.Equal(
            ["Dockers began a strike in Varna on Monday.", "The harbour master of Varna expects no ship before Friday."],
            overview.Sentences.Select(citation => citation.Quote));
    }

    [Fact]
    public void The_newest_on_a_topic_says_something_of_it()
    {
        var calendar = Revision(7, "Varna, and what else to do on Sunday", "Oddly enough, it is also the national day of gardeners in the land.", 6);
        var overview = Compose("Varna", OverviewKind.LatestOn, calendar, Bridge)!;
        Assert.Equal([Bridge], overview.Sentences.Select(citation => citation.Revision));
    }

    [Fact]
    public void Sentences_of_one_article_are_told_in_its_order_and_none_begins_with_a_pronoun_of_nobody()
    {
        var runner = Revision(6, "Kiptum runs a record",
            "Kelvin Kiptum ran a record in Chicago. He is 23 years old. Eliud Kipchoge held the last record. His time was 2:01:09. In April he won in London.", 0);
        Citation Cite(string sentence) => new(1, runner, SpanOf(runner, sentence));
        var (first, he, last) = (Cite("Kelvin Kiptum ran a record in Chicago."), Cite("He is 23 years old."), Cite("Eliud Kipchoge held the last record."));

        Assert.Equal([first.Quote, he.Quote, last.Quote], new Overview(1, null, [last, he, first]).Tell(3).Sentences.Select(sentence => sentence.Text));
        Assert.Equal([last.Quote], new Overview(1, null, [last, Cite("In April he won in London.")]).Tell(2).Sentences.Select(sentence => sentence.Text));
        Assert.Equal([last.Quote], new Overview(1, null, [last, he, first]).Tell(2).Sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public void A_name_that_no_article_has_makes_it_unlikely()
    {
        var overview = Compose("Petrov in Istanbul", OverviewKind.Happened, Talks)!;
        Assert.Equal("Petrov", overview.Missing);
        Assert.InRange(overview.Support, 0, 0.4);
    }

    [Fact]
    public void Half_of_a_topic_is_less_likely_than_the_whole() =>
        Assert.True(Compose("istanbul earthquake damage", OverviewKind.Summary, Talks)!.Support < Compose("istanbul delegations", OverviewKind.Summary, Talks)!.Support);

    [Fact]
    public void Nothing_of_a_topic_is_nothing() => Assert.Null(Compose("maine lobster", OverviewKind.Summary, Talks, Bridge));

    private static Overview? Compose(string topic, OverviewKind kind, params ArticleRevision[] articles) =>
        new OverviewComposer(Topic(topic), kind, _ => 1).Compose([.. articles.Select((article, i) => (article, 10.0 - i))], []);

    private static Question Topic(string text) => QuestionAnalyzer.Analyze(text, DigestArticles.To);

    private static TextSpan SpanOf(ArticleRevision revision, string sentence)
    {
        var start = revision.Article.Body.IndexOf(sentence, StringComparison.Ordinal);
        return new TextSpan(start, start + sentence.Length);
    }

    private static ArticleRevision Revision(long id, string title, string body, double hours) => new(id, 1, DigestArticles.Article(title, title, body, "Island Post", hours));
}
