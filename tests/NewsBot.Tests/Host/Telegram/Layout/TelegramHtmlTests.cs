using NewsBot.Telegram.Layout;
using NewsBot.Tests.Host.Telegram.Api;

namespace NewsBot.Tests.Host.Telegram.Layout;

public sealed class TelegramHtmlTests
{
    /// <summary>Telegram takes the message: its own parser when it is there (NEWSBOT_TDLIB), and always the strict one of the tests.</summary>
    internal static void AssertIsTaken(string html)
    {
        Assert.InRange(FakeBotApiHtml.Parse(html).Text.Length, 1, TelegramHtml.MaxLength);
        if (TelegramParser.IsThere)
            Assert.InRange(TelegramParser.Parse(html).Text.Length, 1, TelegramHtml.MaxLength);
    }

    [Fact]
    public void Telegrams_own_parser_takes_and_refuses()
    {
        Assert.SkipUnless(TelegramParser.IsThere, "NEWSBOT_TDLIB does not name TDLib's library.");
        Assert.Equal(("a < b [1]", "https://n.example/x?a=1&b=2"), TelegramParser.Parse("<b>a</b> &lt; b <a href=\"https://n.example/x?a=1&amp;b=2\">[1]</a>") is var (text, links)
            ? (text, links[0]) : default);
        Assert.Throws<FormatException>(() => TelegramParser.Parse("<b>a"));
    }

    [Fact]
    public void A_text_too_long_is_split_where_a_sentence_ends()
    {
        var sentence = "This sentence about the talks has some fifty letters. ";
        var text = string.Concat(Enumerable.Repeat(sentence, 200)).Trim();
        var pages = TelegramHtml.Write([MessageBlock.Plain(text)]);
        Assert.Equal(3, pages.Count);
        Assert.All(pages, page => Assert.EndsWith("letters.", page, StringComparison.Ordinal));
        Assert.Equal(text, string.Join(' ', pages));
    }

    [Fact]
    public void Blocks_stay_whole_while_they_fit_into_a_message()
    {
        var pages = TelegramHtml.Write([MessageBlock.Plain("one"), MessageBlock.Plain("two"), MessageBlock.Plain("three")], maxLength: 10);
        Assert.Equal(["one\n\ntwo", "three"], pages);
    }

    [Fact]
    public void Every_text_of_every_length_is_kept_whole_over_the_pages()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var text = new string('x', random.Next(1, 60)) + string.Concat(
                Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(3) switch { 0 => " \ud83d\ude80", 1 => "ab.", _ => " Cd" }));
            var pages = TelegramHtml.Write(
                [new MessageBlock([new TextRun(text[..(text.Length / 2)]), new TextRun(text[(text.Length / 2)..], TextStyle.Bold)], IsQuote: true)], maxLength: 16);
            Assert.All(pages, page => Assert.InRange(FakeBotApiHtml.Parse(page).Text.Length, 1, 16));
            Assert.Equal(Letters(text), Letters(string.Concat(pages.Select(page => FakeBotApiHtml.Parse(page).Text))));
        }
    }

    [Fact]
    public void Nothing_visible_is_no_message() => Assert.Empty(TelegramHtml.Write([MessageBlock.Plain(" \n"), MessageBlock.Plain("")]));

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
