using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.Host.Web.Pages;

/// <summary>The pages for people, as they come over the wire.</summary>
public sealed partial class PageTests : IAsyncLifetime
{
    private const string Talks = "When do the talks in Istanbul resume?";

    private WebHost web = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => web = await WebHost.StartAsync(Stop);

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task An_answer_has_its_citations_beside_it_and_each_opens_the_sentence_in_the_reader()
    {
        var page = await PageAsync("/?q=" + Uri.EscapeDataString(Talks));
        Assert.Contains("<p class=\"short\" dir=\"auto\">Wednesday</p>", page, StringComparison.Ordinal);
        var link = WebUtility.HtmlDecode(Link().Match(page).Groups[1].Value);
        Assert.EndsWith("#s1", link, StringComparison.Ordinal);

        var article = await PageAsync(link);
        Assert.Contains("<mark id=\"s1\">Peace talks between Ukraine and Russia resume in Istanbul on Wednesday.</mark>", article, StringComparison.Ordinal);
        Assert.Contains("NewsBot seeds · ", article, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_question_goes_on_from_the_answer_and_the_same_page_again_gives_the_same()
    {
        var first = await PageAsync("/?q=" + Uri.EscapeDataString(Talks));
        var next = $"/?q=where%3F&after={After().Match(first).Groups[1].Value}";
        var page = await PageAsync(next);
        Assert.Contains("Istanbul", page, StringComparison.Ordinal);
        Assert.Contains("Asked before in this conversation (1)", page, StringComparison.Ordinal);
        Assert.Equal(After().Replace(page, ""), After().Replace(await PageAsync(next), ""));
        Assert.Contains("The earlier questions are not kept any more", await PageAsync("/?q=where%3F&after=gone"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_without_an_answer_is_told_so_with_the_nearest_coverage()
    {
        var page = await PageAsync("/?q=" + Uri.EscapeDataString("What did the president of Ukraine have for breakfast in Istanbul?"));
        Assert.True(page.Contains("class=\"refusal\"", StringComparison.Ordinal) || page.Contains("class=\"unsure\"", StringComparison.Ordinal));
        Assert.Contains("href=\"/a/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_has_a_form_that_needs_no_script_and_the_latest_stories()
    {
        var page = await PageAsync("/");
        Assert.Contains("<form class=\"ask\" action=\"/\" method=\"get\"", page, StringComparison.Ordinal);
        Assert.Contains("Oppenheimer wins best picture", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The last day in short", page, StringComparison.Ordinal);

        var published = TimeProvider.System.GetUtcNow().AddHours(-1);
        await web.AddAsync(Stop, new Article { Id = "new", Title = "A bridge reopens", Body = "The bridge at Orme reopens.", PublishedAt = published });
        Assert.Contains("<a href=\"/digest\">The last day in short</a>", await PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_another_site_makes_a_browser_ask_waits_for_a_person()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?q=" + Uri.EscapeDataString(Talks));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await web.Http.SendAsync(request, Stop);
        var page = await response.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Press Ask to ask it", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"short\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        const string Markup = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
        await web.AddAsync(Stop, new Article
        {
            Id = "../" + Markup,
            Title = Markup,
            Body = $"The ferry to Karst ends at noon. {Markup} \u202eturned\u202c round.",
            Url = "https://news.example/a?b=\"><script>alert(3)</script>",
            Source = Markup,
            Author = Markup,
            Language = "en\" onclick=\"alert(4)",
            PublishedAt = DateTimeOffset.UnixEpoch,
        });
        string[] paths = ["/a/" + Uri.EscapeDataString("../" + Markup) + "?q=ferry", "/?q=" + Uri.EscapeDataString(Markup + " ferry to Karst ends when?"), "/"];
        foreach (var page in await Task.WhenAll(paths.Select(PageAsync)))
        {
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotContain("\" onclick", page, StringComparison.Ordinal);
            Assert.DoesNotContain("\u202e", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Responses_say_what_a_browser_may_do()
    {
        foreach (var path in new[] { "/", "/a/none", "/nowhere", "/site.css" })
        {
            using var response = await web.Http.GetAsync(path, Stop);
            var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task A_changed_article_tells_what_changed_and_a_citation_shows_the_text_that_it_quoted()
    {
        Article Of(string day) => new() { Id = "lock", Title = "The lock", Body = $"The lock at Penn opens in {day}. Twelve barges wait.", Url = "https://news.example/lock" };
        await web.AddAsync(Stop, Of("April"));
        await web.AddAsync(Stop, Of("June"));
        var now = await PageAsync("/a/lock");
        Assert.Contains("This sentence changed on", now, StringComparison.Ordinal);
        Assert.Contains("The lock at Penn opens in April.", now, StringComparison.Ordinal);
        Assert.Contains("href=\"https://news.example/lock", now, StringComparison.Ordinal);

        var stored = await web.Services.GetRequiredService<IArticleStore>().ReadRevisionsAsync("lock", limit: 5, Stop);
        var then = await PageAsync($"/a/lock?q=0-36&r={stored[0].Revision.RevisionId}");
        Assert.Contains("<mark id=\"s1\">The lock at Penn opens in April.", then, StringComparison.Ordinal);
        Assert.Contains("as it was cited. The article changed since.", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_and_articles_of_the_same_story_are_named()
    {
        var day = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        const string Text = "A fire destroyed the grain store in Wexley on Monday night. Forty firemen from three towns fought it until dawn. "
            + "Nobody was hurt, said the fire chief Ada Moss. "
            + "The store held nine thousand tonnes of barley, and the owner, the Wexley Grain Company, says that all of it is lost. The cause is not known.";
        Article Of(string id, string outlet, string title, string body) => new() { Id = id, Title = title, Body = body, Source = outlet, PublishedAt = day };
        await web.AddAsync(Stop, Of("f1", "The Herald", "Fire destroys the grain store in Wexley", Text));
        await web.AddAsync(Stop, Of("f2", "The Echo", "Grain store in Wexley destroyed by fire", Text + " The Echo asks its readers for pictures."));
        var page = await PageAsync("/a/f1");
        Assert.Contains("href=\"/a/f2\"", page, StringComparison.Ordinal);
        Assert.Contains("The Echo", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_article_comes_in_parts_of_less_than_50_kB_and_opens_at_the_part_that_is_cited()
    {
        var lines = Enumerable.Range(1, 3_000).Select(i => $"Рядок {i} розповідає про міст номер {i} над річкою.");
        await web.AddAsync(Stop, new Article { Id = "long", Title = "Long", Body = string.Join('\n', lines) });
        var page = await PageAsync("/a/long?q=" + Uri.EscapeDataString("міст номер 2500 над"));
        Assert.Contains("<mark id=\"s1\">міст номер 2500 над</mark>", page, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 10_000, 50_000);
        Assert.Contains("rel=\"next\"", page, StringComparison.Ordinal);
        Assert.Contains("Рядок 1 розповідає", await PageAsync("/a/long?part=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_of_the_last_day_is_Atom()
    {
        await web.AddAsync(Stop, new Article
        {
            Id = "new",
            Title = "The bridge at Orme & Co reopens",
            Body = "The bridge at Orme reopens on Friday. It was shut for nine weeks, said the engineer Lena Holt.",
            Source = "The Herald",
            PublishedAt = TimeProvider.System.GetUtcNow().AddHours(-1),
        });
        var feed = XDocument.Parse(await web.Http.GetStringAsync("/digest.atom", Stop)).Root!;
        var entry = Assert.Single(feed.Elements(feed.Name.Namespace + "entry"));
        Assert.Equal("The bridge at Orme & Co reopens", entry.Element(feed.Name.Namespace + "title")!.Value);
        Assert.StartsWith(web.Address + "/a/new", entry.Element(feed.Name.Namespace + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.Contains("The bridge at Orme", await PageAsync("/digest"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_followed_as_a_feed_which_has_an_entry_once_the_archive_answers_it()
    {
        const string Question = "When does the <ferry> to Brill sail again?";
        var page = await PageAsync("/?q=" + Uri.EscapeDataString(Question));
        var path = WebUtility.HtmlDecode(Followed().Match(page).Groups[1].Value);
        var empty = XDocument.Parse(await web.Http.GetStringAsync(path, Stop)).Root!;
        Assert.Equal("feed", empty.Name.LocalName);
        Assert.Equal("NewsBot: " + Question, empty.Element(empty.Name.Namespace + "title")!.Value);
        Assert.Equal(web.Address + path, empty.Element(empty.Name.Namespace + "id")!.Value);
        Assert.Empty(empty.Elements(empty.Name.Namespace + "entry"));

        await web.AddAsync(Stop, new Article
        {
            Id = "ferry",
            Title = "Ferry & harbour",
            Body = "The ferry to Brill sails again on Thursday, the harbour master said.",
            Source = "Harbour daily",
            PublishedAt = TimeProvider.System.GetUtcNow(),
        });
        var feed = XDocument.Parse(await web.Http.GetStringAsync(path, Stop)).Root!;
        var entry = Assert.Single(feed.Elements(feed.Name.Namespace + "entry"));
        Assert.Equal("Ferry & harbour", entry.Element(feed.Name.Namespace + "title")!.Value);
        Assert.Contains("sails again on Thursday", entry.Element(feed.Name.Namespace + "summary")!.Value, StringComparison.Ordinal);
        var link = entry.Element(feed.Name.Namespace + "link")!.Attribute("href")!.Value;
        Assert.Contains("<mark id=\"s1\">The ferry to Brill sails again", await web.Http.GetStringAsync(link, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_followed_where_no_question_about_news_is_asked()
    {
        Assert.DoesNotContain("watch.atom", await PageAsync("/?q=hello"), StringComparison.Ordinal);
        Assert.DoesNotContain("watch.atom", await PageAsync("/"), StringComparison.Ordinal);
        foreach (var path in new[] { "/watch.atom", "/watch.atom?q=+", $"/watch.atom?q={new string('a', 2_001)}" })
            Assert.Equal(400, (await web.GetAsync(path, Stop)).Status);
    }

    private async Task<string> PageAsync(string path) => (await web.GetAsync(path, Stop)).Text;

    [GeneratedRegex("href=\"(/watch.atom[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Followed();

    [GeneratedRegex("href=\"(/a/[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();

    [GeneratedRegex("name=\"after\" value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex After();
}
