using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class NameFinderTests
{
    [Theory]
    [InlineData("Later President Joe Biden spoke.", "Joe Biden:Person")]
    [InlineData("Then Sen. Ann B. Onym spoke.", "Ann B. Onym:Person")]
    [InlineData("Then Dr. Quux spoke.", "Quux:Person")]
    [InlineData("Officials in Kyiv agreed.", "Kyiv:Place")]
    [InlineData("He flew to New York City.", "New York City:Place")]
    [InlineData("It lies near the Blorb River.", "Blorb River:Place")]
    [InlineData("She studied at the University of Blorb.", "University of Blorb:Organisation")]
    [InlineData("He joined the Department of Justice.", "Department of Justice:Organisation")]
    [InlineData("He sued Blorb Inc. today.", "Blorb Inc:Organisation")]
    [InlineData("He sued Blorb Airlines.", "Blorb Airlines:Organisation")]
    [InlineData("The Food and Drug Administration agreed.", "Food and Drug Administration:Organisation")]
    [InlineData("He works at Johnson & Johnson.", "Johnson & Johnson:Organisation")]
    [InlineData("He works at AT&T.", "AT&T:Organisation")]
    [InlineData("We met Ludwig van Blorb.", "Ludwig van Blorb:Person")]
    [InlineData("Critics liked “Squid Game” a lot.", "Squid Game:Work")]
    [InlineData("She starred in “The Long Blorb,” a comedy.", "The Long Blorb:Work")]
    [InlineData("A French chef won.", "French:Nationality")]
    [InlineData("It was Norway's turn.", "Norway:Place")]
    [InlineData("It was Norway’s turn.", "Norway:Place")]
    [InlineData("Protesters left early.", "")]
    [InlineData("Nobody came on Monday in March.", "")]
    [InlineData("Prices rose.", "")]
    [InlineData("He and I left.", "")]
    [InlineData("The Blorb World Cup began.", "Blorb World Cup:Event")]
    [InlineData("Then Hurricane Blorb struck.", "Hurricane Blorb:Event")]
    [InlineData("Then Quux Blorb said so.", "Quux Blorb:Person")]
    [InlineData("We saw actor Quux Blorb.", "Quux Blorb:Person")]
    [InlineData("Then Jean-Pierre O'Blorb left.", "Jean-Pierre O'Blorb:Person")]
    [InlineData("Then Tesla CEO Elon Musk left.", "Tesla:Organisation|Elon Musk:Person")]
    [InlineData("Then Ukrainian President Volodymyr Zelensky left.", "Ukrainian:Nationality|Volodymyr Zelensky:Person")]
    [InlineData("The judge cited Roe v. Wade.", "Roe v. Wade:Other")]
    public void A_name_is_found(string text, string names) =>
        Assert.Equal(names, string.Join('|', NameFinder.Find(text, new TextSpan(0, text.Length)).ConvertAll(name => $"{name.Span.In(text)}:{name.Kind}")));

    [Fact]
    public void A_headline_in_title_case_gives_known_names_only()
    {
        const string text = "Angry Crowds Storm Big Palace As Emmanuel Macron Visits Kenya";
        Assert.Equal(["Emmanuel Macron", "Kenya"], NameFinder.Find(text, new TextSpan(0, text.Length)).ConvertAll(name => name.Span.In(text)));
    }

    [Fact]
    public void Only_the_sentence_is_read()
    {
        const string text = "Norway won. Sweden lost. Finland drew.";
        Assert.Equal("Sweden", Assert.Single(NameFinder.Find(text, new TextSpan(12, 24))).Span.In(text));
    }

    [Fact]
    public void Garbage_gives_ordered_spans_in_bounds() =>
        Garbage.Try((text, range) => NameFinder.Find(text, range).ConvertAll(name => name.Span));

    [Theory]
    [InlineData("Де збудували новий міст?", "")]
    [InlineData("Чому Марія Коваль пішла з посади?", "Марія Коваль")]
    [InlineData("Где построили новый мост в Одессе?", "Одессе")]
    [InlineData("Чи Коваль прийде на збори?", "Коваль")]
    public void Question_words_of_ukrainian_and_russian_are_no_names(string text, string names) =>
        Assert.Equal(names, string.Join('|', NameFinder.Find(text, new TextSpan(0, text.Length)).Select(name => name.Span.In(text))));
}
