using NewsBot.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Host.Answering;

public sealed class PassageChoiceTests
{
    [Fact]
    public void At_most_three_passages_of_an_article_are_chosen_with_its_beginning_among_them()
    {
        var chosen = PassageChoice.Of([.. Enumerable.Range(1, 12).SelectMany(id => SpansOf(id))], isNewestFirst: false);

        Assert.InRange(chosen.Count, 12, PassageChoice.MaxPassages);
        Assert.All(chosen.GroupBy(passage => passage.Revision.RevisionId), article =>
        {
            Assert.InRange(article.Count(), 1, PassageChoice.MaxOfArticle);
            Assert.Equal(0, article.First().Span.Start);
        });
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public void The_newest_article_stands_first_where_the_latest_is_asked_for(bool isNewestFirst, long first) =>
        Assert.Equal(first, PassageChoice.Of([.. Enumerable.Range(1, 3).SelectMany(id => SpansOf(id))], isNewestFirst)[0].Revision.RevisionId);

    /// <summary>The later passages of a long article, which is newer the higher its number is.</summary>
    private static IEnumerable<(ArticleRevision, TextSpan)> SpansOf(int id)
    {
        var body = string.Join(' ', Enumerable.Range(1, 120).Select(line => $"The council of town {id} met for the {line}th time and heard ten people."));
        var article = new Article { Id = $"a{id}", Title = "Council", Body = body, PublishedAt = DateTimeOffset.UnixEpoch.AddDays(id) };
        var revision = new ArticleRevision(id, id, article);
        return PassageSplitter.Split(body, SentenceSplitter.Split(body)).Skip(3).Take(5).Select(span => (revision, span));
    }
}
