using NewsBot.Core.Glosses;

namespace NewsBot.Tests.Core.Glosses;

public sealed class NameSoundTests
{
    [Theory]
    [InlineData("Умєров", "Umerov")]
    [InlineData("Умєрову", "Umierov")]
    [InlineData("Пєсковим", "Peskov")]
    [InlineData("Песков", "Pieskov")]
    [InlineData("Зеленського", "Zelenskyy")]
    [InlineData("Зеленский", "Zelenskiy")]
    [InlineData("Зеленський", "Zelensky")]
    [InlineData("Трампа", "Trump")]
    [InlineData("Байденом", "Biden")]
    [InlineData("Макрон", "Macron")]
    [InlineData("Дженсен", "Jensen")]
    [InlineData("Хуанг", "Huang")]
    [InlineData("Краматорську", "Kramatorsk")]
    [InlineData("Полтаві", "Poltava")]
    [InlineData("Джонсон", "Johnson")]
    [InlineData("Цукерберг", "Zuckerberg")]
    [InlineData("Нетаньягу", "Netanyahu")]
    [InlineData("Шольцом", "Scholz")]
    [InlineData("Мерфі", "Murphy")]
    [InlineData("Чарльз", "Charles")]
    [InlineData("Ердоганом", "Erdoğan")]
    [InlineData("Ілон", "Elon")]
    public void Names_in_any_case_sound_like_their_forms_in_Latin_letters(string typed, string latin) =>
        Assert.True(NameSound.Distance(NameSound.FormsOf(typed), latin) < NameSound.Far);

    [Theory]
    [InlineData("Лавров", "Louvre")]
    [InlineData("Туск", "Trump")]
    [InlineData("Умберто", "Umerov")]
    [InlineData("Макрон", "Marburg")]
    [InlineData("Полтаві", "Portugal")]
    [InlineData("Маск", "Moscow")]
    [InlineData("Картер", "Curtain")]
    [InlineData("Еко", "Oslo")]
    public void Other_names_are_far(string typed, string latin) => Assert.Equal(NameSound.Far, NameSound.Distance(NameSound.FormsOf(typed), latin));

    [Fact]
    public void A_name_that_is_written_the_same_way_is_nearer_than_one_that_only_sounds_alike() =>
        Assert.True(NameSound.Distance(NameSound.FormsOf("Пєсков"), "Peskov") < NameSound.Distance(NameSound.FormsOf("Пєсков"), "Piskiv"));

    [Theory]
    [InlineData("ь", "a")]
    [InlineData("", "")]
    [InlineData("Щщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщ", "x")]
    public void Any_text_has_a_distance(string typed, string latin) => Assert.Equal(NameSound.Far, NameSound.Distance(NameSound.FormsOf(typed), latin));
}
