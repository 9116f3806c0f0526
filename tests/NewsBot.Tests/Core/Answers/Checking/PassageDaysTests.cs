using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Answers.Checking;

/// <summary>Over a report of Tuesday 22 July 2025.</summary>
public sealed class PassageDaysTests
{
    private const string Talks = "The delegations resume their talks in Bergen on Wednesday.";
    private const string Floods = "Floods in the valley killed 12 people on Monday, the rescue service said.";
    private const string Vote = "Parliament voted on the budget on July 3.";

    private static readonly DateTimeOffset Published = new(2025, 7, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Talks, "The delegations resume their talks in Bergen on 23 July 2025.")]
    [InlineData(Talks, "The delegations resume their talks in Bergen on Wednesday, July 23.")]
    [InlineData(Floods, "Floods in the valley killed 12 people on 21 July, the rescue service said.")]
    [InlineData(Vote, "Parliament voted on the budget on 3 July 2025.")]
    public void A_day_may_become_its_date(string quote, string sentence) => Assert.Equal([sentence], Checked(quote, sentence).Sentences.Select(kept => kept.Text));

    [Theory]
    [InlineData(Talks, "The delegations resume their talks in Bergen on 24 July 2025.")]
    [InlineData(Talks, "The delegations resume their talks in Bergen on 30 July 2025.")]
    [InlineData(Talks, "The delegations resume their talks in Bergen on 23 July 2024.")]
    [InlineData(Floods, "Floods in the valley killed 12 people on 20 July, the rescue service said.")]
    [InlineData(Vote, "Parliament voted on the budget on 3 August 2025.")]
    public void A_date_that_is_another_day_is_dropped(string quote, string sentence) => Assert.Empty(Checked(quote, sentence).Sentences);

    [Theory]
    [InlineData(5, "The delegations resume their talks in Bergen on Wednesday.")]
    [InlineData(8, "The delegations resume their talks in Bergen on Wednesday (reported on 22 July 2025).")]
    public void News_older_than_a_week_is_not_told_with_the_bare_name_of_a_day(int days, string told) =>
        Assert.Equal(told, Assert.Single(PassageDays.Told(Checked(Talks, Talks), Published.AddDays(days)).Sentences).Text);

    [Fact]
    public void A_sentence_that_has_its_date_stays_as_it_is()
    {
        var answer = Checked(Talks, "The delegations resume their talks in Bergen on 23 July 2025.");
        Assert.Equal(answer.Sentences, PassageDays.Told(answer, Published.AddYears(1)).Sentences);
    }

    private static Answer Checked(string quote, string sentence)
    {
        var revision = new ArticleRevision(1, 1, new Article { Id = "a", Title = "News", Body = quote, PublishedAt = Published });
        return CitationCheck.Apply(
            new Answer { Sentences = [new AnswerSentence(sentence, [1])], Citations = [new Citation(1, revision, new TextSpan(0, quote.Length))] }, AnswerWording.Free);
    }
}
