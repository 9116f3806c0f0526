using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Json;
using NewsBot.Telegram.Layout;
using NewsBot.Web.Access;

namespace NewsBot.Tests.Host.Telegram.Layout;

public sealed class AnswerLayoutTests
{
    private static readonly DateTimeOffset Now = new(2025, 7, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly BotTexts English = BotLanguages.For("en");
    private static readonly ReaderLinks Links = new(Options.Create(new WebOptions()));

    [Fact]
    public void An_article_with_an_address_opens_at_its_outlet_unless_the_operator_prefers_the_reader()
    {
        var answer = Supported("Wednesday", Cite(1, "Peace talks resume in Istanbul on Wednesday. More.", 0, 44, "https://n.example/talks"));
        var preferring = new ReaderLinks(Options.Create(new WebOptions { PublicBaseUrl = "https://news.example" }));
        Assert.Contains("https://n.example/talks", AnswerLayout.Lay(Reply(answer), 7, ChatSettings.Default, English, Links).Pages[0], StringComparison.Ordinal);
        var preferred = AnswerLayout.Lay(Reply(answer), 7, ChatSettings.Default, English, preferring).Pages[0];
        Assert.Contains("href=\"https://news.example/a/", preferred, StringComparison.Ordinal);
        Assert.DoesNotContain("n.example/talks", preferred, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_shows_text_marks_and_quotations()
    {
        const string Body = "Peace talks resume in Istanbul on Wednesday. Nobody expects much.";
        var message = AnswerLayout.Lay(Reply(Supported("Wednesday", Cite(1, Body, 0, 44, "https://n.example/talks"))), 7, ChatSettings.Default, English, Links);
        Assert.Equal(
            """
            <b>Wednesday</b>

            Peace talks resume in Istanbul on Wednesday. <a href="https://n.example/talks#:~:text=Peace%20talks%20resume%20in%20Istanbul%20on%20Wednesday.">[1]</a>

            <blockquote expandable>[1] “Peace talks resume in Istanbul on Wednesday.”
            <a href="https://n.example/talks#:~:text=Peace%20talks%20resume%20in%20Istanbul%20on%20Wednesday.">Talks &amp; more</a>
            <i>The Outlet · 21 Jul 2025</i></blockquote>
            """.ReplaceLineEndings("\n"),
            Assert.Single(message.Pages));
        Assert.Equal(["s:7", "m:7", "y:7", "n:7"], message.Keyboard.SelectMany(row => row).Select(button => button.CallbackData));
        Assert.Null(message.PreviewUrl);
    }

    [Fact]
    public void What_the_chat_chose_decides_on_quotations_and_preview()
    {
        var reply = Reply(Supported(null, Cite(1, "Peace talks resume on Wednesday.", 0, 32, "https://n.example/talks")));
        var message = AnswerLayout.Lay(reply, 7, new ChatSettings { ShowsQuotes = false, ShowsPreview = true }, English, Links);
        Assert.DoesNotContain("blockquote", message.Pages[0], StringComparison.Ordinal);
        Assert.StartsWith("https://n.example/talks#:~:text=", message.PreviewUrl, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_without_an_address_has_marks_without_a_link()
    {
        var message = AnswerLayout.Lay(Reply(Supported(null, Cite(1, "Peace talks resume on Wednesday.", 0, 32, null))), 7, ChatSettings.Default, English, Links);
        Assert.DoesNotContain("<a ", message.Pages[0], StringComparison.Ordinal);
        Assert.Contains("Wednesday. [1]", message.Pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_overview_has_a_line_a_sentence_with_its_day_and_says_how_old_its_news_are()
    {
        var answer = Supported(null, Cite(1, "Peace talks resume on Wednesday.", 0, 32, null), Cite(2, "A bridge reopened.", 0, 18, "https://n.example/b")) with
        {
            IsOverview = true,
            NewestOf = Now.AddDays(-1),
        };
        var message = AnswerLayout.Lay(Reply(answer, "latest news", Now.AddDays(30)), 7, new ChatSettings { ShowsQuotes = false }, English, Links);
        Assert.Equal(
            """
            <b>The newest in the archive is of 21 Jul 2025:</b>

            • Peace talks resume on Wednesday. [1] <i>21 Jul 2025</i>

            • A bridge reopened. <a href="https://n.example/b#:~:text=A%20bridge%20reopened.">[2]</a> <i>21 Jul 2025</i>
            """.ReplaceLineEndings("\n"),
            Assert.Single(message.Pages));
        Assert.Contains("Найновіше в архіві", AnswerLayout.Lay(Reply(answer), 7, ChatSettings.Default, BotLanguages.For("uk"), Links).Pages[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When do talks resume?", 3, false)]
    [InlineData("When do talks resume?", 8, true)]
    [InlineData("Which talks resume this week?", 3, true)]
    public void The_day_of_the_news_is_told_when_it_matters(string question, int daysLater, bool isTold)
    {
        var answer = Supported(null, Cite(1, "Peace talks resume on Wednesday.", 0, 32, null));
        var message = AnswerLayout.Lay(Reply(answer, question, Now.AddDays(daysLater - 1)), 7, ChatSettings.Default, English, Links);
        Assert.Equal(isTold, message.Pages[0].Contains("<i>As of 21 Jul 2025</i>", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_searched_for_in_English_stands_above_every_kind_of_answer()
    {
        var sure = Supported(null, Cite(1, "Peace talks resume on Wednesday.", 0, 32, null)) with { SearchedAs = "Who is <b>?" };
        foreach (var answer in new[] { sure, sure with { IsUnsure = true }, new Answer { Refusal = new Refusal(RefusalKind.NotSaid), SearchedAs = "Who is <b>?" } })
        {
            var ukrainian = AnswerLayout.Lay(Reply(answer), 7, ChatSettings.Default, new UkrainianTexts(), Links).Pages[0];
            var english = AnswerLayout.Lay(Reply(answer), 7, ChatSettings.Default, English, Links).Pages[0];
            Assert.StartsWith("<i>Статті англійською. Я шукав: «Who is &lt;b&gt;?»</i>", ukrainian, StringComparison.Ordinal);
            Assert.StartsWith("<i>The articles are in English. I looked for “Who is &lt;b&gt;?”.</i>", english, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Corrected_words_stand_above_every_kind_of_answer()
    {
        WordCorrection[] words = [new("Lavrof", "Lavrov"), new("x", "<b>")];
        var sure = Supported(null, Cite(1, "Peace talks resume on Wednesday.", 0, 32, null)) with { Corrections = words };
        var refused = new Answer { Refusal = new Refusal(RefusalKind.NotSaid), Corrections = words };
        static string Lay(Answer answer, BotTexts texts) => AnswerLayout.Lay(Reply(answer), 7, ChatSettings.Default, texts, Links).Pages[0];

        Assert.StartsWith("<i>I looked for “Lavrov”, “&lt;b&gt;”.</i>", Lay(refused, English), StringComparison.Ordinal);
        Assert.StartsWith("<i>Я шукав: «Lavrov», «&lt;b&gt;».</i>", Lay(refused, new UkrainianTexts()), StringComparison.Ordinal);
        foreach (var answer in new[] { sure, sure with { IsUnsure = true, Refusal = new Refusal(RefusalKind.NotSaid) } })
        {
            var (english, ukrainian) = (Lay(answer, English), Lay(answer, new UkrainianTexts()));
            Assert.StartsWith("<i>Showing results for “Lavrov”, “&lt;b&gt;”.</i>", english, StringComparison.Ordinal);
            Assert.StartsWith("<i>Показую результати для «Lavrov», «&lt;b&gt;».</i>", ukrainian, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unsure_answer_is_quoted_as_such_whatever_the_chat_chose()
    {
        var answer = Supported(null, Cite(1, "Peace talks resume on Wednesday.", 0, 32, "https://n.example/talks"))
            with
        { IsUnsure = true, Refusal = new Refusal(RefusalKind.NotSaid) };
        var message = AnswerLayout.Lay(Reply(answer), 7, new ChatSettings { ShowsQuotes = false }, English, Links);
        Assert.Equal(
            """
            I am not sure that this answers it. The archive says:

            <blockquote expandable>[1] “Peace talks resume on Wednesday.”
            <a href="https://n.example/talks#:~:text=Peace%20talks%20resume%20on%20Wednesday.">Talks &amp; more</a>
            <i>The Outlet · 21 Jul 2025</i></blockquote>
            """.ReplaceLineEndings("\n"),
            Assert.Single(message.Pages));
        Assert.Equal(["w:7", "y:7", "n:7"], message.Keyboard.SelectMany(row => row).Select(button => button.CallbackData));
    }

    [Fact]
    public void Words_that_nothing_has_judged_are_marked_and_stand_beside_their_quotations_whatever_the_chat_chose()
    {
        var answer = Supported(null, Cite(1, "Peace talks resume on Wednesday.", 0, 32, "https://n.example/talks")) with { IsUnverified = true };
        string Lay(BotTexts texts) => Assert.Single(AnswerLayout.Lay(Reply(answer), 7, new ChatSettings { ShowsQuotes = false }, texts, Links).Pages);

        Assert.StartsWith("<i>A language model's words, not fully checked. Compare them with the quotations:</i>", Lay(English), StringComparison.Ordinal);
        Assert.Contains("<blockquote expandable>[1] “Peace talks resume on Wednesday.”", Lay(English), StringComparison.Ordinal);
        Assert.StartsWith("<i>Це слова мовної моделі, перевірені не повністю.", Lay(new UkrainianTexts()), StringComparison.Ordinal);
        Assert.StartsWith(AnswerText.Unverified, AnswerText.Of(answer), StringComparison.Ordinal);
        Assert.Contains("\"unverified\":true", AnswerJson.From("When?", Reply(answer)).Write(), StringComparison.Ordinal);
        Assert.DoesNotContain("unverified", AnswerJson.From("When?", Reply(answer with { IsUnverified = false })).Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_answer_the_reason_and_the_nearest_coverage_are_shown()
    {
        var nearest = Cite(1, "Peace talks resume.", 0, 19, "https://n.example/talks").Revision;
        var answer = new Answer { Refusal = new Refusal(RefusalKind.NameMissing, "<Moldova>"), Nearest = [nearest] };
        var message = AnswerLayout.Lay(Reply(answer), 7, ChatSettings.Default, English, Links);
        Assert.Equal(
            """
            The archive does not say: what comes nearest does not mention &lt;Moldova&gt;.

            <b>What comes nearest</b>

            • <a href="https://n.example/talks">Talks &amp; more</a>
            <i>The Outlet · 21 Jul 2025</i>
            """.ReplaceLineEndings("\n"),
            Assert.Single(message.Pages));
        Assert.Equal("w:7", Assert.Single(Assert.Single(message.Keyboard)).CallbackData);
    }

    [Fact]
    public void A_greeting_offers_no_watch()
    {
        var message = AnswerLayout.Lay(Reply(new Answer { Refusal = new Refusal(RefusalKind.Greeting) }, "Hello!"), 7, ChatSettings.Default, BotLanguages.For("uk"), Links);
        Assert.StartsWith("Вітаю!", Assert.Single(message.Pages), StringComparison.Ordinal);
        Assert.Empty(message.Keyboard);
    }

    [Fact]
    public void Hostile_articles_make_messages_that_a_parser_of_Telegrams_HTML_takes()
    {
        var random = new Random(11);
        for (var round = 0; round < 2_000; round++)
        {
            var citations = Enumerable.Range(1, random.Next(1, 9)).Select(number => HostileCitation(random, number)).ToArray();
            var answer = random.Next(4) == 0
                ? new Answer { Refusal = new Refusal(RefusalKind.NameMissing, HostileText.Make(random, 60)), Nearest = [.. citations.Select(citation => citation.Revision)] }
                : Supported(HostileText.Make(random, 80), citations) with { IsUnsure = random.Next(2) == 0 };
            foreach (var texts in BotLanguages.All)
                Assert.All(AnswerLayout.Lay(Reply(answer), 7, ChatSettings.Default, texts, Links).Pages, TelegramHtmlTests.AssertIsTaken);
        }
    }

    private static Citation HostileCitation(Random random, int number)
    {
        var body = HostileText.Make(random, 3_000) + "x";
        var start = random.Next(body.Length);
        var end = random.Next(start + 1, body.Length + 1);
        var url = random.Next(3) == 0 ? null : "https://n.example/" + Uri.EscapeDataString(
            HostileText.Make(random, 40).Replace("\ud800", "", StringComparison.Ordinal).Replace("\udc00", "", StringComparison.Ordinal)) + "?a=\"<>&b=1";
        var cited = Cite(number, body, start, end, url);
        var article = cited.Revision.Article with { Title = HostileText.Make(random, 400), Source = HostileText.Make(random, 200) };
        return cited with { Revision = cited.Revision with { Article = article } };
    }

    private static Citation Cite(int number, string body, int start, int end, string? url) => new(
        number,
        new ArticleRevision(number, 1, new Article { Id = $"a{number}", Title = "Talks & more", Body = body, Url = url, Source = "The Outlet", PublishedAt = Now.AddDays(-1) }),
        new TextSpan(start, end));

    private static Answer Supported(string? best, params Citation[] citations) => new()
    {
        Short = best,
        Sentences = [.. citations.Select(citation => new AnswerSentence(citation.Quote, [citation.Number]))],
        Citations = citations,
    };

    private static Reply Reply(Answer answer, string question = "When do talks resume?", DateTimeOffset? asOf = null) =>
        new(QuestionAnalyzer.Analyze(question, asOf ?? Now), answer, [], null, TimeSpan.Zero);
}
