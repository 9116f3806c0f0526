using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Models;

namespace NewsBot.Tests.Host.Models;

/// <summary>Streams as services send them beyond the plain one: what is read of each, or how it fails.</summary>
public sealed class ServiceDrillTests : IAsyncLifetime
{
    private const string Whole = "Talks resume on Monday. [k7f2m]";
    private const string Done = "data: [DONE]\n\n";

    private FakeModelServer server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await FakeModelServer.StartAsync(Stop);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("comments between the events")]
    [InlineData("ends of lines with a return")]
    [InlineData("no mark at the end")]
    [InlineData("a letter an event")]
    [InlineData("a first event without text")]
    [InlineData("thoughts in a field of their own")]
    [InlineData("a long blank before the text")]
    public async Task The_text_is_read(string drill) => Assert.Equal(Whole, (await ReadAsync(Body(drill))).Trim());

    [Theory]
    [InlineData("no stream at all")]
    [InlineData("no end of the reply")]
    [InlineData("an event that is cut")]
    [InlineData("an error between the events")]
    [InlineData("a reply that the service filtered")]
    [InlineData("thoughts alone until the limit")]
    [InlineData("a page in the place of a reply")]
    [InlineData("a refusal in a field of its own")]
    public async Task What_is_no_whole_reply_is_told_or_empty(string drill)
    {
        try
        {
            Assert.NotEqual(Whole, (await ReadAsync(Body(drill))).Trim());
        }
        catch (ModelException failure)
        {
            Assert.NotEmpty(failure.Message);
        }
    }

    private static string Body(string drill) => drill switch
    {
        "comments between the events" => string.Concat(Parts(Whole).Select(part => ": keep-alive\n\n" + Text(part))) + Text("", "stop") + Done,
        "ends of lines with a return" => (string.Concat(Parts(Whole).Select(part => Text(part))) + Text("", "stop") + Done).Replace("\n", "\r\n", StringComparison.Ordinal),
        "no mark at the end" => string.Concat(Parts(Whole).Select(part => Text(part))) + Text("", "stop"),
        "a letter an event" => string.Concat(Whole.Select(letter => Text(letter.ToString()))) + Text("", "stop") + Done,
        "a first event without text" => Text("") + Text(Whole) + Text("", "stop") + Done,
        "thoughts in a field of their own" => Thought("Well. The passages tell of talks.") + Text(Whole) + Text("", "stop") + Done,
        "a long blank before the text" => Text(new string(' ', 100_000)) + Text(Whole) + Text("", "stop") + Done,
        "no stream at all" => "",
        "no end of the reply" => Text(Whole) + Done,
        "an event that is cut" => Text("Talks ") + "data: {\"id\n\n" + Done,
        "an error between the events" => Text("Talks ") + "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}\n\n",
        "a reply that the service filtered" => Text("Talks ") + Text("", "content_filter") + Done,
        "thoughts alone until the limit" => Thought("Well. Is it so?") + Text("", "length") + Done,
        "a page in the place of a reply" => "<html><body>busy</body></html>",
        "a refusal in a field of its own" => Text("").Replace("\"content\":\"\"", "\"refusal\":\"No.\"", StringComparison.Ordinal) + Text("", "stop") + Done,
        _ => throw new ArgumentOutOfRangeException(nameof(drill)),
    };

    private static IEnumerable<string> Parts(string text) => text.Chunk(7).Select(part => new string(part));

    private static string Text(string text, string? finish = null) => $"data: {FakeModelServer.Chunk(text, finish)}\n\n";

    private static string Thought(string text) => Text(text).Replace("\"content\"", "\"reasoning_content\"", StringComparison.Ordinal);

    private async Task<string> ReadAsync(string body)
    {
        server.Pieces = [Whole];
        server.Behaviour = (context, token) =>
        {
            if (body.Length == 0)
                return server.WholeAsync(context, token);
            context.Response.ContentType = body[0] == '<' ? "text/html" : "text/event-stream";
            return context.Response.WriteAsync(body, token);
        };
        await using var services = ModelHost.Open(options => (options.Endpoint, options.Prompts) = (server.Endpoint, RepositoryFiles.At("prompts")));
        var call = new PromptCall("answer", new Dictionary<string, string>
        {
            ["question"] = "When?",
            ["passages"] = "",
            ["conversation"] = "(none)",
            ["date"] = "1 May 2026",
        });
        return await services.GetRequiredService<KernelLanguageModel>().ReadAsync(call, 200_000, Stop);
    }
}
