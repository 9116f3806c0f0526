using NewsBot.Answering;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Tests.Core.Digests;

namespace NewsBot.Tests.Host.Answering;

/// <summary>Overviews of an archive with the news of one day, 5 March 2024, and a later article that tells nothing.</summary>
public sealed class OverviewAnswererTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Later = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Newest = new(2024, 3, 7, 9, 0, 0, TimeSpan.Zero);

    private readonly OpenedArchive archive = new();
    private readonly QuestionAnswerer answerer;

    public OverviewAnswererTests() => answerer = archive.Answerer(hasOverview: true);

    public async ValueTask InitializeAsync() =>
        await archive.AddAsync([.. DigestArticles.Day, Article("note", "Letters", "He said that what happened yesterday in July 2020 was in the news of 2024.", Newest)]);

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("What happened on 5 March 2024?")]
    [InlineData("News of March 2024")]
    public async Task News_of_days_that_the_archive_covers_are_of_these_days(string text)
    {
        var answer = (await AskAsync(text, Later)).Answer;
        Assert.True(answer is { IsSupported: true, IsOverview: true, Sentences.Count: 4 });
        Assert.Null(answer.NewestOf);
    }

    [Theory]
    [InlineData("What happened on 22 July 2020?")]
    [InlineData("What happened yesterday?")]
    [InlineData("What happened today?")]
    [InlineData("What happened tomorrow?")]
    [InlineData("News of May 2019 and July 2019")]
    [InlineData("News of 2024")]
    public async Task News_of_days_without_articles_or_of_too_many_days_are_never_those_of_other_days(string text)
    {
        var reply = await AskAsync(text, Later);
        Assert.Equal(OverviewKind.Latest, reply.Question.Overview?.Kind);
        Assert.Equal(AnswerTier.None, reply.Answer.Tier);
        Assert.Contains(reply.Answer.Refusal?.Kind, new RefusalKind?[] { RefusalKind.NotSaid, RefusalKind.NothingFound });
    }

    [Fact]
    public async Task The_newest_of_the_archive_is_its_newest_article_told_or_not()
    {
        var reply = await AskAsync("latest news", Later);
        Assert.Equal(4, reply.Answer.Sentences.Count);
        Assert.DoesNotContain("note", reply.ArticleIds);
        Assert.Equal(Newest, reply.Answer.NewestOf);
        Assert.Null((await AskAsync("latest news", Newest.AddHours(5))).Answer.NewestOf);
    }

    [Fact]
    public async Task An_article_dated_a_little_ahead_is_news_and_one_of_days_ahead_is_not()
    {
        await archive.AddAsync(
            Article("fire", "Fire destroys the market of Tarnow", "A fire destroyed the market of Tarnow in Poland, said the mayor Anna Nowak.", Later.AddMinutes(20)),
            Article("flood", "Flood closes the port of Sines", "A flood closed the port of Sines in Portugal, said the mayor Rui Costa.", Later.AddDays(2)));
        Assert.Equal(["fire"], (await AskAsync("latest news", Later)).ArticleIds.Except(DigestArticles.Day.Select(article => article.Id)));
        Assert.Equal(["fire"], (await AskAsync("What happened today?", Later)).ArticleIds);
    }

    [Fact]
    public async Task What_the_ordinary_answer_says_comes_with_its_own_composition()
    {
        var reply = await AskAsync("lobster strike", Later);
        Assert.False(reply.Answer.IsOverview);
        Assert.NotEmpty(reply.Composition!.SupportFeatures);
    }

    private static Article Article(string id, string title, string body, DateTimeOffset published) => new() { Id = id, Title = title, Body = body, PublishedAt = published };

    private Task<Reply> AskAsync(string text, DateTimeOffset asOf) => answerer.AnswerAsync(new AskedQuestion(text, asOf), TestContext.Current.CancellationToken);
}
