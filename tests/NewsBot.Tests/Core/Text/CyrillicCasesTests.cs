using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class CyrillicCasesTests
{
    [Theory]
    [InlineData("Дяченкові", "Дяченко")]
    [InlineData("Андрієві", "Андрій")]
    [InlineData("Ковалеві", "Коваль")]
    [InlineData("Морозові", "Мороза")]
    [InlineData("Чернівців", "Чернівці")]
    [InlineData("Відень", "Відні")]
    [InlineData("Відні", "Відень")]
    [InlineData("Павел", "Павлу")]
    [InlineData("Кравець", "Кравцем")]
    [InlineData("автобусів", "автобус")]
    [InlineData("автобус", "автобусів")]
    [InlineData("трамваїв", "трамвай")]
    [InlineData("поездов", "поезда")]
    [InlineData("будинок", "будинку")]
    [InlineData("жінок", "жінка")]
    [InlineData("швидкість", "швидкості")]
    [InlineData("вартості", "вартість")]
    [InlineData("поверсі", "поверх")]
    public void A_word_has_the_terms_of_its_other_cases(string word, string other) =>
        Assert.Contains(TermAnalyzer.TermOf(other), CyrillicCases.OthersOf(word, TermAnalyzer.TermOf(word)!));

    [Theory]
    [InlineData("Петров", "Петро")]
    [InlineData("Петра", "Петров")]
    [InlineData("Львові", "Лев")]
    [InlineData("Сидорів", "Сидір")]
    public void A_surname_is_no_case_of_another_name(string word, string other) =>
        Assert.DoesNotContain(TermAnalyzer.TermOf(other), CyrillicCases.OthersOf(word, TermAnalyzer.TermOf(word)!));

    [Theory]
    [InlineData("Lavrov")]
    [InlineData("рік")]
    [InlineData("х")]
    public void A_word_in_other_letters_or_a_short_one_has_none_that_it_is_itself(string word) =>
        Assert.DoesNotContain(TermAnalyzer.TermOf(word), CyrillicCases.OthersOf(word, TermAnalyzer.TermOf(word)!));
}
