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
    [InlineData("This article was amended on 3 June 2026 to remove a name.")]
    [InlineData("An earlier version said the roof would cost 40,000 crowns; it is 60,000.")]
    [InlineData("A previous headline on this article said the roof costs 40,000 crowns.")]
    [InlineData("* This story originally reported that the roof will cost 40,000 crowns.")]
    [InlineData("(This version corrects the price in paragraph 2 to 60,000 crowns from 40,000 crowns)")]
    [InlineData("(Corrects price of the roof in paragraph 2)")]
    [InlineData("CORRECTION (June 3, 2026, 10:15 a.m.): The roof will cost 60,000 crowns, not 40,000.")]
    [InlineData("Due to an editing error, this article gave the price of the roof as 40,000 crowns.")]
    [InlineData("Because of incorrect information from the council, the price of the roof was given as 40,000 crowns.")]
    [InlineData("The Gazette regrets the error.")]
    [InlineData("The Gazette corrects: The roof does not cost 40,000 crowns.")]
    [InlineData("In Tuesday's paper we said that the roof would cost 40,000 crowns.")]
    [InlineData("The roof will cost 60,000 crowns, not 40,000 as we reported on Monday.")]
    [InlineData("Anmerkung der Redaktion: Das Dach kostet nicht 40.000 Kronen.")]
    [InlineData("In einer früheren Fassung hieß es, das Dach koste 40.000 Kronen.")]
    [InlineData("Une version précédente de cet article donnait 40 000 couronnes.")]
    [InlineData("Fe de errores: el techo no cuesta 40.000 coronas.")]
    [InlineData("Sprostowanie: dach nie kosztuje 40 000 koron.")]
    [InlineData("У попередній версії статті йшлося про 40 000 крон.")]
    [InlineData("Уточнение: крыша стоит не 40 000 крон.")]
    public void What_an_article_says_of_itself_is_a_note(string sentence) => Assert.True(NoteText.IsMatch(sentence));

    [Theory]
    [InlineData("Based on the first counts, the mayor has won.")]
    [InlineData("The correction cost the bank $2 million.")]
    [InlineData("Sources in the ministry said that the talks go on.")]
    [InlineData("This story has no end, the judge said.")]
    [InlineData("An earlier version of the bill said that the roof would cost 40,000 crowns.")]
    [InlineData("The original story of the flood is told in the museum.")]
    [InlineData("The council regrets the delay.")]
    [InlineData("The toll is 15, not 12 as first reported, police said.")]
    [InlineData("An earlier report said that 12 people were killed.")]
    [InlineData("The first edition had forty runners.")]
    [InlineData("Oprava mostu stojí pět milionů.")]
    [InlineData("The correction officers said: the gate was open.")]
    [InlineData("Because of wrong information the train was sent to Lunde.")]
    [InlineData("Der Artikel wurde im Laden verkauft.")]
    [InlineData("In the first edition of the race a Dane won.")]
    public void What_it_reports_is_none(string sentence) => Assert.False(NoteText.IsMatch(sentence));
}
