using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Answers.Checking;

/// <summary>Over a report of Tuesday 22 July 2025.</summary>
public sealed class PassageDaysTests
{
    private const string Talks = "The delegations resume their talks in Bergen on Wednesday.";
    private static readonly DateTimeOffset Published = new(2025, 7, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(5, "The delegations resume their talks in Bergen on Wednesday.")]
    [InlineData(8, "The delegations resume their talks in Bergen on Wednesday (reported on 22 July 2025).")]
    public void News_older_than_a_week_is_not_told_with_the_bare_name_of_a_day(int days, string told) =>
        Assert.Equal(told, Assert.Single(PassageDays.Told(Saying(Talks, Talks), Published.AddDays(days)).Sentences).Text);

    [Fact]
    public void A_sentence_that_has_its_date_stays_as_it_is()
    {
        var answer = Saying(Talks, "The delegations resume their talks in Bergen on 23 July 2025.");
        Assert.Equal(answer.Sentences, PassageDays.Told(answer, Published.AddYears(1)).Sentences);
    }

    private static Answer Saying(string quote, string sentence)
    {
        var revision = new ArticleRevision(1, 1, new Article { Id = "a", Title = "News", Body = quote, PublishedAt = Published });
        return new Answer { Sentences = [new AnswerSentence(sentence, [1])], Citations = [new Citation(1, revision, new TextSpan(0, quote.Length))] };
    }
}
