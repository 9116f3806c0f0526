using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Wording;

namespace NewsBot.Tests.Core.Answers.Checking;

public sealed class TranslationCheckTests
{
    [Theory]
    [InlineData("The talks resume on Wednesday, 23 July.", "Переговори відновляться в середу, 23 липня.")]
    [InlineData("It costs $6.6 billion and 5,000 jobs.", "Es kostet 6,6 Milliarden Dollar und 5 000 Stellen.")]
    [InlineData("He said “never again”.", "Er sagte “never again”.")]
    public void A_translation_with_the_same_digits_and_quotations_passes(string original, string translated) =>
        Assert.Null(TranslationCheck.FindFault(original, translated));

    [Theory]
    [InlineData("The talks resume on Wednesday, 23 July.", "Переговори відновляться в середу, 24 липня.")]
    [InlineData("The talks resume on Wednesday.", "Переговори відновляться в середу о 10 годині.")]
    [InlineData("He said “never again”.", "Er sagte „nie wieder“.")]
    [InlineData("The talks resume.", "")]
    [InlineData("The talks resume on Wednesday.", "<b>Переговори</b> відновляться в середу.")]
    [InlineData("The talks resume on Wednesday.", "Переговори відновляться в середу, www.example.org.")]
    public void What_was_changed_is_found(string original, string translated) => Assert.NotNull(TranslationCheck.FindFault(original, translated));

    [Fact]
    public void Lines_are_found_by_their_numbers()
    {
        Assert.Equal("1. One.\n2. Two.", TranslationCheck.WriteLines(["One.", "Two."]));
        Assert.Equal(["Eins.", "Zwei."], TranslationCheck.ReadLines("Gern!\n2) Zwei.\n1. Eins.\n7. Sieben.", 2));
        Assert.Equal([null, "Zwei."], TranslationCheck.ReadLines("1. Eins.\n1. Ein.\n2. Zwei.", 2));
        Assert.Equal([null], TranslationCheck.ReadLines("", 1));
    }

    [Theory]
    [InlineData("When do the talks resume?", "en")]
    [InlineData("Коли відновляться переговори?", "uk")]
    [InlineData("Когда возобновятся переговоры?", "ru")]
    [InlineData("Wann werden die Gespräche wieder aufgenommen?", "de")]
    [InlineData("Quand est-ce que les négociations reprennent ?", "fr")]
    [InlineData("¿Cuándo se reanudan las conversaciones en Estambul?", "es")]
    [InlineData("Istanbul?", null)]
    [InlineData("何時？", null)]
    [InlineData("", null)]
    public void A_language_is_known_by_its_letters_and_its_common_words(string text, string? expected) => Assert.Equal(expected, TextLanguage.Of(text));
}
