using NewsBot.Sources.Pages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class SlashDateTests
{
    [Theory]
    [InlineData("fr", "Publié le 02/06/2025 à 09:15", "Publié le 2025-06-02 à 09:15")]
    [InlineData("pt-BR", "02/06/2025", "2025-06-02")]
    [InlineData("en-GB", "2/6/2025", "2025-06-02")]
    [InlineData("en-US", "06/02/2025 9:15 AM", "2025-06-02 9:15 AM")]
    public void The_language_of_a_page_tells_the_order(string language, string text, string spelt) => Assert.Equal(spelt, new SlashDate(language).Spelt(text));

    [Theory]
    [InlineData(null, "02/06/2025")]
    [InlineData("en", "02/06/2025")]
    [InlineData("en-CA", "02/06/2025")]
    [InlineData("ja", "02/06/2025")]
    [InlineData("fr", "32/06/2025")]
    [InlineData("fr", "12/13/2025")]
    [InlineData("fr", "1/02/06/2025")]
    public void Where_it_does_not_tell_the_text_stays(string? language, string text) => Assert.Equal(text, new SlashDate(language).Spelt(text));
}
