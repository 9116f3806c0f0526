using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram;

/// <summary>What a citation in Telegram opens.</summary>
public sealed class ReaderLinkTests
{
    private const long Ann = 11;
    private const string Talks = "When do the talks in Istanbul resume?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_citation_of_an_article_without_an_address_opens_the_reader_at_the_sentence()
    {
        await using var bot = await BotHost.StartAsync(Stop);
        var link = LinksOf(await bot.AskAsync(Ann, Talks))[0];
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/a/[^?]+\?q=\d+-\d+&r=\d+#s1$", link);
        using var http = new HttpClient();
        Assert.Contains(
            "<mark id=\"s1\">Peace talks between Ukraine and Russia resume in Istanbul on Wednesday.</mark>", await http.GetStringAsync(link, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_address_for_others_every_citation_opens_the_reader_there_and_its_article_without_the_key()
    {
        await using var bot = await BotHost.StartAsync(Stop, settings: [("Web:PublicBaseUrl", "https://news.example/"), ("Web:Key", "a key of our own making")]);
        var link = LinksOf(await bot.AskAsync(Ann, Talks))[0];
        Assert.StartsWith("https://news.example/a/", link, StringComparison.Ordinal);
        Assert.Matches("&s=[A-Za-z0-9_-]+#s1$", link);
    }

    private static List<string> LinksOf(FakeBotApiMessage message) =>
        [.. message.Entities.Where(entity => entity!["type"]!.GetValue<string>() == "text_link").Select(entity => entity!["url"]!.GetValue<string>())];
}
