using NewsBot.Cli.Evaluation;

namespace NewsBot.Tests.Host.Cli.Evaluation;

/// <summary>What counts as a known answer.</summary>
public sealed class AnswerMatchTests
{
    [Theory]
    [InlineData("A review of the harbour board’s accounts found gaps.", "the Harbour Board", true)]
    [InlineData("Lena Ortiz's boat came first.", "Lena Ortiz", true)]
    [InlineData("It cost 4,500 dollars.", "4500", true)]
    [InlineData("It was in the harbourage.", "harbour", false)]
    [InlineData("Its owner is unknown.", "It", false)]
    public void An_answer_stands_in_a_text_in_whole_words_with_or_without_a_possessive(string text, string answer, bool isHeld) =>
        Assert.Equal(isHeld, AnswerMatch.Holds(text, [answer]));

    [Theory]
    [InlineData("The judge gave her nine years.", "9", true)]
    [InlineData("It took twenty-one days.", "21", true)]
    [InlineData("One of the boats sank.", "1", false)]
    [InlineData("The fair opens on Sept. 6, 2031.", "6 September 2031", true)]
    [InlineData("The fair opens on the 6th September.", "Sep. 6", true)]
    [InlineData("The fair opens in May next year.", "May 6", false)]
    [InlineData("The U.S. took part.", "United States", true)]
    [InlineData("The harbour told us so.", "United States", false)]
    [InlineData("Lena Ortiz opened the fair.", "Former Vice President Lena Ortiz", true)]
    [InlineData("Lena Ortiz opened the fair.", "Harsk Gov. Lena Ortiz", true)]
    [InlineData("Ortiz opened the fair.", "President Ortiz", false)]
    [InlineData("The president opened the fair.", "President Lena Ortiz", false)]
    public void A_number_a_day_a_country_and_a_person_may_be_told_in_another_form(string text, string answer, bool isHeld) =>
        Assert.Equal(isHeld, AnswerMatch.Holds(text, [answer]));

    [Fact]
    public void A_short_answer_in_another_form_is_exact() => Assert.True(AnswerMatch.Equals("Lena Ortiz", ["President Lena Ortiz"]));

    [Theory]
    [InlineData("How many years was the ferry laid up?", "30", "30 years", true)]
    [InlineData("How many years was the ferry laid up?", "30 years", "30", true)]
    [InlineData("How many years was the ferry laid up?", "30", "30 days", false)]
    [InlineData("How long was the ferry laid up?", "30", "30 years", false)]
    public void The_unit_that_the_question_names_need_not_be_said(string question, string answer, string given, bool isExact) =>
        Assert.Equal(isExact, AnswerMatch.Equals(given, AnswerMatch.WithUnit(question, [answer])));
}
