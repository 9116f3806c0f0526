using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Display;
using NewsBot.Core.Overviews;
using NewsBot.Tests.Core.Digests;

namespace NewsBot.Tests.Core.Overviews;

public sealed class LatestNewsTests
{
    private static readonly HashSet<string> Nothing = [];

    [Fact]
    public void Each_story_is_told_once_by_a_sentence_that_stands_in_its_article()
    {
        var answer = LatestNews.Tell([.. DigestArticles.Archived(DigestArticles.Day).Reverse()], Nothing)!;

        Assert.Equal(4, answer.Sentences.Count);
        Assert.True(answer.IsOverview);
        Assert.Empty(CitationCheck.Run(answer).Dropped);
        Assert.Single(answer.Sentences, sentence => sentence.Text.Contains("Varosha", StringComparison.Ordinal));
        Assert.Single(answer.Sentences, sentence => sentence.Text.Contains("Nordbahn", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_told_is_not_told_again()
    {
        HashSet<string> told = ["quake-1", "quake-2", "quake-3", "chess-1", "chess-2"];
        var answer = LatestNews.Tell([.. DigestArticles.Archived(DigestArticles.Day).Reverse()], told)!;
        Assert.DoesNotContain(answer.Sentences, sentence => sentence.Text.Contains("Varosha", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Sentences, sentence => sentence.Text.Contains("Anand", StringComparison.Ordinal));
        Assert.Null(LatestNews.Tell([.. DigestArticles.Archived(DigestArticles.Day).Reverse()], DigestArticles.Day.Select(article => article.Id).ToHashSet()));
    }

    [Fact]
    public void An_archive_that_got_nothing_for_months_tells_its_newest_first()
    {
        var old = DigestArticles.Day.Select((article, i) => article with { PublishedAt = article.PublishedAt!.Value.AddDays(-90 * i) });
        var answer = LatestNews.Tell([.. DigestArticles.Archived(old)], Nothing)!;
        Assert.Contains("Varosha", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.True(answer.Sentences.Count > 2);
    }

    [Fact]
    public void Articles_without_a_day_are_told_too()
    {
        var undated = DigestArticles.Archived(DigestArticles.Day.Select(article => article with { PublishedAt = null })).Select(article => article.Revision).Reverse().ToList();
        var answer = LatestNews.TellUndated(undated, Nothing)!;
        Assert.StartsWith("A court in Oslo", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.InRange(answer.Sentences.Count, 4, LatestNews.MaxStories);
        Assert.Empty(CitationCheck.Run(answer).Dropped);
    }

    [Fact]
    public void A_note_of_an_article_on_itself_is_no_news()
    {
        var noted = DigestArticles.Article("quake", "Earthquake in Varosha",
            "An earlier version of this story misspelt the name of Mayor Elena Dimou of Varosha. An earthquake struck the port of Varosha on Tuesday.", "Island Post", 1);
        var answer = LatestNews.TellUndated([.. DigestArticles.Archived([noted with { PublishedAt = null }]).Select(article => article.Revision)], Nothing)!;
        Assert.Equal("An earthquake struck the port of Varosha on Tuesday.", Assert.Single(answer.Sentences).Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void All_that_is_told_fits_into_a_reply_and_what_does_not_fit_is_told_next(bool isDated)
    {
        string[] towns = ["Varosha", "Kiel", "Tallinn", "Oslo", "Tarnow", "Sines"];
        string[] news = ["earthquake shook", "strike paralysed", "festival filled", "verdict divided", "fire destroyed", "flood closed"];
        var articles = towns.Index().Select(town =>
        {
            var what = news[town.Index];
            var places = string.Join(", ", Enumerable.Range(1, 14).Select(i => $"{what[..4]}{(char)('a' + i)} {town.Item[..3]}{i}"));
            var article = DigestArticles.Article(
                $"a{town.Index}", $"Huge {what} {town.Item}", $"A huge {what} the port of {town.Item} on Tuesday, {places}.", "Island Post", -town.Index);
            return isDated ? article : article with { PublishedAt = null };
        });
        var archived = DigestArticles.Archived(articles).ToList();
        var told = new HashSet<string>();
        while (told.Count < towns.Length && Tell() is { } answer)
        {
            Assert.Equal(answer.Sentences.Count, AnswerText.CountFitting(answer with { NewestOf = isDated ? DigestArticles.From : null }));
            Assert.Equal(Enumerable.Range(1, answer.Sentences.Count), answer.Citations.Select(citation => citation.Number));
            Assert.All(answer.Citations, citation => Assert.True(told.Add(citation.Revision.Article.Id)));
            Assert.Empty(CitationCheck.Run(answer).Dropped);
        }

        Assert.Equal(towns.Length, told.Count);

        Answer? Tell() => isDated ? LatestNews.Tell(archived, told) : LatestNews.TellUndated([.. archived.Select(article => article.Revision)], told);
    }

    [Fact]
    public void An_empty_archive_has_no_news()
    {
        Assert.Null(LatestNews.Tell([], Nothing));
        Assert.Null(LatestNews.TellUndated([], Nothing));
    }
}
