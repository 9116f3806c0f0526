using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class UkrainianStemmerTests
{
    [Theory]
    [InlineData("Одеса", "Одесі", "Одесу", "Одесою")]
    [InlineData("Київ", "Києва", "Києві", "Києву")]
    [InlineData("Львів", "Львова", "Львові", "Львову")]
    [InlineData("Миколаїв", "Миколаєва", "Миколаєві")]
    [InlineData("переговори", "переговорів", "переговорах")]
    [InlineData("міст", "міст", "міст")]
    public void The_cases_of_a_word_are_one_term(params string[] cases) => Assert.Single(cases.Select(TermOf).Distinct());

    [Theory]
    [InlineData("Одеса", "Омськ")]
    [InlineData("дім", "дума")]
    public void Other_words_stay_apart(string one, string other) => Assert.NotEqual(TermOf(one), TermOf(other));

    [Theory]
    [InlineData("що")]
    [InlineData("Який")]
    [InlineData("її")]
    [InlineData("чому")]
    public void Words_that_carry_grammar_are_stop_words(string word) => Assert.True(Analyze(word).IsStopWord);

    private static string TermOf(string word) => Analyze(word).Text;

    private static Term Analyze(string word)
    {
        var terms = new List<Term>();
        new TermAnalyzer().Analyze(word, terms);
        return Assert.Single(terms);
    }
}
