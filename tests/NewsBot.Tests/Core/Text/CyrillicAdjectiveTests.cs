using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class CyrillicAdjectiveTests
{
    [Theory]
    [InlineData("стамбульські", "Стамбулі")]
    [InlineData("київського", "Києва")]
    [InlineData("львівська", "Львові")]
    [InlineData("одеський", "Одесі")]
    [InlineData("празьке", "Праги")]
    [InlineData("паризький", "Парижі")]
    [InlineData("дніпровської", "Дніпра")]
    [InlineData("женевські", "Женеві")]
    [InlineData("казанский", "Казани")]
    [InlineData("пражского", "Праге")]
    [InlineData("стамбульские", "Стамбуле")]
    [InlineData("киевские", "Киеве")]
    [InlineData("самарский", "Самаре")]
    [InlineData("російська", "Росії")]
    public void An_adjective_gives_its_place(string adjective, string place) =>
        Assert.Contains(TermAnalyzer.TermOf(place), CyrillicAdjective.NounsOf(TermAnalyzer.TermOf(adjective)!));

    [Theory]
    [InlineData("міст")]
    [InlineData("диск")]
    [InlineData("вхід")]
    [InlineData("task")]
    public void Other_words_give_none(string word) => Assert.Empty(CyrillicAdjective.NounsOf(TermAnalyzer.TermOf(word)!));
}
