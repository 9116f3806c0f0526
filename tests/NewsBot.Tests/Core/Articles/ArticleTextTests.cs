using NewsBot.Core.Articles;

namespace NewsBot.Tests.Core.Articles;

public sealed class ArticleTextTests
{
    [Theory]
    [InlineData("The mayor of Bergen spoke on Tuesday.")]
    [InlineData("Мер Києва сказав, що місто готове. 東京でも雨。 🎉")]
    [InlineData("Half a pair \ud83c stays as it is.")]
    [InlineData(" ")]
    public void A_packed_text_reads_as_before(string text)
    {
        var (article, other) = (Of(text), Of(text));
        article.Pack();
        article.Pack();
        Assert.Equal(text, article.Body);
        Assert.Equal(other, article);
        Assert.Equal(other.GetHashCode(), article.GetHashCode());
        Assert.Equal(text, (article with { Title = "Another" }).Body);
    }

    [Fact]
    public void A_packed_text_is_made_anew_when_it_is_read()
    {
        const int length = 100_000;
        var article = Of(new string('a', length));
        article.Pack();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(length, article.Body.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 2 * length, 3 * length);
    }

    private static Article Of(string text) => new() { Id = "x", Title = "Title", Body = text };
}
