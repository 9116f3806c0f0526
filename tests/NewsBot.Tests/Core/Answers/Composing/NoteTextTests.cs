using NewsBot.Core.Answers.Composing;

namespace NewsBot.Tests.Core.Answers.Composing;

public sealed class NoteTextTests
{
    [Theory]
    [InlineData("Based on: facts reported by CNN on 1 December 2022.")]
    [InlineData("Correction: An earlier headline gave the wrong day.")]
    [InlineData("Editor's note: This story has been updated.")]
    [InlineData("Editors’ Note: the figure was wrong.")]
    [InlineData("This story has been corrected to say that the vote is on Monday.")]
    [InlineData("An earlier version of this article misstated the number of passengers.")]
    [InlineData("Reporting by Ana Sousa in Lisbon; editing by Tom Hall")]
    public void What_an_article_says_of_itself_is_a_note(string sentence) => Assert.True(NoteText.IsMatch(sentence));

    [Theory]
    [InlineData("Based on the first counts, the mayor has won.")]
    [InlineData("The correction cost the bank $2 million.")]
    [InlineData("Sources in the ministry said that the talks go on.")]
    [InlineData("This story has no end, the judge said.")]
    public void What_it_reports_is_none(string sentence) => Assert.False(NoteText.IsMatch(sentence));
}
