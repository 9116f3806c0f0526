using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Articles;
using NewsBot.Web.Access;

namespace NewsBot.Tests.Host.Web.Access;

/// <summary>Who is served.</summary>
public sealed class WebAccessTests
{
    private const string Key = "a key of our own making";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_key_this_machine_is_served_and_nobody_else()
    {
        await using var web = await WebHost.StartAsync(Stop);
        Assert.Equal(200, (await web.GetAsync("/", Stop)).Status);
        Assert.Equal(200, (await web.GetAsync("/", Stop, host: "localhost:8080")).Status);

        // A page of the web whose name was made to point here, and a proxy that speaks for others.
        var (status, text) = await web.GetAsync("/?q=latest+news", Stop, host: "rebound.example");
        Assert.Equal(403, status);
        Assert.Contains("Web:Key", text, StringComparison.Ordinal);
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/");
        forwarded.Headers.Add("X-Forwarded-For", "203.0.113.5");
        using var response = await web.Http.SendAsync(forwarded, Stop);
        Assert.Equal(403, (int)response.StatusCode);
        foreach (var path in new[] { "/health", "/health/live", "/health/ready" })
            Assert.Equal((200, "Healthy"), await web.GetAsync(path, Stop, host: "rebound.example"));
    }

    [Fact]
    public async Task With_a_key_whoever_gives_it_is_served()
    {
        await using var web = await WebHost.StartAsync(Stop, ("Web:Key", Key));
        Assert.Equal(401, (await web.GetAsync("/", Stop)).Status);
        Assert.Equal(401, (await web.GetAsync("/", Stop, bearer: Key + "x")).Status);
        Assert.Equal(401, (await web.GetAsync("/", Stop, bearer: Key[..^1])).Status);
        Assert.Equal(200, (await web.GetAsync("/", Stop, bearer: Key, host: "news.example")).Status);

        web.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("anybody:" + Key)));
        Assert.Equal(200, (await web.GetAsync("/digest", Stop)).Status);
        web.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "no base 64");
        using var refused = await web.Http.GetAsync("/", Stop);
        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Contains("Basic", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citation_that_somebody_was_given_opens_its_article_without_the_key_and_no_other_one()
    {
        await using var web = await WebHost.StartAsync(Stop, ("Web:Key", Key));
        var links = web.Services.GetRequiredService<ReaderLinks>();
        await web.AddAsync(Stop, new Article { Id = "m/1", Title = "One", Body = "The mill in Aston stands still." });
        await web.AddAsync(Stop, new Article { Id = "m/2", Title = "Two", Body = "The kiln in Brill is warm." });
        var path = links.PathOf("m/1");
        Assert.Equal(200, (await web.GetAsync(path, Stop)).Status);
        Assert.Equal(401, (await web.GetAsync(path.Replace("m%2F1", "m%2F2", StringComparison.Ordinal), Stop)).Status);
        Assert.Equal(401, (await web.GetAsync("/a/m%2F1", Stop)).Status);
        Assert.Equal(401, (await web.GetAsync("/a/m%2F1?s=", Stop)).Status);
    }

    [Fact]
    public async Task The_feed_of_a_question_is_read_without_the_key_by_whoever_was_given_its_address_and_no_other_one_is()
    {
        await using var web = await WebHost.StartAsync(Stop, ("Web:Key", Key));
        var path = web.Services.GetRequiredService<ReaderLinks>().PathOfWatch("Who met in Istanbul?");
        Assert.Equal(200, (await web.GetAsync(path, Stop)).Status);
        Assert.Equal(401, (await web.GetAsync(path.Replace("Istanbul", "Ankara", StringComparison.Ordinal), Stop)).Status);
        Assert.Equal(401, (await web.GetAsync(path[..^1], Stop)).Status);
        Assert.Equal(401, (await web.GetAsync("/watch.atom?q=Who+met+in+Istanbul%3F", Stop)).Status);
        Assert.Equal(401, (await web.GetAsync("/?" + path[(path.IndexOf('?', StringComparison.Ordinal) + 1)..], Stop)).Status);
    }

    [Fact]
    public async Task Who_asks_too_fast_is_told_when_to_come_back_and_may_still_read()
    {
        await using var web = await WebHost.StartAsync(Stop, ("Web:QuestionsPerMinute", "2"));
        for (var i = 0; i < 2; i++)
            Assert.Equal(200, (await web.GetAsync("/?q=hello", Stop)).Status);
        using var third = await web.Http.GetAsync("/?q=hello", Stop);
        Assert.Equal(429, (int)third.StatusCode);
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(200, (await web.GetAsync("/", Stop)).Status);
    }

    [Theory]
    [InlineData("Web:Key", "short", "Web:Key is too short")]
    [InlineData("Web:PublicBaseUrl", "news.example", "Web:PublicBaseUrl takes")]
    [InlineData("Web:PublicBaseUrl", "https://news.example/bot", "Web:PublicBaseUrl takes")]
    public async Task A_wrong_setting_is_refused_with_a_sentence(string key, string value, string sentence)
    {
        var failure = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => WebHost.StartAsync(Stop, (key, value)));
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }
}
