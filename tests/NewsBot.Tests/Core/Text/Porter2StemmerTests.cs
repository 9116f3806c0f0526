using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class Porter2StemmerTests
{
    [Theory]
    [InlineData("merged", "merg")]
    [InlineData("merging", "merg")]
    [InlineData("elections", "elect")]
    [InlineData("national", "nation")]
    [InlineData("organization", "organiz")]
    [InlineData("succeeded", "succeed")]
    [InlineData("dying", "die")]
    [InlineData("inning", "inning")]
    [InlineData("hoping", "hope")]
    [InlineData("hopping", "hop")]
    [InlineData("pasted", "paste")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("news", "news")]
    [InlineData("skies", "sky")]
    [InlineData("'tis", "tis")]
    [InlineData("boys'", "boy")]
    [InlineData("university", "universiti")]
    [InlineData("relational", "relat")]
    [InlineData("be", "be")]
    [InlineData("u.s", "u.s")]
    [InlineData("covid19s", "covid19s")]
    [InlineData("київські", "київські")]
    public void Endings_fall(string word, string stem) => Assert.Equal(stem, Stem(word));

    [Fact]
    public void A_stem_is_never_longer_than_its_word()
    {
        string[] parts = ["a", "e", "y", "b", "st", "t", "l", "eed", "ing", "ed", "ly", "s", "'", "ational", "ogi", "li", "iz", "bl", "past", "ies"];
        var random = new Random(7);
        for (var i = 0; i < 50_000; i++)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => parts[random.Next(parts.Length)]));
            var stem = Stem(word);
            Assert.True(stem.Length <= word.Length && (stem.Length > 0 || word.All(c => c == '\'') || word.Length == 0), word);
        }
    }

    [Fact]
    public void A_very_long_word_is_stemmed() => Assert.Equal(99_999, Stem(new string('y', 99_998) + "ss's").Length - 1);

    private static string Stem(string word)
    {
        var buffer = word.ToCharArray();
        return new string(buffer, 0, Porter2Stemmer.Stem(buffer, buffer.Length));
    }
}
