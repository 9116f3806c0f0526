using NewsBot.Core.Questions;

namespace NewsBot.Tests.Core.Questions;

public sealed class CyrillicAskedTests
{
    [Theory]
    [InlineData("Де стався обвал?", "At")]
    [InlineData("А де саме відкриють музей?", "At")]
    [InlineData("В якому місті збудують завод?", "At")]
    [InlineData("Где нашли клад?", "At")]
    [InlineData("В каком городе нашли клад?", "At")]
    [InlineData("Куди доставили поранених?", "To")]
    [InlineData("До якої лікарні їх доставили?", "To")]
    [InlineData("Куда передадут картину?", "To")]
    [InlineData("Звідки привезли зубрів?", "From")]
    [InlineData("Из какой страны привезли картину?", "From")]
    [InlineData("Звідки родом переможниця?", "Any")]
    public void A_place_is_asked_for_and_which_way(string question, string way) =>
        Assert.Equal($"Place {way}", CyrillicAsked.Of(question) is { } asked ? $"{asked.Value} {asked.Way}" : null);

    [Theory]
    [InlineData("Коли відкриють міст?")]
    [InlineData("І коли ж відкриють міст?")]
    [InlineData("О котрій годині почали збори?")]
    [InlineData("В якому році збудували міст?")]
    [InlineData("З якого числа діятиме тариф?")]
    [InlineData("Когда затонул пароход?")]
    [InlineData("Во сколько начнётся матч?")]
    [InlineData("Какого числа откроют мост?")]
    public void A_time_is_asked_for(string question) => Assert.Equal(CyrillicValue.Time, CyrillicAsked.Of(question)?.Value);

    [Theory]
    [InlineData("Хто збудував міст?", "Person")]
    [InlineData("А кто построил мост?", "Person")]
    [InlineData("Ким збудовано міст?", "Person")]
    [InlineData("Хто сказав, скільки коштує міст?", "Person")]
    [InlineData("Чи відкрили міст?", "Fact")]
    [InlineData("Открыли ли мост?", "Fact")]
    [InlineData("Мост открыли или нет?", null)]
    public void Somebody_is_asked_for_or_whether_it_is_so(string question, string? value) => Assert.Equal(value, CyrillicAsked.Of(question)?.Value.ToString());

    [Theory]
    [InlineData("Скільки гірників загинуло?", "Any")]
    [InlineData("Скільки коштував міст?", "Money")]
    [InlineData("Яка вартість ремонту?", "Money")]
    [InlineData("Сколько весит котёл?", "Mass")]
    [InlineData("На якій глибині працювали?", "Length")]
    [InlineData("Скільки часу тривав матч?", "Duration")]
    [InlineData("Как долго тушили пожар?", "Duration")]
    [InlineData("Во сколько обошёлся мост?", "Money")]
    public void A_number_is_asked_for_and_its_measure(string question, string scale) =>
        Assert.Equal($"Number {scale}", CyrillicAsked.Of(question) is { } asked ? $"{asked.Value} {asked.Scale}" : null);

    [Theory]
    [InlineData("Що сталося, коли впав міст?")]
    [InlineData("Чому закрили міст, де сталася аварія?")]
    [InlineData("Как чинят мост?")]
    [InlineData("When does the bridge open?")]
    [InlineData("Міст у Сновську")]
    public void Other_questions_ask_for_no_value(string question) => Assert.Null(CyrillicAsked.Of(question));

    [Fact]
    public void The_clause_that_says_when_is_not_the_question() => Assert.Equal(CyrillicValue.Place, CyrillicAsked.Of("Коли впав міст, де був мер?")?.Value);
}
