using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsBot.Core.Articles;
using NewsBot.Tests.Host.Cli;

namespace NewsBot.Tests.Host.Web.Api;

/// <summary>The API for programs.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private const string Talks = "When do the talks in Istanbul resume?";

    private WebHost web = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => web = await WebHost.StartAsync(Stop);

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task An_answer_is_the_JSON_of_the_command_with_an_id_from_which_the_next_question_goes_on()
    {
        var (status, answer) = await AskAsync(new { question = Talks });
        Assert.Equal(200, status);
        Assert.Equal("Wednesday", (string?)answer["short"]);
        var run = await CommandRun.OfAsync("ask", "--json", "--data", web.Data, Talks);
        string[] told = ["question", "supported", "text", "short", "sentences", "nearest", "reason", "tier", "probability", "corrected"];
        var printed = JsonNode.Parse(run.Output)!.AsObject();
        Assert.All(told, name => Assert.Equal(printed[name]?.ToJsonString(), answer[name]?.ToJsonString()));
        Assert.False(printed.ContainsKey("id"));

        // The service has a page for an article without an address; the command has none.
        var (citation, cited) = (answer["citations"]![0]!, printed["citations"]![0]!);
        Assert.Null(cited["link"]);
        Assert.StartsWith($"{web.Address}/a/", (string?)citation["link"], StringComparison.Ordinal);
        Assert.Contains($"<mark id=\"s1\">{(string?)citation["quote"]}", (await web.GetAsync((string)citation["link"]!, Stop)).Text, StringComparison.Ordinal);
        citation["link"] = null;
        Assert.Equal(printed["citations"]!.ToJsonString(), answer["citations"]!.ToJsonString());

        var (_, next) = await AskAsync(new { question = "where?", after = (string?)answer["id"] });
        Assert.Contains("Istanbul", (string?)next["text"], StringComparison.Ordinal);
        Assert.True((bool?)next["supported"]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_a_sentence()
    {
        object[] bodies =
            [new { }, new { question = " " }, new { question = new string('x', 3_000) }, new { question = Talks, asOf = "soon" }, new { question = Talks, after = "gone" }];
        foreach (var body in bodies)
        {
            var (status, problem) = await AskAsync(body);
            Assert.Equal(400, status);
            Assert.EndsWith(".", (string?)problem["detail"], StringComparison.Ordinal);
        }

        // A form of another site cannot send JSON without being asked first.
        using var form = await web.Http.PostAsync("/api/ask", new StringContent("{\"question\":\"hello\"}"), Stop);
        Assert.Equal(415, (int)form.StatusCode);
        Assert.Equal(400, (await web.GetAsync("/api/search?q=x&k=1000", Stop)).Status);
        Assert.Equal(400, (await web.GetAsync("/api/digest?hours=0", Stop)).Status);
    }

    [Fact]
    public async Task Search_digest_and_articles_are_read()
    {
        var hits = JsonNode.Parse((await web.GetAsync("/api/search?q=marathon&k=1", Stop)).Text)!.AsArray();
        Assert.Contains("Kiptum", (string?)Assert.Single(hits)!["title"], StringComparison.Ordinal);
        var digest = JsonNode.Parse((await web.GetAsync("/api/digest?asOf=2023-10-09&hours=48", Stop)).Text)!;
        Assert.Contains("Kiptum", (string?)Assert.Single(digest["stories"]!.AsArray())!["headline"], StringComparison.Ordinal);

        await web.AddAsync(Stop, new Article { Id = "x/1", Title = "The kiln", Body = "The kiln in Brill is warm <b>again</b>." });
        var article = JsonNode.Parse((await web.GetAsync("/api/articles/x%2F1", Stop)).Text)!;
        Assert.Equal("The kiln in Brill is warm <b>again</b>.", (string?)article["text"]);
        Assert.Equal(404, (await web.GetAsync("/api/articles/none", Stop)).Status);
    }

    [Fact]
    public async Task The_description_names_each_path()
    {
        var description = JsonNode.Parse((await web.GetAsync("/api/openapi.json", Stop)).Text)!;
        Assert.Equal(["/api/ask", "/api/search", "/api/digest", "/api/articles/{id}"], description["paths"]!.AsObject().Select(path => path.Key));
        Assert.Equal("NewsBot", (string?)description["info"]!["title"]);
        Assert.Null(description["security"]);
    }

    [Fact]
    public async Task With_a_key_programs_have_to_give_it()
    {
        const string Key = "a key of our own making";
        await using var locked = await WebHost.StartAsync(Stop, ("Web:Key", Key));
        foreach (var path in new[] { "/api/search?q=marathon", "/api/openapi.json", "/mcp" })
            Assert.Equal(401, (await locked.GetAsync(path, Stop)).Status);
        Assert.Equal(200, (await locked.GetAsync("/api/search?q=marathon", Stop, bearer: Key)).Status);
        var description = JsonNode.Parse((await locked.GetAsync("/api/openapi.json", Stop, bearer: Key)).Text)!;
        Assert.Equal("bearer", (string?)description["components"]!["securitySchemes"]!["key"]!["scheme"]);
        Assert.NotNull(description["security"]![0]!["key"]);
        Assert.Equal(403, (await web.GetAsync("/api/search?q=marathon", Stop, host: "rebound.example")).Status);
    }

    private async Task<(int Status, JsonNode Answer)> AskAsync(object body)
    {
        using var response = await web.Http.PostAsJsonAsync("/api/ask", body, Stop);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!);
    }
}
