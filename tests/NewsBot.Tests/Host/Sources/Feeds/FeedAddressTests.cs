using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedAddressTests
{
    [Theory]
    [InlineData("https://a.example/feed.xml", "https://a.example/feed.xml")]
    [InlineData(" http://a.example/feed?x=1#top ", "http://a.example/feed?x=1")]
    [InlineData("a.example/feed.xml", "https://a.example/feed.xml")]
    [InlineData("a.example:8080/feed", "https://a.example:8080/feed")]
    [InlineData("feed://a.example/rss", "https://a.example/rss")]
    [InlineData("feed:http://a.example/rss", "http://a.example/rss")]
    [InlineData("http://intranet/rss", "http://intranet/rss")]
    [InlineData("http://[::1]/rss", "http://[::1]/rss")]
    [InlineData("localhost:8000/rss", "https://localhost:8000/rss")]
    [InlineData("https://пошта.укр/стрічка", "https://пошта.укр/%D1%81%D1%82%D1%80%D1%96%D1%87%D0%BA%D0%B0")]
    public void An_address_is_understood_as_people_write_it(string given, string address) => Assert.Equal(address, FeedAddress.From(given));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("hello")]
    [InlineData("the news")]
    [InlineData("ftp://a.example/feed")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("https://user:secret@a.example/feed")]
    [InlineData("https://a.example/a\nb")]
    public void Anything_else_is_none(string given) => Assert.Null(FeedAddress.From(given));

    [Fact]
    public void An_endless_one_is_none() => Assert.Null(FeedAddress.From($"https://a.example/{new string('a', 3_000)}"));

    [Theory]
    [InlineData("News/World", "News/World")]
    [InlineData(" News / / World ", "News/World")]
    [InlineData("a\u202eb\n", "ab")]
    [InlineData(" / ", null)]
    [InlineData(null, null)]
    public void A_folder_has_one_spelling(string? given, string? folder) => Assert.Equal(folder, FeedFolder.From(given));

    [Fact]
    public void A_folder_is_bounded_and_knows_those_around_it()
    {
        var deep = FeedFolder.From(string.Join('/', Enumerable.Repeat(new string('x', 500), 500)))!;
        Assert.Equal(FeedFolder.MaxDepth, deep.Split('/').Length);
        Assert.Equal(["a/b/c", "a/b", "a"], FeedFolder.WithOuter("a/b/c"));
        Assert.Equal("a-b/c", FeedFolder.From(["a/b", "c"]));
    }
}
