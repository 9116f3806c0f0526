using Microsoft.Extensions.Options;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Digests;
using NewsBot.Core.Text;
using NewsBot.Telegram.Layout;
using NewsBot.Tests.Host.Telegram.Api;
using NewsBot.Web.Access;

namespace NewsBot.Tests.Host.Telegram.Layout;

public sealed class DigestLayoutTests
{
    private const string Body = "Fourteen people were hurt in Prague. Twelve people were hurt.";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DigestTexts English = BotLanguages.For("en").Digests;
    private static readonly ReaderLinks Links = new(Options.Create(new WebOptions()));

    [Fact]
    public void A_story_shows_headline_sentences_what_changed_and_outlets()
    {
        var first = new AnswerSentence("Fourteen people were hurt in Prague.", [1]);
        var second = new AnswerSentence("Twelve people were hurt.", [2]);
        var digest = new Digest(Now.AddDays(-1), Now)
        {
            ArticleCount = 1_234,
            OutletCount = 1,
            Citations = [Cite(1, 0, 36), Cite(2, 37, 61)],
            Stories =
            [
                new DigestStory("Bridge <falls>")
                {
                    IsNew = false,
                    Sentences = [first],
                    Changed = new DigestChange(second, first, "Twelve", "Fourteen"),
                    Differs = new DigestChange(first, second, "Fourteen", "Twelve"),
                    Outlets = ["The Outlet", "Other"],
                    Reports = [Article("The Outlet", "https://n.example/1"), Article("Other", "javascript:alert(1)")],
                },
            ],
        };
        const string Fourteen = "<a href=\"https://n.example/b#:~:text=Fourteen%20people%20were%20hurt%20in%20Prague.\">[1]</a>";
        const string Twelve = "<a href=\"https://n.example/b#:~:text=Twelve%20people%20were%20hurt.\">[2]</a>";
        var message = DigestLayout.Lay(digest, English.Title(new DateOnly(2026, 3, 1)), English, Links);
        Assert.Equal(
            $"""
            <b>Daily summary · Sunday, 1 Mar 2026</b>

            1. <b>Bridge &lt;falls&gt;</b><i> · new developments</i>
            Fourteen people were hurt in Prague. {Fourteen}
            Was “Twelve” {Twelve}, now “Fourteen” {Fourteen}
            Reports differ: “Fourteen” {Fourteen}, “Twelve” {Twelve}
            <i><a href="https://n.example/1">The Outlet</a></i>, <i>Other</i>

            <i>Made of 1,234 articles of 1 outlet.</i>
            """.ReplaceLineEndings("\n"),
            Assert.Single(message.Pages));
        Assert.Equal(["d:more:1", "d:mute", "d:at", "d:end"], message.Keyboard.SelectMany(row => row).Select(button => button.CallbackData));
        TelegramHtmlTests.AssertIsTaken(message.Pages[0]);
    }

    [Fact]
    public void A_day_without_news_says_so()
    {
        var message = DigestLayout.Lay(new Digest(Now.AddDays(-1), Now), "Title", English, Links);
        Assert.Equal("<b>Title</b>\n\nNo news about your topics this time.", Assert.Single(message.Pages));
        Assert.Equal(["d:at", "d:end"], message.Keyboard.SelectMany(row => row).Select(button => button.CallbackData));
    }

    [Fact]
    public void What_is_too_long_for_one_message_is_cut_between_stories()
    {
        var sentence = new AnswerSentence(string.Concat(Enumerable.Repeat("Words of a long sentence ", 18)).Trim() + ".", [1]);
        var digest = new Digest(Now.AddDays(-1), Now)
        {
            ArticleCount = 10,
            OutletCount = 2,
            Citations = [Cite(1, 0, 36)],
            Stories = [.. Enumerable.Range(1, 10).Select(number => new DigestStory($"Headline {number}") { Sentences = [sentence, sentence] })],
        };
        var message = DigestLayout.Lay(digest, "Title", English, Links);
        Assert.InRange(message.Pages.Count, 2, 4);
        Assert.All(message.Pages, TelegramHtmlTests.AssertIsTaken);
        Assert.All(message.Pages.Skip(1), page => Assert.Matches("^[0-9]+[.] <b>Headline", page));
        Assert.Equal(13, message.Keyboard.Sum(row => row.Count));
        Assert.All(message.Keyboard, row => Assert.InRange(row.Count, 1, 8));
    }

    [Fact]
    public void Whatever_articles_say_Telegram_takes_the_message()
    {
        var random = new Random(11);
        for (var round = 0; round < 100; round++)
        {
            var body = HostileText.Make(random, 900) + " end";
            var citation = new Citation(
                1, new ArticleRevision(1, 1, Article(HostileText.Make(random, 60), "https://n.example/?a=1&b=\"2\"") with { Body = body }), new TextSpan(0, body.Length));
            AnswerSentence Sentence() => new(HostileText.Make(random, 700), [1]);
            var digest = new Digest(Now.AddDays(-1), Now)
            {
                ArticleCount = 10,
                OutletCount = 2,
                Citations = [citation],
                Stories =
                [
                    .. Enumerable.Range(0, random.Next(11)).Select(_ => new DigestStory(HostileText.Make(random, 300))
                    {
                        Sentences = [Sentence(), Sentence()],
                        Changed = new DigestChange(Sentence(), Sentence(), HostileText.Make(random, 200), HostileText.Make(random, 200)),
                        Outlets = [HostileText.Make(random, 100)],
                        Reports = [Article(HostileText.Make(random, 100), HostileText.Make(random, 100))],
                    }),
                ],
            };
            var message = DigestLayout.Lay(digest, English.LastDayTitle, English, Links);
            Assert.All(message.Pages, TelegramHtmlTests.AssertIsTaken);
            Assert.All(message.Pages, page => Assert.All(FakeBotApiHtml.Parse(page).Text, c => Assert.True(c == '\n' || !char.IsControl(c))));
        }
    }

    private static Citation Cite(int number, int start, int end) =>
        new(number, new ArticleRevision(1, 1, Article("The Outlet", "https://n.example/b") with { Body = Body }), new TextSpan(start, end));

    private static Article Article(string outlet, string url) => new() { Id = url, Title = "Title", Body = "Body.", Source = outlet, Url = url };
}
