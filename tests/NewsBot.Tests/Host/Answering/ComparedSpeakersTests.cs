using NewsBot.Answering;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.Host.Answering;

/// <summary>What two say about one matter, each in an article of their own.</summary>
public sealed class ComparedSpeakersTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2024, 6, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly OpenedArchive archive = new();

    public async ValueTask InitializeAsync() => await archive.AddAsync(
        Article("lind", "Mayor on the Skar dam", "The Skar dam is safe for a hundred years, Marta Lind said on Monday. The mayor spoke in the school."),
        Article("brun", "Engineer on the Skar dam", "Olga Brun said that the Skar dam has a crack and must be closed. She is an engineer. Her report has ninety pages."),
        Article("toll", "Toll on the bridge", "The toll on the bridge of Orvik rises to four euros in July, the council said."));

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("What do Marta Lind and Olga Brun say about the Skar dam?")]
    [InlineData("How do Marta Lind and Olga Brun differ on the Skar dam?")]
    public async Task Both_are_told_side_by_side(string question)
    {
        var answer = (await AskAsync(question)).Answer;

        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains("safe for a hundred years", StringComparison.Ordinal));
        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains("has a crack", StringComparison.Ordinal));
        Assert.Equal("lind", answer.Citations[0].Revision.Article.Id);
        Assert.Null(answer.Short);
    }

    [Fact]
    public async Task When_one_of_them_is_not_in_the_archive_the_question_is_answered_as_a_whole() =>
        Assert.DoesNotContain((await AskAsync("What do Marta Lind and Per Holm say about the Skar dam?")).Answer.Citations, citation => citation.Revision.Article.Id == "toll");

    private Task<Reply> AskAsync(string question) => archive.Answerer().AnswerAsync(new AskedQuestion(question, Now), TestContext.Current.CancellationToken);

    private static Article Article(string id, string title, string body) => new() { Id = id, Title = title, Body = body, PublishedAt = Now.AddDays(-1) };
}
