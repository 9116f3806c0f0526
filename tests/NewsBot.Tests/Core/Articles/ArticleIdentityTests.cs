using NewsBot.Core.Articles;

namespace NewsBot.Tests.Core.Articles;

public sealed class ArticleIdentityTests
{
    [Fact]
    public void White_space_does_not_change_the_hash() =>
        Assert.Equal(ContentHash.Of("Talks resume.\n\nIn  Istanbul"), ContentHash.Of(" Talks resume. In Istanbul\r\n"));

    [Fact]
    public void Another_word_changes_the_hash()
    {
        Assert.NotEqual(ContentHash.Of("Talks resume."), ContentHash.Of("Talks resumed."));
        Assert.NotEqual(ContentHash.Of("a b"), ContentHash.Of("ab"));
    }

    [Fact]
    public void The_hash_is_sha_256_of_utf_8() =>
        // printf 'abc' | sha256sum
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223", ContentHash.Of("abc"));

    [Fact]
    public void An_id_is_short_plain_and_stable()
    {
        var id = ArticleId.From("https://a.com/x", ContentHash.Of("text"));
        Assert.Matches("^a-[a-z2-7]{16}$", id);
        Assert.Equal(id, ArticleId.From("https://a.com/x", ContentHash.Of("other text")));
        Assert.NotEqual(id, ArticleId.From(null, ContentHash.Of("text")));
    }

    [Theory]
    [InlineData("  A\ttitle\r\nover lines ", "Body.", "A title over lines")]
    [InlineData(null, "A heading\n\nThe text begins here. It goes on.", "A heading")]
    [InlineData(" ", "# A heading #\nText.", "A heading #")]
    [InlineData(null, "New York CNN Business —\n\nSpirit and Frontier announced a merger. More follows.", "Spirit and Frontier announced a merger.")]
    [InlineData(null, "The first sentence. The second one.", "The first sentence.")]
    [InlineData(null, "“It is over,” said U.S. Sen. J. Smith on Monday. Others agreed.", "“It is over,” said U.S. Sen. J. Smith on Monday.")]
    [InlineData(null, "Shares fell 2.5 percent to 3.1 dollars. Then they rose.", "Shares fell 2.5 percent to 3.1 dollars.")]
    [InlineData(null, "---\n***\nAfter the rule", "After the rule")]
    [InlineData(null, "—", "—")]
    public void A_title_is_given_or_found(string? given, string body, string expected) => Assert.Equal(expected, ArticleTitle.From(given, body));

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var title = ArticleTitle.From(null, string.Concat(Enumerable.Repeat("wording ", 100)));
        Assert.True(title.Length <= ArticleTitle.MaxDerivedChars);
        Assert.EndsWith("wording…", title, StringComparison.Ordinal);
        Assert.True(ArticleTitle.From(new string('x', 10_000), "Body").Length <= ArticleTitle.MaxGivenChars);
        Assert.True(ArticleTitle.From(null, new string('\u3042', 10_000_000)).Length <= ArticleTitle.MaxDerivedChars);
    }
}
