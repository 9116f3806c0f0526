using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace NewsBot.Tests.Host.Web;

/// <summary>What is said where nothing is served.</summary>
public sealed class StatusPagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_too_fast_reads_when_to_go_on()
    {
        await using var web = await WebHost.StartAsync(Stop, ("Web:QuestionsPerMinute", "1"));
        await web.GetAsync("/?q=marathon", Stop);

        var (status, problem) = await web.GetAsync("/api/ask", Stop);
        Assert.Equal(405, status);
        Assert.Contains("POST", (string?)JsonNode.Parse(problem)!["detail"], StringComparison.Ordinal);
        using var asked = await AskAsync(web, "/?q=marathon", "text/html");
        Assert.Equal(429, (int)asked.StatusCode);
        Assert.Equal("text/html", asked.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"Try again in {asked.Headers.RetryAfter!.Delta!.Value.TotalSeconds} seconds.", await asked.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var posted = await web.Http.PostAsync("/api/ask", new StringContent("{\"question\":\"marathon\"}", new MediaTypeHeaderValue("application/json")), Stop);
        Assert.Contains("Try again in", (string?)JsonNode.Parse(await posted.Content.ReadAsStringAsync(Stop))!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_address_has_a_page_for_browsers_and_a_line_for_others()
    {
        await using var web = await WebHost.StartAsync(Stop);

        using var page = await AskAsync(web, "/nowhere", "text/html,*/*");
        Assert.Equal(404, (int)page.StatusCode);
        Assert.Contains("<h1>Nothing here</h1>", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal((404, "There is nothing at this address."), await web.GetAsync("/nowhere", Stop));
        Assert.Equal(404, (int?)JsonNode.Parse((await web.GetAsync("/api/nowhere", Stop)).Text)!["status"]);
    }

    [Theory]
    [InlineData("application/json", "{\"question\":", 400, "/api/openapi.json")]
    [InlineData("application/json", "{\"question\":5}", 400, "/api/openapi.json")]
    [InlineData("text/plain", "{\"question\":\"marathon\"}", 415, "application/json")]
    public async Task A_body_that_cannot_be_read_is_answered_with_how_to_write_it(string type, string body, int status, string hint)
    {
        await using var web = await WebHost.StartAsync(Stop);
        using var response = await web.Http.PostAsync("/api/ask", new StringContent(body, new MediaTypeHeaderValue(type)), Stop);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(hint, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!["detail"], StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(WebHost web, string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        return await web.Http.SendAsync(request, Stop);
    }
}
