using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace NewsBot.Tests.Host.Web.Mcp;

/// <summary>The tools for agents, through a client of the protocol.</summary>
public sealed class McpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_lists_the_tools_over_HTTP_and_gets_a_cited_answer()
    {
        await using var web = await WebHost.StartAsync(Stop);
        await using var transport = new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(web.Address + "/mcp") });
        await AskAsync(transport);
    }

    [Fact]
    public async Task An_agent_that_starts_the_command_does_the_same_over_its_streams()
    {
        using var folder = new TempFolder();
        await AskAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "newsbot.dll"), "mcp", "--data", folder.Path],
        }));
    }

    [Fact]
    public async Task Of_an_agents_calls_questions_alone_are_limited_as_questions()
    {
        await using var web = await WebHost.StartAsync(Stop, ("Web:QuestionsPerMinute", "2"));
        await using var transport = new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(web.Address + "/mcp") });
        await using var client = await McpClient.CreateAsync(transport, cancellationToken: Stop);
        for (var i = 0; i < 3; i++)
            Assert.NotEqual(true, (await CallAsync(client, "search", ("query", "marathon"))).IsError);
        for (var i = 0; i < 2; i++)
            Assert.NotEqual(true, (await CallAsync(client, "ask", ("question", "When do the talks in Istanbul resume?"))).IsError);

        var refused = await CallAsync(client, "ask", ("question", "When do the talks in Istanbul resume?"));
        Assert.True(refused.IsError);
        Assert.Equal("Too many questions in a minute; wait a little, then ask again.", TextOf(refused));
        Assert.NotEqual(true, (await CallAsync(client, "search", ("query", "marathon"))).IsError);
    }

    private static async Task AskAsync(IClientTransport transport)
    {
        await using var client = await McpClient.CreateAsync(transport, cancellationToken: Stop);
        var tools = await client.ListToolsAsync(cancellationToken: Stop);
        Assert.Equal(["ask", "digest", "read_article", "search"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));

        var asked = await CallAsync(client, "ask", ("question", "When do the talks in Istanbul resume?"));
        Assert.NotEqual(true, asked.IsError);
        var answer = asked.StructuredContent!.Value;
        Assert.Equal("Wednesday", answer.GetProperty("short").GetString());
        var citation = answer.GetProperty("citations")[0];
        Assert.Equal("Peace talks between Ukraine and Russia resume in Istanbul on Wednesday.", citation.GetProperty("quote").GetString());

        var article = (await CallAsync(client, "read_article", ("articleId", citation.GetProperty("articleId").GetString()!))).StructuredContent!.Value;
        Assert.StartsWith(citation.GetProperty("quote").GetString()!, article.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty((await CallAsync(client, "search", ("query", "marathon"))).StructuredContent!.Value.GetProperty("hits").EnumerateArray());

        var refused = await CallAsync(client, "ask", ("question", " "));
        Assert.True(refused.IsError);
        Assert.Equal("The question is empty.", TextOf(refused));
        Assert.Equal("The argument 'question' is missing.", TextOf(await CallAsync(client, "ask", ("about", "talks"))));
        Assert.Equal("The argument 'question' is of the wrong kind; it takes: string.", TextOf(await CallAsync(client, "ask", ("question", 5))));
        Assert.Equal("The argument 'topics' is of the wrong kind; it takes: array or null.", TextOf(await CallAsync(client, "digest", ("topics", new object[] { 1 }))));
        var unknown = await CallAsync(client, "delete_article", ("articleId", "1"));
        Assert.True(unknown.IsError);
        Assert.Equal("There is no tool of this name; there are 'ask', 'search', 'read_article', 'digest'.", TextOf(unknown));
        Assert.NotEqual(true, (await CallAsync(client, "digest", ("topics", new string?[] { null, "talks" }))).IsError);
    }

    private static string TextOf(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, (string Name, object Value) argument) =>
        await client.CallToolAsync(tool, new Dictionary<string, object?> { [argument.Name] = argument.Value }, cancellationToken: Stop);
}
