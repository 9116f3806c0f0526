using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Chats;
using NewsBot.Counts;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Web.Pages;

/// <summary>The page for whoever runs the service.</summary>
public sealed class AdminPageTests
{
    private const string Markup = "<script>alert(1)</script>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_what_was_asked_and_what_became_of_it()
    {
        await using var web = await WebHost.StartAsync(Stop);
        await web.GetAsync("/?q=" + Uri.EscapeDataString("When do the talks in Istanbul resume?"), Stop);
        await web.GetAsync("/?q=hello", Stop);
        await web.GetAsync("/?q=hello", Stop);
        var page = await PageAsync(web);
        Assert.Contains("<dt>Questions</dt><dd>3</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Sure</th><td>1</td>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Refused: greeting</th><td>2</td>", page, StringComparison.Ordinal);
        Assert.Contains("Healthy", page, StringComparison.Ordinal);
        Assert.Contains("No feeds are followed.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Language model</h2>", page, StringComparison.Ordinal);

        // The plot of questions has three bars, one on the other, and says in words what it shows.
        Assert.Contains("Refused: at most 2, on ", page, StringComparison.Ordinal);
        Assert.Equal(1, Count(page, "<rect class=\"good\""));
    }

    [Fact]
    public async Task Refused_questions_are_told_by_their_words_without_who_asked_until_they_are_forgotten()
    {
        const long Anna = 987_654_321;
        await using var web = await WebHost.StartAsync(Stop);
        await AskedAsync(web, 1, Anna, $"What does the mayor of Aston earn {Markup}?");
        await AskedAsync(web, 2, Anna, "Why did the mayor of Aston resign?");
        await AskedAsync(web, 3, Anna, "hello");
        var page = await PageAsync(web);
        Assert.Contains("<strong dir=\"auto\">mayor Aston</strong> · 2</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Anna.ToString(CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
        Assert.DoesNotContain(Markup, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong dir=\"auto\">hello", page, StringComparison.Ordinal);

        await web.Services.GetRequiredService<IChatStore>().ForgetAsync(Anna, Stop);
        Assert.DoesNotContain("Aston", await PageAsync(web), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_and_feeds_are_told_and_the_page_stays_small_however_many_there_are()
    {
        await using var web = await WebHost.StartAsync(Stop);
        var feeds = web.Services.GetRequiredService<IFeedStore>();
        for (var i = 0; i < 200; i++)
            await feeds.AddAsync(new NewFeed($"https://feed{i}.example/{new string('x', 300)}") { Title = $"{Markup} feed {i}" }, TimeProvider.System.GetUtcNow(), Stop);
        var log = web.Services.GetRequiredService<ILoggerFactory>().CreateLogger("NewsBot.Test");
#pragma warning disable CA1848, CA1873, CA2254 // Lines of a test.
        for (var i = 0; i < 100; i++)
            log.LogError(new InvalidOperationException("what somebody wrote"), $"{Markup} broke, number {i}, {new string('y', 2_000)}");
#pragma warning restore CA1848, CA1873, CA2254
        var page = await PageAsync(web);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; broke, number 99", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\" dir=\"auto\">&lt;script&gt;alert(1)&lt;/script&gt; feed ", page, StringComparison.Ordinal);
        Assert.Contains("And 140 more", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Markup, page, StringComparison.Ordinal);
        Assert.DoesNotContain("what somebody wrote", page, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 10_000, 50_000);
    }

    [Fact]
    public async Task What_a_language_model_did_is_told_where_one_is_configured()
    {
        await using var web = await WebHost.StartAsync(Stop, ("Llm:Provider", "openai"), ("Llm:Model", "test-model"), ("Llm:ApiKey", "k"));
        var counts = web.Services.GetRequiredService<DailyCounts>();
        counts.Add(CountName.Written, 1_200);
        counts.Add(CountName.AllFellBack + "NotStated", 7);
        counts.Add(CountName.Dropped, 5);
        var page = await PageAsync(web);
        Assert.Contains("test-model today: 0 tokens read", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Answers written</th><td>1,200</td>", page, StringComparison.Ordinal);
        Assert.Contains("In the articles&#x27; own words: it failed the checks</th><td>7</td>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Sentences dropped</th><td>5</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_open_to_this_machine_or_to_whoever_has_the_key()
    {
        const string Key = "a key of our own making";
        await using (var open = await WebHost.StartAsync(Stop))
            Assert.Equal(403, (await open.GetAsync("/admin", Stop, host: "rebound.example")).Status);
        await using var web = await WebHost.StartAsync(Stop, ("Web:Key", Key));
        Assert.Equal(401, (await web.GetAsync("/admin", Stop)).Status);
        Assert.Equal(200, (await web.GetAsync("/admin", Stop, bearer: Key)).Status);
    }

    private static async Task<string> PageAsync(WebHost web)
    {
        var (status, text) = await web.GetAsync("/admin", Stop);
        Assert.Equal((int)HttpStatusCode.OK, status);
        return text;
    }

    private static async Task AskedAsync(WebHost web, long id, long person, string question)
    {
        var inbox = web.Services.GetRequiredService<IInbox>();
        await inbox.AddAsync([new StoredUpdate(id, person, "{}")], Stop);
        await inbox.CompleteAsync(
            id,
            new UpdateResult
            {
                Exchange = new Exchange(id, new Place(person, ThreadId: null), person)
                {
                    Question = question,
                    AskedAs = question,
                    AskedAt = TimeProvider.System.GetUtcNow(),
                    Answer = "No.",
                    IsSupported = false,
                },
            },
            Stop);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
