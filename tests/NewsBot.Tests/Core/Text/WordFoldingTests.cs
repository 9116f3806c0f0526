using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class WordFoldingTests
{
    [Theory]
    [InlineData("Frontier", "frontier")]
    [InlineData("Café", "cafe")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("Straße", "strasse")]
    [InlineData("ŁÓDŹ", "lodz")]
    [InlineData("Sørensen", "sorensen")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Nguyễn", "nguyen")]
    [InlineData("ǽ", "ae")]
    [InlineData("oﬃce", "office")]
    [InlineData("Ｔｏｋｙｏ２", "tokyo2")]
    [InlineData("𝐁𝐨𝐥𝐝𝟗", "bold9")]
    [InlineData("CO₂", "co2")]
    [InlineData("Ⅷ", "viii")]
    [InlineData("٢٠٢٢", "2022")]
    [InlineData("Їжак", "іжак")]
    [InlineData("ΝΊΚΗΣ", "νικησ")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("O’Neill’s", "o'neill")]
    [InlineData("it's", "it")]
    [InlineData("TRUMP’S", "trump")]
    [InlineData("students'", "students")]
    [InlineData("don’t", "don't")]
    [InlineData("1,234,567.5", "1234567.5")]
    [InlineData("N.A.T.O.", "nato")]
    [InlineData("p.m.", "pm")]
    [InlineData("a.m.", "a.m")]
    [InlineData("", "")]
    [InlineData("''", "")]
    public void Spellings_share_a_fold(string word, string folded) => Assert.Equal(folded, Fold(word));

    [Theory]
    [InlineData("u.s", "U.S.", "U.S", "US", "US's", "U.S.’s", "u.s.")]
    [InlineData("u.k", "U.K.", "UK", "uk", "UK’s")]
    [InlineData("u.n", "U.N.", "UN", "un")]
    [InlineData("e.u", "E.U.", "EU", "eu", "EU's")]
    [InlineData("us", "us", "Us")]
    [InlineData("usa", "U.S.A.", "USA")]
    [InlineData("ai", "A.I.", "AI", "ai")]
    public void Acronyms_meet_and_stay_apart_from_pronouns(string folded, params string[] words) =>
        Assert.All(words, word => Assert.Equal(folded, Fold(word)));

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            Check(((char)c).ToString());
        foreach (var text in Texts.Random(20_000, 6))
            Check(text);

        static void Check(string word)
        {
            var once = Fold(word);
            Assert.Equal(once, Fold(once));
        }
    }

    [Fact]
    public void Lone_surrogates_are_dropped() => Assert.Equal("ab", Fold("a\ud800b\udc00"));

    [Fact]
    public void What_does_not_fit_is_left_out()
    {
        foreach (var text in Texts.Random(5000, 6))
        {
            for (var room = 0; room < 6; room++)
                Assert.InRange(WordFolding.Fold(text, new char[room]), 0, room);
        }
    }

    private static string Fold(string word)
    {
        var buffer = new char[4 * word.Length];
        return new string(buffer, 0, WordFolding.Fold(word, buffer));
    }
}
