using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Answers.Wording;

public sealed class PassageSheetTests
{
    [Fact]
    public void A_passage_shows_its_weekday_and_neither_captions_nor_headings()
    {
        const string body = "The harbour reopened on Monday.\n\nWhat happens next\n\nFerries return in May.\n\nPhoto: Ann Weaver\n\nTickets cost two euros.";
        var article = new Article { Id = "a", Title = "Harbour", Source = "Herald", Body = body, PublishedAt = new DateTimeOffset(2025, 7, 22, 9, 0, 0, TimeSpan.Zero) };
        var text = PassageSheet.Of([(new ArticleRevision(1, 1, article), new TextSpan(0, body.Length))], new Random(1)).ToText();

        Assert.Contains("Harbour · Herald · Tuesday 22 July 2025", text, StringComparison.Ordinal);
        Assert.Contains("The harbour reopened on Monday. Ferries return in May. Tickets cost two euros.", text, StringComparison.Ordinal);
    }
}
